import CommandLineKit

/// C12 to C21: selections, WhatsApp's window, templates, and who answers.
extension Explanation {
  static let rulesOfMessages: [Explanation] = [
    rule(
      "C12", Text(en: "Selecting messages by time", pt: "Selecionar mensagens por tempo"),
      en: """
        Messages can be chosen from 1 to 24 whole hours back, the first moment included, by the time
        that the provider gave them. Only messages count, not what the history notes. Their number
        is shown before anything is done.
        """,
      pt: """
        Escolhem-se mensagens de 1 a 24 horas inteiras para trás, com o primeiro instante incluído,
        pelo horário que o provedor lhes deu. Só contam mensagens, não as anotações do histórico. A
        quantidade aparece antes de qualquer coisa ser feita.
        """, "deskctl conversation ticket 3 --since 3h"),
    rule(
      "C13", Text(en: "WhatsApp's 24 hours", pt: "As 24 horas do WhatsApp"),
      en: """
        Free text may go only while less than 24 hours have passed since the contact's last message
        to that number, in whatever conversation. Outside that window an approved template may go;
        a closing message or survey does not, and `window_closed` is recorded. The window belongs
        to the transport: WhatsApp's own interface has it, the file transport has none unless it is
        set.
        """,
      pt: """
        Texto livre só pode ir enquanto não se passaram 24 horas da última mensagem do contato àquele
        número, em qualquer conversa. Fora dessa janela vai um modelo aprovado; mensagem de
        encerramento e pesquisa não vão, e `window_closed` fica registrado. A janela é do
        transporte: a interface do próprio WhatsApp tem, o transporte de arquivos não tem, se não
        for definida.
        """, "deskctl whatsapp window 3"),
    rule(
      "C14", Text(en: "Templates go out complete", pt: "Modelos saem completos"),
      en: """
        A template is shown filled in before it is sent. One that lacks a parameter, has one too
        many, or is not approved by WhatsApp is refused; so is one with a picture above its text or
        a button that changes, which this program does not fill in.
        """,
      pt: """
        O modelo é mostrado já preenchido antes de ser enviado. Se faltar um parâmetro, sobrar um,
        ou o WhatsApp não o tiver aprovado, é recusado; também o que tem uma imagem acima do texto
        ou um botão que muda, que este programa não preenche.
        """, "deskctl template list", "deskctl conversation template 3 --help"),
    rule(
      "C15", Text(en: "The last ticket", pt: "O último chamado"),
      en: """
        A contact's last ticket, as it is shown beside a conversation, is the newest one that came
        from WhatsApp. It does not matter whether it is open or closed.
        """,
      pt: """
        O último chamado de um contato, mostrado ao lado da conversa, é o mais novo vindo do
        WhatsApp. Não importa se está aberto ou fechado.
        """, "deskctl conversation list"),
    rule(
      "C16", Text(en: "No canned response is no error", pt: "Nenhuma resposta pronta não é erro"),
      en: """
        Where no canned response is set up, or none fits, the answer is an empty list. That is a
        success: the exit status is 0.
        """,
      pt: """
        Onde não há resposta pronta, ou nenhuma serve, o resultado é uma lista vazia. Isso é um
        sucesso: o estado de saída é 0.
        """, "deskctl conversation say 3 --canned saudacao"),
    rule(
      "C17",
      Text(
        en: "In livechat the first to write takes it",
        pt: "No livechat, quem escreve primeiro assume"),
      en: """
        Until an agent writes, everybody who may sees a livechat among the new ones. Of two who
        answer at the same moment one takes it; the other's text is not sent, and they are told
        whose it is. An administrator who is an agent and answers first in a new one takes it, and
        in another agent's does not. What is written waits for the visitor's page to ask for it:
        nothing goes to the outbox.
        """,
      pt: """
        Até um atendente escrever, todos os que podem veem o livechat entre os novos. De dois que
        respondem no mesmo instante um assume; o texto do outro não é enviado, e ele fica sabendo de
        quem é. O administrador que é atendente e responde primeiro num novo assume; no de outro,
        não. O que se escreve espera a página do visitante perguntar: nada vai à caixa de saída.
        """, "deskctl conversation say 3 'Bom dia!' --as ana"),
    rule(
      "C18", Text(en: "Registering who asks", pt: "Cadastrar o solicitante"),
      en: """
        Name and e-mail of a requester can be edited only while they are not registered; saving
        both registers them and sends an e-mail that says so, with the link to create a password as
        in W8. An address that a registered contact has makes what is open that contact's, as a
        confirmed claim would, and no second contact; the mistyped one is left behind.
        """,
      pt: """
        Nome e e-mail do solicitante só podem ser editados enquanto ele não está cadastrado; salvar
        os dois o cadastra e envia um e-mail que o diz, com o link para criar a senha como na W8. Um
        endereço que um contato cadastrado já tem faz o que está aberto ser desse contato, como uma
        alegação confirmada, sem criar outro; o que foi digitado errado fica para trás.
        """, "deskctl conversation requester 3 --name 'Carla Dias' --email carla@loja.example"),
    rule(
      "C19", Text(en: "Close and make a ticket", pt: "Encerrar e criar chamado"),
      en: """
        On livechat this asks first (`--yes` answers). It closes the conversation, sends the closing
        message and makes a ticket that holds the whole history, all of it or nothing. A session
        that has its ticket already gets no second one: the history is added to it.
        """,
      pt: """
        No livechat isso pergunta antes (`--yes` responde). Encerra a conversa, envia a mensagem de
        encerramento e cria um chamado com o histórico inteiro, tudo ou nada. Uma sessão que já tem
        chamado não ganha outro: o histórico é acrescentado a ele.
        """, "deskctl conversation close 3 --ticket --yes"),
    rule(
      "C20",
      Text(en: "Many conversations, a ticket each", pt: "Muitas conversas, um chamado para cada"),
      en: """
        `conversation ticket --all` makes one ticket for every chosen conversation that has none,
        with its whole history and by its channel's settings. Run again, it makes none.
        """,
      pt: """
        `conversation ticket --all` cria um chamado para cada conversa escolhida que não tem um, com
        todo o histórico e conforme as configurações do canal. Rodado de novo, não cria nenhum.
        """, "deskctl conversation ticket --all --team suporte"),
    rule(
      "C21",
      Text(en: "Who becomes the assignee on WhatsApp", pt: "Quem vira responsável no WhatsApp"),
      en: """
        The first agent who writes in a conversation without an assignee becomes it. `claim` and
        `assign` do it by hand, for agents of its team. With `segmentedViews` off the others of the
        team may go on writing, and that changes no assignee. With it on, who comes second is told
        whose the conversation is, and for an hour who closed it. An administrator who is no agent
        writes as `administrator`, and nothing becomes theirs.
        """,
      pt: """
        O primeiro atendente que escreve numa conversa sem responsável passa a sê-lo. `claim` e
        `assign` fazem isso à mão, com atendentes da equipe dela. Com `segmentedViews` desligado, os
        outros da equipe podem continuar escrevendo, e isso não muda o responsável. Com ele ligado,
        quem chega depois fica sabendo de quem é a conversa e, por uma hora, quem a encerrou. O
        administrador que não é atendente escreve como `administrator`, e nada passa a ser dele.
        """, "deskctl conversation claim 3", "deskctl conversation assign 3 ana"),
  ]
}
