import CommandLineKit
import DeskCore

extension CommandGroup<Action> {
  /// The nouns of what is configured under names.
  static var entries: [CommandGroup] {
    [
      EntryKind<Team>.team.group, .agent, .role,
      EntryKind<DeskCore.Category>.category.group, EntryKind<TicketType>.ticketType.group,
      EntryKind<Priority>.priority.group, EntryKind<DeskCore.Group>.group.group, .template,
      EntryKind<CannedResponse>.canned.group, EntryKind<Survey>.survey.group,
      .hours, EntryKind<Queue>.queue.group,
      EntryKind<Subject>.subject.group,
    ]
  }
}

extension EntryKind<Team> {
  static let team = EntryKind(
    one: Text(en: "a team", pt: "uma equipe"), all: Text(en: "the teams", pt: "as equipes"),
    summary: Text(en: "Departments that answer.", pt: "Os departamentos que atendem."),
    example: "pos-venda --name 'Pós-venda'",
    uses: EntryUses(
      agents: { $0.teams }, entries: { try $1.users(of: $0, Queue.self) { [$0.team] } },
      settings: {
        [("whatsapp.team", $0.whatsapp.team), ("livechat.team", $0.livechat.team)]
      },
      tickets: { $0.team }, conversations: { $0.team }, schedules: { $0.team }))
}

extension EntryKind<Agent> {
  static let agent = EntryKind(
    one: Text(en: "an agent", pt: "um atendente"),
    all: Text(en: "the agents", pt: "os atendentes"),
    summary: Text(en: "The people who answer.", pt: "As pessoas que atendem."),
    example: "caio --name 'Caio Reis' --role atendente --teams suporte,vendas",
    uses: EntryUses(
      tickets: { $0.assignee }, conversations: { $0.assignee }, schedules: { $0.agent }),
    warnings: AgentTeams.warnings)
}

extension EntryKind<DeskCore.Category> {
  static let category = EntryKind(
    one: Text(en: "a category", pt: "uma categoria"),
    all: Text(en: "the categories", pt: "as categorias"),
    summary: Text(en: "What tickets are about.", pt: "Do que tratam os chamados."),
    example: "troca --name 'Troca de produto'",
    uses: EntryUses(
      settings: {
        [("whatsapp.category", $0.whatsapp.category), ("livechat.category", $0.livechat.category)]
      }, tickets: { $0.category }))
}

extension EntryKind<TicketType> {
  static let ticketType = EntryKind(
    one: Text(en: "a type of ticket", pt: "um tipo de chamado"),
    all: Text(en: "the types of ticket", pt: "os tipos de chamado"),
    summary: Text(en: "Kinds of work that tickets are.", pt: "Os tipos de chamado."),
    example: "elogio",
    uses: EntryUses(
      settings: {
        [
          ("whatsapp.ticketType", $0.whatsapp.ticketType),
          ("livechat.ticketType", $0.livechat.ticketType),
        ]
      },
      tickets: { $0.ticketType }))
}

extension EntryKind<Priority> {
  static let priority = EntryKind(
    one: Text(en: "a priority", pt: "uma prioridade"),
    all: Text(
      en: "the priorities, most urgent first", pt: "as prioridades, da mais urgente à menos"),
    summary: Text(en: "How soon tickets want an answer.", pt: "A urgência dos chamados."),
    example: "adiavel --name 'Adiável'",
    uses: EntryUses(
      settings: {
        [("whatsapp.priority", $0.whatsapp.priority), ("livechat.priority", $0.livechat.priority)]
      }, tickets: { $0.priority }))
}

extension EntryKind<DeskCore.Group> {
  static let group = EntryKind(
    one: Text(en: "a group", pt: "um agrupamento"),
    all: Text(en: "the groups", pt: "os agrupamentos"),
    summary: Text(
      en: "Companies and families of contacts.", pt: "Empresas e famílias de contatos."),
    discussion: Text(
      en: "Who belongs to a group stands in the contact's record, not here.",
      pt: "Quem pertence a um agrupamento está no registro do contato, não aqui."),
    example: "padaria-lua --name 'Padaria Lua'",
    uses: EntryUses(schedules: { $0.group }, contacts: { $0.groups }))
}

extension EntryKind<CannedResponse> {
  static let canned = EntryKind(
    one: Text(en: "a canned response", pt: "uma resposta pronta"),
    all: Text(en: "the canned responses", pt: "as respostas prontas"),
    summary: Text(
      en: "Texts that agents send again and again.", pt: "Textos que os atendentes sempre enviam."),
    discussion: Text(
      en: """
        A text may hold {contact.name}, {contact.phone}, {channel}, {date}, {conversation} and
        {ticket}; `conversation say ID --canned NAME` fills them in and sends it.
        """,
      pt: """
        O texto pode ter {contact.name}, {contact.phone}, {channel}, {date}, {conversation} e
        {ticket}; `conversation say ID --canned NOME` os preenche e envia.
        """),
    example: "saudacao --text 'Bom dia, {contact.name}! Em que posso ajudar?'",
    uses: EntryUses())
}

extension EntryKind<Survey> {
  static let survey = EntryKind(
    one: Text(en: "a survey", pt: "uma pesquisa"),
    all: Text(en: "the surveys", pt: "as pesquisas"),
    summary: Text(
      en: "What contacts are asked after a conversation.",
      pt: "O que se pergunta depois de uma conversa."),
    example: "nota --question 'Que nota você dá?' --answers 1=Ruim,2=Regular,3=Bom",
    uses: EntryUses(
      settings: { [("whatsapp.survey.onManualClose", $0.whatsapp.survey.onManualClose)] }))
}
