import CommandLineKit
import DeskCore
import DeskStore

/// The options that say what a schedule is, and how they are read.
enum ScheduleOptions {
  static let contact = OptionSpec.value(
    "contact", "CONTACT",
    Text(en: "for whom: a number, phone or e-mail", pt: "para quem: número, telefone ou e-mail"),
    completion: .dynamic("contact"))
  static let agent = OptionSpec.value(
    "agent", "AGENT", Text(en: "who answers", pt: "quem atende"), completion: .dynamic("agent"))
  static let team = OptionSpec.value(
    "team", "TEAM",
    Text(
      en: "the team that answers; the agent's, where they have one",
      pt: "a equipe que atende; a do atendente, se ele só tem uma"),
    completion: .dynamic("team"))
  static let group = OptionSpec.value(
    "group", "GROUP",
    Text(en: "a group that the contact belongs to", pt: "um agrupamento a que o contato pertence"),
    completion: .dynamic("group"))
  static let action = OptionSpec.value(
    "action", "ACTION",
    Text(en: "what it does; openTicket unless set", pt: "o que faz; openTicket se não for dito"),
    choices: ScheduleAction.allCases.map(\.rawValue))
  static let at = OptionSpec.value(
    "at", "TIME",
    Text(en: "when, such as 'sat 10:00' or +2h30m", pt: "quando, como 'sáb 10:00' ou +2h30m"))
  static let nextFree = OptionSpec.flag(
    "next-free",
    Text(
      en: "the next free minute, where that one is taken",
      pt: "o próximo minuto livre, se esse estiver ocupado"))
  static let message = OptionSpec.value(
    "message", short: "m", "TEXT",
    Text(
      en: "what is sent; may hold {contact.name} and others",
      pt: "o que é enviado; pode conter {contact.name} e outros"))
  static let messageFile = OptionSpec.value(
    "message-file", "FILE", Text(en: "the same, from a file", pt: "o mesmo, de um arquivo"),
    completion: .file)
  static let file = OptionSpec.value(
    "file", "FILE", Text(en: "sent with it; copied now", pt: "enviado junto; copiado agora"),
    completion: .file, repeats: true)
  static let comment = OptionSpec.value(
    "comment", "TEXT", Text(en: "a reminder; it is never sent", pt: "um lembrete; nunca é enviado"))
  static let template = OptionSpec.value(
    "template", "NAME", Text(en: "sent instead of free text", pt: "enviado em vez de texto livre"),
    completion: .dynamic("template"))
  static let parameter = OptionSpec.value(
    "param", "K=V", Text(en: "fills the template", pt: "preenche o modelo"), repeats: true)
  static let phone = OptionSpec.value(
    "phone", "PHONE",
    Text(en: "of the contact's phones, this one", pt: "dos telefones do contato, este"))
  static let earlier = OptionSpec.flag(
    "earlier",
    Text(en: "the first of two equal local times", pt: "a primeira de duas horas locais iguais"))
  static let later = OptionSpec.flag(
    "later",
    Text(en: "the second of two equal local times", pt: "a segunda de duas horas locais iguais"))

  static let all: [OptionSpec] = [
    contact, agent, team, group, action, at, nextFree, message, messageFile, file, comment,
    template, parameter, phone, earlier, later,
  ]

  static func prefer(_ words: ParsedWords) -> LocalTimeChoice? {
    words.has(earlier) ? .earlier : words.has(later) ? .later : nil
  }
}

extension Desk {
  /// Puts what the options say into a schedule; what they do not say stays. Files are copied into
  /// the store (S5).
  func fill(
    _ schedule: inout Schedule, _ words: ParsedWords, _ transaction: Transaction
  ) throws {
    if let typed = words.value(ScheduleOptions.contact) {
      if typed.contains(",") { throw Failure.severalContacts }
      schedule.contact = try contact(typed, in: transaction).id
    }
    if let typed = words.value(ScheduleOptions.agent) {
      schedule.agent = try id(Agent.self, typed)
      // The team is the agent's where they have one, and never left over from another agent.
      schedule.team = nil
    }
    if let typed = words.value(ScheduleOptions.team) { schedule.team = try id(Team.self, typed) }
    if schedule.team == nil, let agent = schedule.agent {
      let teams = try agents[agent]?.teams ?? []
      schedule.team = teams.count == 1 ? teams[0] : nil
    }
    if let typed = words.value(ScheduleOptions.group) {
      schedule.group = try id(DeskCore.Group.self, typed)
    }
    if let action = try words.choice(ScheduleOptions.action, ScheduleAction.self) {
      schedule.action = action
    }
    if let typed = words.value(ScheduleOptions.at) {
      schedule.at = try time(ScheduleOptions.at, typed, prefer: ScheduleOptions.prefer(words))
    }
    if let typed = words.value(ScheduleOptions.phone) {
      schedule.phone = try phone("--phone", typed)
    }
    try fillContent(&schedule, words, transaction)
  }

  private func fillContent(
    _ schedule: inout Schedule, _ words: ParsedWords, _ transaction: Transaction
  ) throws {
    if let typed = words.value(ScheduleOptions.message) { schedule.message = try text(typed) }
    if let path = words.value(ScheduleOptions.messageFile) {
      schedule.message = try text(file: path)
    }
    if let typed = words.value(ScheduleOptions.comment) { schedule.comment = try text(typed) }
    if let typed = words.value(ScheduleOptions.template) {
      schedule.template = try id(MessageTemplate.self, typed).text
    }
    let parameters = try words.templateParameters()
    if !parameters.isEmpty { schedule.parameters = parameters }
    let files = words.values(ScheduleOptions.file)
    if !files.isEmpty {
      schedule.files = try files.map { path in
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try transaction.keep(content(of: path), named: name)
      }
    }
  }

  /// What a schedule is checked against.
  func facts(for schedule: Schedule, in store: some StoreReading) throws -> ScheduleFacts {
    let agents = try agents
    let members = agents.entries.filter { entry in
      schedule.team.map { entry.value.teams.contains($0) } ?? false
    }
    return ScheduleFacts(
      contact: try store.get(schedule.contact),
      agentTeams: schedule.agent.flatMap { agents[$0]?.teams } ?? [],
      teamMembers: members.map(\.id),
      template: try schedule.template.flatMap { try MessageTemplate.ID(text: $0) }.flatMap {
        try templates[$0]
      })
  }
}
