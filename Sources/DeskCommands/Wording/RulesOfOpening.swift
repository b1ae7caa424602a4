import CommandLineKit

/// W: WhatsApp conversations that open tickets by themselves.
extension Explanation {
  static let rulesOfOpening: [Explanation] = [
    rule(
      "W1", Text(en: "Nothing opens until it is switched on", pt: "Nada abre antes de ser ligado"),
      en: """
        While `openOnConversationStart` is off, no conversation opens a ticket by itself and the
        other rules of W do nothing. Switching it on takes a title and a team for the new tickets.
        Whatever else the settings name (category, type, priority) must exist.
        """,
      pt: """
        Enquanto `openOnConversationStart` estiver desligado, nenhuma conversa abre chamado sozinha
        e as demais regras W não fazem nada. Para ligar, é preciso dizer o título e a equipe dos
        novos chamados. Tudo o mais que for citado (categoria, tipo, prioridade) tem de existir.
        """,
      """
      deskctl config set whatsapp.openOnConversationStart=yes whatsapp.team=suporte \
      'whatsapp.title=Atendimento a {contact.name}'
      """),
    rule(
      "W2",
      Text(
        en: "Attempts are counted only where skipping is possible",
        pt: "Só se contam tentativas onde se pode pular"),
      en: """
        `email.maxAttempts`, 3 unless set, means something only while an e-mail is not required.
        Setting it while one is required is refused. Making the e-mail required drops the number,
        and the command says that it did.
        """,
      pt: """
        `email.maxAttempts`, 3 se não for dito, só tem sentido enquanto o e-mail não é obrigatório.
        Definir o número com o e-mail obrigatório é recusado. Tornar o e-mail obrigatório descarta o
        número, e o comando avisa.
        """, "deskctl config set whatsapp.email.required=no whatsapp.email.maxAttempts=5"),
    rule(
      "W3",
      Text(en: "A known phone is asked nothing", pt: "De um telefone conhecido nada se pergunta"),
      en: """
        The first message of a conversation from a phone of a registered contact opens a ticket at
        once, and its link is sent. No question is asked and no e-mail goes out. Then the bot takes
        over, or the conversation waits among the team's new ones.
        """,
      pt: """
        A primeira mensagem de uma conversa, vinda do telefone de um contato cadastrado, abre um
        chamado na hora, e o link é enviado. Nada se pergunta e nenhum e-mail sai. Depois o robô
        assume, ou a conversa espera entre as novas da equipe.
        """),
    rule(
      "W4",
      Text(en: "Unknown phone, e-mail required", pt: "Telefone desconhecido, e-mail obrigatório"),
      en: """
        Whatever the first message says, it is answered by a request for an e-mail. Every message
        after it that is not, as a whole, one valid address is answered by the request again, as
        often as it takes. After 10 requests to one phone in 10 minutes nothing more is sent: the
        conversation goes to the team's new ones and an agent is notified.
        """,
      pt: """
        Seja qual for a primeira mensagem, a resposta é um pedido de e-mail. Toda mensagem seguinte
        que não seja, inteira, um endereço válido recebe o pedido de novo, quantas vezes for
        preciso. Depois de 10 pedidos ao mesmo telefone em 10 minutos nada mais é enviado: a
        conversa vai para as novas da equipe e um atendente é notificado.
        """),
    rule(
      "W5",
      Text(en: "Unknown phone, e-mail optional", pt: "Telefone desconhecido, e-mail opcional"),
      en: """
        The first message brings a menu: 1 to give an e-mail, 2 to go on without. 1 asks for the
        address; 2 leads to the bot or an agent, opens no ticket, and the question does not come
        back in that conversation. An address typed at the menu counts as 1; anything else shows
        the menu again and costs no attempt. `1.`, the keycap digit and a tapped button count as
        the number that they stand for.
        """,
      pt: """
        A primeira mensagem traz um menu: 1 para informar um e-mail, 2 para seguir sem. O 1 pede o
        endereço; o 2 leva ao robô ou a um atendente, não abre chamado, e a pergunta não volta nessa
        conversa. Um endereço digitado no menu vale por 1; qualquer outra coisa repete o menu e não
        gasta tentativa. `1.`, o número em emoji e o botão tocado valem pelo número que representam.
        """),
    rule(
      "W6", Text(en: "After the last attempt, the menu", pt: "Depois da última tentativa, o menu"),
      en: """
        With `email.maxAttempts` at N, the invalid answers 1 to N-1 are each answered by the request
        again. Answer N brings the menu back, and counting starts anew.
        """,
      pt: """
        Com `email.maxAttempts` igual a N, as respostas inválidas de 1 a N-1 recebem o pedido de
        novo. A resposta N traz o menu de volta, e a contagem recomeça.
        """),
    rule(
      "W7",
      Text(
        en: "The e-mail of somebody registered is a claim",
        pt: "O e-mail de alguém cadastrado é uma alegação"),
      en: """
        An address that a registered contact has links the phone to that contact as claimed, since
        nobody has proved it. The ticket is that contact's, the claim stands beside the phone, and
        they get an e-mail that names the phone. Nothing is written into their record until an
        agent confirms it, or `trustClaimedEmail` is on. Where two contacts have the address, the
        ticket belongs to the phone's own contact, no e-mail goes, and an agent is notified.
        """,
      pt: """
        Um endereço que um contato cadastrado já tem liga o telefone a ele como alegado, pois
        ninguém provou que é seu. O chamado é desse contato, a alegação aparece ao lado do telefone,
        e ele recebe um e-mail que diz qual foi. Nada se grava no cadastro até um atendente
        confirmar, ou se `trustClaimedEmail` estiver ligado. Se dois contatos têm o endereço, o
        chamado é do contato do próprio telefone, nenhum e-mail sai, e um atendente é notificado.
        """),
    rule(
      "W8", Text(en: "A new e-mail registers a contact", pt: "Um e-mail novo cadastra um contato"),
      en: """
        A valid address that nobody has registers a contact, named as in WhatsApp's profile or else
        by what stands before the @, and makes the phone known. One e-mail tells them of the ticket
        and holds a link to create a password. Its token works once, for 48 hours unless set; the
        desk keeps only its hash, and lists never show it. Without `desk.passwordLink` the e-mail
        goes without a link.
        """,
      pt: """
        Um endereço válido que ninguém tem cadastra um contato, com o nome do perfil do WhatsApp ou,
        na falta dele, o que vem antes do @, e torna o telefone conhecido. Um único e-mail avisa do
        chamado e leva um link para criar a senha. O token vale uma vez, por 48 horas se não for
        dito; a central guarda só o hash, e as listas nunca o mostram. Sem `desk.passwordLink`, o
        e-mail vai sem link.
        """),
    rule(
      "W9", Text(en: "What comes after a valid e-mail", pt: "O que vem depois de um e-mail válido"),
      en: """
        First the ticket is opened, then a WhatsApp message gives its link (its number where
        `desk.ticketLink` is not set). Then the bot takes over if there is one; else the
        conversation waits among the team's new ones. A bot that hands over, fails or takes longer
        than `whatsapp.bot.timeout` leaves the conversation to a person; an answer to a conversation
        that was closed or taken meanwhile is dropped.
        """,
      pt: """
        Primeiro o chamado é aberto, depois uma mensagem no WhatsApp leva o link (ou o número, se
        `desk.ticketLink` não estiver definido). Então o robô assume, se houver um; senão a conversa
        espera entre as novas da equipe. Um robô que passa adiante, falha ou demora mais que
        `whatsapp.bot.timeout` deixa a conversa a uma pessoa; a resposta a uma conversa que foi
        encerrada ou assumida nesse meio-tempo é descartada.
        """, "deskctl whatsapp simulate --bot --explain"),
    rule(
      "W10",
      Text(
        en: "A ticket may follow its conversation's assignee",
        pt: "O chamado pode seguir o responsável da conversa"),
      en: """
        With `assigneeSync` at `onCreate` a ticket takes the conversation's assignee when it is
        made, and never again. `onCreateAndEdit` also follows later changes, while the ticket is
        open. Only a member of the ticket's team is taken over; where it is not one, or where a
        forward leaves nobody, the ticket stays as it was and the reason is recorded.
        """,
      pt: """
        Com `assigneeSync` em `onCreate`, o chamado recebe o responsável da conversa ao ser criado,
        e nunca mais. `onCreateAndEdit` segue também as mudanças posteriores, enquanto o chamado
        está aberto. Só passa quem é da equipe do chamado; se não for, ou se um encaminhamento
        deixar a conversa sem ninguém, o chamado fica como estava e o motivo é registrado.
        """, "deskctl config get whatsapp.assigneeSync", "deskctl why ticket/1"),
    rule(
      "W11",
      Text(en: "After a close, everything starts anew", pt: "Depois de encerrada, tudo recomeça"),
      en: """
        Once a conversation was closed, by hand or for inactivity, the contact's next message starts
        another one, with another ticket. A conversation that was only resolved goes on.
        """,
      pt: """
        Encerrada a conversa, à mão ou por inatividade, a próxima mensagem do contato começa outra,
        com outro chamado. Uma conversa apenas resolvida continua.
        """),
    rule(
      "W12",
      Text(
        en: "Automatic messages can be blocked", pt: "Mensagens automáticas podem ser bloqueadas"),
      en: """
        A contact with automatic messages blocked gets none, on any channel: no question, link,
        menu, welcome, closing, survey, bot or registration e-mail. What is skipped is recorded, and
        a known contact still gets the ticket, silently. What an agent writes is sent, and so is
        the message of a schedule, because a person wrote it for that one contact; `schedule add`
        says so.
        """,
      pt: """
        Um contato com mensagens automáticas bloqueadas não recebe nenhuma, em canal algum: nem
        pergunta, link, menu, boas-vindas, encerramento, pesquisa, robô ou e-mail de cadastro. O que
        se deixou de enviar fica registrado, e um contato conhecido ainda ganha o chamado, em
        silêncio. O que um atendente escreve é enviado, e também a mensagem de um agendamento, pois
        uma pessoa a escreveu para aquele contato; o `schedule add` avisa.
        """, "deskctl contact block 3", "deskctl contact unblock 3"),
    rule(
      "W13", Text(en: "What texts may be filled with", pt: "Com o que se preenche um texto"),
      en: """
        A title may hold {contact.name}, {contact.phone}, {channel}, {date} and {conversation};
        messages and schedules may hold these and {ticket}. Any other word in braces is refused
        when the text is set, not when it is sent. {{ stands for one brace.
        """,
      pt: """
        Um título pode conter {contact.name}, {contact.phone}, {channel}, {date} e {conversation};
        mensagens e agendamentos, esses e {ticket}. Qualquer outra palavra entre chaves é recusada
        quando o texto é definido, e não quando é enviado. {{ vale por uma chave.
        """),
  ]
}
