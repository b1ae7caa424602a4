import CommandLineKit

/// R: who takes the visitor of a webchat.
extension Explanation {
  static let rulesOfRouting: [Explanation] = [
    rule(
      "R1", Text(en: "The order of the steps", pt: "A ordem dos passos"),
      en: """
        A visitor passes bot, subjects, queue, business hours, and then form or agents, in this
        order and no other. Where there are subjects and none was picked, the step is
        `choose_subject`.
        """,
      pt: """
        O visitante passa por robô, assuntos, fila, horário de atendimento e, por fim, formulário ou
        atendentes, nesta ordem e em nenhuma outra. Se há assuntos e nenhum foi escolhido, o passo é
        `choose_subject`.
        """, "deskctl route show", "deskctl route explain"),
    rule(
      "R2", Text(en: "The bot comes first", pt: "O robô vem primeiro"),
      en: """
        Where there is a bot, it takes everything, inside business hours or outside, until it hands
        over to a person. From then on the subject that it names is used; if it names none, the
        visitor is asked.
        """,
      pt: """
        Onde há um robô, ele atende tudo, dentro ou fora do horário, até passar para uma pessoa. Daí
        em diante vale o assunto que ele indicar; se não indicar, pergunta-se ao visitante.
        """),
    rule(
      "R3", Text(en: "No subjects", pt: "Sem assuntos"),
      en: """
        Where no subjects are set up there is no way to an agent, and the visitor gets the text for
        being outside business hours. The recorded reason is `no_subjects`.
        """,
      pt: """
        Onde não há assuntos não há caminho até um atendente, e o visitante recebe o texto de fora
        do horário de atendimento. O motivo registrado é `no_subjects`.
        """),
    rule(
      "R4", Text(en: "The queue is closed", pt: "A fila está fechada"),
      en: """
        Outside the queue's business hours the visitor gets the web form, if the channel has one.
        Once sent, it opens one ticket in the team of the subject's queue, with origin `webchat` and
        its fields inside. Without a form they get the default text, and the reason is
        `queue_closed`. Where hours alone keep everybody away, the page says when the first queue
        opens.
        """,
      pt: """
        Fora do horário da fila o visitante recebe o formulário web, se o canal tiver um. Enviado,
        ele abre um chamado na equipe da fila do assunto, com origem `webchat` e os campos dentro.
        Sem formulário vem o texto padrão, e o motivo é `queue_closed`. Quando só os horários deixam
        todos de fora, a página diz quando abre a primeira fila.
        """),
    rule(
      "R5",
      Text(en: "The queue is open and nobody is there", pt: "A fila está aberta e não há ninguém"),
      en: """
        An agent counts who is signed in to that channel, has its licence, and belongs to the
        queue's team. Where there is none the visitor gets the default text, with the reason
        `no_agent`. The form is offered here only if `formWhenNoAgent` is on.
        """,
      pt: """
        Conta o atendente que está conectado àquele canal, tem a licença dele e pertence à equipe da
        fila. Onde não há nenhum o visitante recebe o texto padrão, com o motivo `no_agent`. O
        formulário só é oferecido aqui se `formWhenNoAgent` estiver ligado.
        """),
    rule(
      "R6", Text(en: "The first to accept has it", pt: "Quem aceita primeiro fica"),
      en: """
        Every agent who counts is offered the session at once. The first to accept gets it and the
        other offers are withdrawn. When all declined, or after 60 seconds unless set, it is offered
        again; if nobody is signed in any more, R5 holds.
        """,
      pt: """
        A sessão é oferecida de uma vez a todos os atendentes que contam. O primeiro a aceitar fica
        com ela e as outras ofertas são retiradas. Se todos recusarem, ou passados 60 segundos (se
        não for definido outro prazo), ela é oferecida de novo; se não houver mais ninguém
        conectado, vale a R5.
        """),
    rule(
      "R7", Text(en: "What accepting does", pt: "O que aceitar faz"),
      en: """
        Session and agent are in service from then on, and the case is opened. The agent sees what
        the visitor and the bot wrote.
        """,
      pt: """
        A sessão e o atendente passam a estar em atendimento, e o registro do atendimento é aberto.
        O atendente vê o que o visitante e o robô escreveram.
        """),
    rule(
      "R8", Text(en: "Ending, editing, saving", pt: "Encerrar, editar, salvar"),
      en: """
        Ending a session asks first; a no changes nothing and exits 1. It ends the visitor's side
        alone: the case can be edited from acceptance until it is saved. It cannot be saved before
        the session has ended. Saving gives it the protocol number by which it is found later.
        """,
      pt: """
        Encerrar a sessão pergunta antes; um não deixa tudo como está e sai com 1. Encerra só o lado
        do visitante: o atendimento pode ser editado desde o aceite até ser salvo. Não pode ser salvo
        antes de a sessão terminar. Ao salvar, ganha o número de protocolo pelo qual se acha depois.
        """),
    rule(
      "R9", Text(en: "Every step says why", pt: "Cada passo diz por quê"),
      en: """
        `route explain` tells each step that it took and the reason. A subject without a queue, or a
        queue whose team has nobody, is a fault of the configuration, though the visitor still gets
        the default text. A queue without business hours is always open.
        """,
      pt: """
        `route explain` conta cada passo dado e o motivo. Um assunto sem fila, ou uma fila cuja
        equipe não tem ninguém, é falha de configuração, embora o visitante ainda receba o texto
        padrão. Uma fila sem horário de atendimento está sempre aberta.
        """, "deskctl route explain", "deskctl config validate"),
  ]
}
