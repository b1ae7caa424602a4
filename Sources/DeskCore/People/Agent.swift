/// Somebody who answers: belongs to teams, has one role.
package struct Agent: ConfiguredRecord, Hashable {
  package var name = ""
  package var email: EmailAddress?
  package var login: String?
  package var role: Role.ID?
  package var teams: [Team.ID] = []
  package var licences: [Licence] = []
  package var notify = AgentNotify()

  package init() {}

  package static let noun = "agent"
  package static let file = "agents"
  package static let fields: Fields<Self> = [
    Field("name", \.name, required: true, en: "what people call them", pt: "o nome da pessoa"),
    Field("email", \.email, en: "their e-mail address", pt: "o e-mail"),
    Field(
      "login", \.login, en: "the Unix user that they are on this machine",
      pt: "o usuário Unix que a pessoa é nesta máquina"),
    Field(
      "role", \.role, required: true, en: "what they may do",
      pt: "o cargo, que diz o que pode fazer"),
    Field("teams", \.teams, en: "the teams that they belong to", pt: "as equipes a que pertence"),
    Field(
      "licences", \.licences, en: "the channels that they are licensed for",
      pt: "os canais para os quais tem licença"),
    Field(
      "notify", \.notify, en: "how they are told besides", pt: "como mais a pessoa é avisada"),
  ]
}

/// How an agent's notifications reach them outside the desk.
package struct AgentNotify: Record, Hashable {
  package var email: EmailAddress?
  package var command: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "email", \.email, en: "each notification goes there as an e-mail",
      pt: "cada aviso vai para lá como e-mail"),
    Field(
      "command", \.command, en: "each notification is handed to it, as the shell reads it",
      pt: "cada aviso é entregue a ele, como o shell o lê"),
  ]
}

/// A channel that an agent is licensed for.
package enum Licence: String, ChoiceValue, Hashable {
  case whatsapp
  case livechat
  case webchat
}

/// What those who have it may do. Whatever it does not allow is refused.
package struct Role: ConfiguredRecord, Hashable {
  package var name = ""
  package var permissions: [Permission] = []

  package init() {}

  package static let noun = "role"
  package static let file = "roles"
  package static let fields: Fields<Self> = [
    Field(
      "name", \.name, required: true, en: "what people call it", pt: "o nome que as pessoas usam"),
    Field(
      "permissions", \.permissions, en: "what those who have it may do",
      pt: "o que pode fazer quem tem este cargo"),
  ]

  package func allows(_ permission: Permission) -> Bool {
    permissions.contains(permission) || permissions.contains(.administer)
  }
}

/// What a command may need; a closed list. `administer` holds all the others.
package enum Permission: String, ChoiceValue, Hashable {
  /// Settings, roles, people, and the keeping of the store.
  case administer = "desk.administer"
  case manageSchedules = "schedule.manage"
  /// Every team's conversations and tickets are seen, not one's own teams' alone.
  case viewAll = "conversation.viewAll"
  case work = "conversation.work"
  case editContacts = "contact.edit"
  case editTickets = "ticket.edit"
}
