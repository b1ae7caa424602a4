import CommandLineKit

/// D: what leaves the desk, and what comes in.
extension Explanation {
  static let rulesOfDelivery: [Explanation] = [
    rule(
      "D1", Text(en: "Decided first, sent later", pt: "Primeiro decidido, depois enviado"),
      en: """
        What a command decides to send becomes an outbox entry in the same transaction. Only
        `outbox deliver` and `tick --deliver` start a transport, outside the lock, and record what
        came of it. Entries to one contact go in their order, and one that waits holds those behind
        it. What is not taken is tried again after 1, 2, 4 … 60 minutes, and fails for good after a day
        (outbox.giveUpAfter). When the message of an agent or a schedule finally fails, is not sent
        or nobody knows of it, that agent is notified.
        """,
      pt: """
        O que um comando decide enviar vira um item da caixa de saída na mesma transação. Só
        `outbox deliver` e `tick --deliver` acionam um transporte, fora da trava, e registram o
        resultado. Os itens de um contato vão em ordem, e um que espera segura os de trás. O que não
        é aceito se tenta de novo após 1, 2, 4 … 60 minutos, e falha de vez após um dia
        (outbox.giveUpAfter). Quando a mensagem de um atendente ou agendamento falha de vez, não é
        enviada ou tem destino incerto, esse atendente é notificado.
        """, "deskctl outbox deliver", "deskctl tick --deliver", "deskctl help delivery"),
    rule(
      "D2", Text(en: "Never sent twice by guesswork", pt: "Nunca enviado duas vezes por palpite"),
      en: """
        Where nobody can know whether a message went out (no answer after its first byte left, or a
        kill between sending and recording) its entry is `unknown`, and is never sent again by
        itself. A later status settles it, or a person does. Only an answer that says it was not
        taken, or a refused connection, is tried again.
        """,
      pt: """
        Quando não há como saber se a mensagem saiu (sem resposta depois do primeiro byte, ou o
        processo morto entre enviar e registrar), o item fica `unknown` e nunca é reenviado sozinho.
        Um status posterior resolve, ou uma pessoa. Só se tenta de novo diante de uma resposta que
        diz que não foi aceita, ou de uma conexão recusada.
        """, "deskctl outbox settle 1 --sent ID", "deskctl outbox settle 1 --not-sent"),
    rule(
      "D3", Text(en: "A message's status only rises", pt: "O status de uma mensagem só sobe"),
      en: """
        From accepted it goes to sent, delivered and read, in whatever order the reports come in;
        failed is taken only after accepted or sent. A report about a message that is not yet known
        waits for it. Every report is kept.
        """,
      pt: """
        De aceita ele vai a enviada, entregue e lida, seja qual for a ordem em que os avisos chegam;
        falha só vale depois de aceita ou enviada. Um aviso sobre uma mensagem ainda desconhecida
        espera por ela. Todos os avisos são guardados.
        """),
    rule(
      "D4", Text(en: "What comes in counts once", pt: "O que entra conta uma vez"),
      en: """
        A body from the provider is read whole, and each message in it is taken once, by the
        provider's id, however often it arrives. Within one run messages are handled in the
        provider's order of time; across runs what is stored is the same in any order, but a step that
        was taken is not taken back: a message older than the one that was answered joins the
        conversation and answers nothing. Reactions and system notes are kept and open, answer and count as nothing. A kind that is not known is
        kept as a placeholder and stops nothing.
        """,
      pt: """
        O que o provedor manda é lido por inteiro, e cada mensagem é aceita uma vez, pelo id do
        provedor, por mais vezes que chegue. Numa mesma execução elas são tratadas na ordem de tempo
        do provedor; entre execuções, o que fica guardado é o mesmo em qualquer ordem, mas um passo
        dado não se desfaz: uma mensagem anterior à que já foi respondida entra na conversa e nada
        responde. Reações e avisos do sistema são guardados e nada abrem, respondem ou contam. Um tipo desconhecido é guardado
        como está e não impede nada.
        """),
  ]
}
