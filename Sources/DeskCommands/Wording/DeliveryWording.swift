import CommandLineKit

extension Explanation {
  /// Why an outbox entry failed: the codes that a person can do something about.
  static let reasonsOfDelivery: [Explanation] = [
    reason(
      "undeliverable", Text(en: "tried for too long", pt: "tentado por tempo demais"),
      en: """
        The message was not taken in all the time that it is tried (outbox.giveUpAfter, a day unless
        set), so it failed for good. The log says what the transport answered.
        """,
      pt: """
        A mensagem não foi aceita em todo o tempo em que se tenta (outbox.giveUpAfter, um dia se não for
        dito), então falhou de vez. O log diz o que o transporte respondeu.
        """, "deskctl outbox retry 1"),
    reason(
      "131047", Text(en: "WhatsApp: outside the window", pt: "WhatsApp: fora da janela"),
      en: """
        WhatsApp took no free text, for more than 24 hours had passed since the person's last
        message. Send a template.
        """,
      pt: """
        O WhatsApp não aceitou texto livre, porque tinham passado mais de 24 horas da última mensagem
        da pessoa. Envie um modelo.
        """, "deskctl explain C13"),
    reason(
      "131026", Text(en: "WhatsApp: undeliverable", pt: "WhatsApp: não entregável"),
      en: """
        WhatsApp cannot deliver to this address: it is no WhatsApp account, it has not accepted the
        terms, or its app is too old. Sending again does not help.
        """,
      pt: """
        O WhatsApp não consegue entregar neste endereço: não é uma conta do WhatsApp, não aceitou os
        termos, ou o aplicativo é antigo demais. Reenviar não adianta.
        """),
    reason(
      "131056", Text(en: "WhatsApp: too many to one person", pt: "WhatsApp: muitas a uma pessoa"),
      en: """
        Too many messages went to one person in a short time. What goes to them waits and is tried
        again; all others go on.
        """,
      pt: """
        Foram mensagens demais a uma pessoa em pouco tempo. As dela esperam e são tentadas de novo;
        as outras seguem.
        """),
    reason(
      "130429", Text(en: "WhatsApp: too many messages", pt: "WhatsApp: mensagens demais"),
      en: """
        The desk's number sent more than WhatsApp takes at a time. What waits is tried again at the
        next deliveries. 4, 80007 and 131048 are the like, for the app, the account, and what was
        taken for spam.
        """,
      pt: """
        O número da central enviou mais do que o WhatsApp aceita de uma vez. O que espera é tentado
        nas próximas entregas. 4, 80007 e 131048 são o mesmo, para o aplicativo, a conta e o que foi
        tomado por spam.
        """),
    reason(
      "190", Text(en: "WhatsApp: the token expired", pt: "WhatsApp: o token venceu"),
      en: """
        The token in outbox.cloudApi.tokenFile is no longer taken. Nothing is wrong with the
        messages: they wait until the file holds a new one. 10 and 200 say that the token may not do
        this.
        """,
      pt: """
        O token em outbox.cloudApi.tokenFile não é mais aceito. Não há nada de errado com as
        mensagens: elas esperam até o arquivo conter um novo. 10 e 200 dizem que o token não pode
        fazer isso.
        """, "deskctl config get outbox.cloudApi.tokenFile"),
  ]

  /// What stands behind an entry's reason: a word of the desk's, or a code of WhatsApp's.
  static func ofDelivery(_ reason: String?) -> Explanation? {
    guard let reason else { return nil }
    let code = reason.hasPrefix("cloud-api ") ? String(reason.dropFirst(10)) : reason
    return of(code).flatMap { $0.kind == .reason ? $0 : nil }
  }

  /// What is told of transports.
  static let codesOfDelivery: [Explanation] = [
    failure(
      "outage", Text(en: "a transport does not work", pt: "um transporte não funciona"),
      en: """
        Nothing leaves by a channel: its program is missing, its server refuses the connection or
        fails, or the desk's own token or rights are not taken. What waits is tried again at the next
        deliveries. It is told once when it begins and once when it is over, and `status` shows it
        meanwhile.
        """,
      pt: """
        Nada sai por um canal: o programa não existe, o servidor recusa a conexão ou falha, ou o token
        ou os direitos da própria central não são aceitos. O que espera é tentado nas próximas
        entregas. Avisa-se uma vez quando começa e uma quando termina, e o `status` mostra enquanto
        dura.
        """, "deskctl outbox list", "deskctl help delivery")
  ]
}

extension HelpTopic {
  static let onDelivery = Text(
    en: """
      What is to leave waits in the outbox. `outbox deliver` and `tick --deliver` hand it to a
      transport and record what it answered; no other command starts one. Until something else is
      set, messages become files in the data folder's outgoing.

        outbox.transport=file        WhatsApp: files (outbox.folder)
                         cloud-api   WhatsApp's own API, by curl: whatsapp.numbers and
                                     outbox.cloudApi.tokenFile; keeps the 24-hour window
                         command     outbox.command, started by sh
        outbox.mail.transport=file, sendmail (outbox.mail.from), command (outbox.mail.command)
        outbox.timeout               seconds for one message; then its fate is unknown

      A command is given one JSON object on standard input: id channel to number kind subject text
      template language parameters files contact conversation. Its exit status says what became of
      the message:

           0  sent; a first line {"id":"…"} gives the provider's id
          75  not taken; it is tried again, after 1, 2, 4 … 60 minutes
        else  refused for good; the first line on standard error says why

      126 and 127 are the shell's: where outbox.command begins with a program that is not there the
      message waits, else it is unknown. One that is killed or takes too long leaves it unknown, too:
      it is never sent again by itself. `outbox settle` says what became of it.

      An agent is told outside the desk by notify.email and notify.command (agent set).
      """,
    pt: """
      O que vai sair espera na caixa de saída. `outbox deliver` e `tick --deliver` entregam a um
      transporte e registram o que ele respondeu; nenhum outro comando aciona um. Enquanto não se
      define outro, as mensagens viram arquivos em outgoing, na pasta de dados.

        outbox.transport=file        WhatsApp: arquivos (outbox.folder)
                         cloud-api   a API do próprio WhatsApp, pelo curl: whatsapp.numbers e
                                     outbox.cloudApi.tokenFile; respeita a janela de 24 horas
                         command     outbox.command, acionado pelo sh
        outbox.mail.transport=file, sendmail (outbox.mail.from), command (outbox.mail.command)
        outbox.timeout               segundos para uma mensagem; depois o destino é incerto

      Um comando recebe um objeto JSON na entrada padrão: id channel to number kind subject text
      template language parameters files contact conversation. O estado de saída diz o que houve com
      a mensagem:

           0  enviada; uma primeira linha {"id":"…"} dá o id no provedor
          75  não aceita; tenta-se de novo, após 1, 2, 4 … 60 minutos
      outros  recusada de vez; a primeira linha da saída de erro diz por quê

      126 e 127 são do shell: se outbox.command começa com um programa que não existe, a mensagem
      espera; senão, o destino é incerto. Um que é morto ou demora demais também o deixa incerto: a
      mensagem nunca é reenviada sozinha. `outbox settle` diz o que houve com ela.

      Um atendente é avisado fora da central por notify.email e notify.command (agent set).
      """)
}
