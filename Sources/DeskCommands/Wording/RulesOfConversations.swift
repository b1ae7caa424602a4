import CommandLineKit

/// C1 to C11: who sees conversations, how they end, how they become tickets.
extension Explanation {
  static let rulesOfConversations: [Explanation] = [
    rule(
      "C1", Text(en: "Who sees which conversations", pt: "Quem vê quais conversas"),
      en: """
        New ones are open and have no assignee, mine are open and mine, others' are open and
        another agent's. Of the closed ones an agent sees those that were theirs, or nobody's in
        their teams. With `segmentedViews` off an agent sees all of the teams' open ones; with it
        on, others' are for administrators and roles with `conversation.viewAll`. Lists, searches,
        counts, exports, tickets and completion all ask the same function, so what is hidden in one
        is hidden in all.
        """,
      pt: """
        As novas estão abertas e sem responsável, as minhas estão abertas e são minhas, as de outros
        estão abertas com outro atendente. Das encerradas, o atendente vê as que foram suas, ou de
        ninguém nas suas equipes. Com `segmentedViews` desligado, ele vê todas as abertas das
        equipes; ligado, as de outros são só de administradores e cargos com `conversation.viewAll`.
        Listas, buscas, contagens, exportações, chamados e o completar do terminal consultam a mesma
        função: o que uma esconde, todas escondem.
        """, "deskctl conversation list --view new"),
    rule(
      "C2", Text(en: "The name that is shown", pt: "O nome que aparece"),
      en: """
        A registered contact is shown by name, any other by phone. The name in WhatsApp's profile
        is kept apart and replaces neither.
        """,
      pt: """
        O contato cadastrado aparece pelo nome, os demais pelo telefone. O nome do perfil do
        WhatsApp é guardado à parte e não substitui nenhum dos dois.
        """, "deskctl contact show 3"),
    rule(
      "C3",
      Text(
        en: "Conversations belong to teams; livechat's new ones to all",
        pt: "Conversas são de equipes; as novas do livechat, de todos"),
      en: """
        On WhatsApp and webchat a conversation belongs to a team, and that team's agents see it.
        Livechat's new conversations are seen by every agent with a licence for livechat.
        """,
      pt: """
        No WhatsApp e no webchat a conversa pertence a uma equipe, e os atendentes dela a veem. As
        conversas novas do livechat são vistas por todo atendente com licença de livechat.
        """),
    rule(
      "C4", Text(en: "Pending and resolved", pt: "Pendente e resolvida"),
      en: """
        A message from the contact makes a conversation pending. `resolve` puts it out of sight
        until the next one, and `pending` puts it back. Nothing else changes this flag, an agent's
        answer included.
        """,
      pt: """
        Uma mensagem do contato torna a conversa pendente. `resolve` tira-a de vista até a próxima,
        e `pending` a traz de volta. Nada mais muda essa marca, nem a resposta de um atendente.
        """, "deskctl conversation resolve 3"),
    rule(
      "C5", Text(en: "Closing by hand on WhatsApp", pt: "Encerrar à mão no WhatsApp"),
      en: """
        Only a pending conversation can be closed by hand. The closing message is sent, then the
        survey if one is set; no other way of ending sends a survey. Outside WhatsApp's 24 hours
        (C13) neither is sent, and the outbox says so. Livechat and webchat end without being
        pending, and without a survey.
        """,
      pt: """
        Só uma conversa pendente pode ser encerrada à mão. Envia-se a mensagem de encerramento e
        depois a pesquisa, se houver uma definida; nenhum outro fim envia pesquisa. Fora das 24 horas
        do WhatsApp (C13) nenhuma das duas sai, e a caixa de saída o diz. O livechat e o webchat
        terminam sem precisar estar pendentes, e sem pesquisa.
        """, "deskctl conversation close 3"),
    rule(
      "C6", Text(en: "How a survey is answered", pt: "Como se responde a uma pesquisa"),
      en: """
        A survey waits for `survey.answerWithinMinutes`. A reply that is one of its values or
        labels, or a tap on its button, is the rating, and one more text inside the time is its
        comment. A first reply that is neither is kept as comment and the survey is asked once
        more. After that, or when the time is over, a message is a new contact.
        """,
      pt: """
        A pesquisa espera por `survey.answerWithinMinutes`. Uma resposta que seja um dos valores ou
        rótulos, ou o toque no botão, é a nota, e mais um texto dentro do prazo é o comentário dela.
        Uma primeira resposta que não seja nada disso fica como comentário e a pesquisa é feita mais
        uma vez. Depois disso, ou passado o prazo, a mensagem é um novo contato.
        """, "deskctl conversation rate 3 Bom"),
    rule(
      "C7", Text(en: "Closing for inactivity", pt: "Encerrar por inatividade"),
      en: """
        On WhatsApp the clock runs only while the last message is ours; questions and the bot count
        as ours, the closing message and the link do not wind it up again. A contact who waits for
        an answer is never closed out, one who left in the middle of the questions is. The closing
        message is sent, and no survey.
        """,
      pt: """
        No WhatsApp o relógio só corre enquanto a última mensagem é nossa; perguntas e robô contam
        como nossas, a mensagem de encerramento e o link não o reiniciam. Quem espera resposta nunca
        é encerrado; quem parou no meio das perguntas, sim. A mensagem de encerramento é enviada, e
        nenhuma pesquisa.
        """, "deskctl config set whatsapp.inactivity.closeAfterMinutes=120"),
    rule(
      "C8", Text(en: "Forwarding and transferring", pt: "Encaminhar e transferir"),
      en: """
        Forwarding to a team takes the assignee away and puts the conversation among that team's
        new ones; its ticket stays where it is. Transferring gives a livechat to one agent, who has
        to be licensed, online at that moment, and somebody else. Without a name it lists who could
        take it.
        """,
      pt: """
        Encaminhar a uma equipe tira o responsável e põe a conversa entre as novas dela; o chamado
        fica onde está. Transferir passa um livechat a um atendente, que precisa ter licença, estar
        online naquele momento e ser outra pessoa. Sem um nome, lista quem pode recebê-lo.
        """, "deskctl conversation forward 3 financeiro", "deskctl conversation transfer 3",
      "deskctl conversation transfer 3 bruno"),
    rule(
      "C9", Text(en: "The history stays", pt: "O histórico fica"),
      en: """
        Forwards, transfers, assignees and the first agent who answered are kept with who and when.
        A view may leave the history out; nothing deletes it.
        """,
      pt: """
        Encaminhamentos, transferências, responsáveis e o primeiro atendente a responder ficam
        guardados, com quem e quando. Uma visão pode omitir o histórico; nada o apaga.
        """, "deskctl conversation history 3"),
    rule(
      "C10", Text(en: "Linking messages to a ticket", pt: "Ligar mensagens a um chamado"),
      en: """
        The ticket has to exist. A message may be linked to many tickets and a ticket to many
        messages. Linking the same two again makes no second link.
        """,
      pt: """
        O chamado tem de existir. Uma mensagem pode estar ligada a vários chamados, e um chamado a
        várias mensagens. Ligar os mesmos dois de novo não cria um segundo vínculo.
        """, "deskctl conversation link 3 --ticket 7 --messages 1,3-5"),
    rule(
      "C11", Text(en: "A ticket made from messages", pt: "Um chamado feito de mensagens"),
      en: """
        Title, team, category, type and priority are those of the channel's settings unless they
        are given, and the ticket's origin is the channel. A ticket without a single message is made
        only if that is said: `--no-messages`.
        """,
      pt: """
        Título, equipe, categoria, tipo e prioridade são os das configurações do canal se não forem
        ditos, e a origem do chamado é o canal. Um chamado sem mensagem alguma só é feito se isso
        for dito: `--no-messages`.
        """, "deskctl conversation ticket 3 --messages 1,3-5"),
  ]
}
