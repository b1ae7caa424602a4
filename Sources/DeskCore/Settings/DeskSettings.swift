/// The desk itself: what `desk.json` holds under `desk`.
package struct DeskSettings: Record, Hashable {
  package var name = ""
  package var zone = ""
  package var country = "BR"
  package var language = DeskLanguage.ptBR
  package var ticketLink: String?
  package var passwordLink: String?
  /// Seconds (W8).
  package var tokenLifetime = 172_800

  package init() {}

  package static let fields: Fields<Self> = [
    Field("name", \.name, required: true, en: "what the desk is called", pt: "o nome da central"),
    Field(
      "zone", \.zone, required: true, en: "its time zone, as America/Sao_Paulo",
      pt: "o fuso horário, como America/Sao_Paulo"),
    Field(
      "country", \.country, en: "whose phone numbers are typed without a country (BR, PT)",
      pt: "o país dos telefones digitados sem código de país (BR, PT)"),
    Field(
      "language", \.language, en: "what customers are written to in",
      pt: "o idioma em que se escreve aos clientes"),
    Field(
      "ticketLink", \.ticketLink,
      en: "the address of a ticket's page; holds {ticket}, and {token} where nobody may guess it",
      pt: "o endereço da página de um chamado; contém {ticket}, e {token} se não se pode adivinhar"),
    Field(
      "passwordLink", \.passwordLink, en: "the address where a password is made; holds {token}",
      pt: "o endereço onde se cria a senha; contém {token}"),
    Field(
      "tokenLifetime", \.tokenLifetime, within: 60...31_536_000,
      en: "seconds in which the link to create a password works",
      pt: "segundos em que vale o link para criar a senha"),
  ]
}

/// The languages that a desk writes to its customers in.
package enum DeskLanguage: String, ChoiceValue, Hashable {
  case ptBR = "pt-BR"
  case en = "en"
}

/// How schedules are held apart and how late they may be: `schedules` in `desk.json`.
package struct ScheduleSettings: Record, Hashable {
  package var spacing = Spacing()
  /// Seconds.
  package var maxLateness = 86_400

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "spacing", \.spacing, en: "the gap between two schedules",
      pt: "o intervalo entre agendamentos"),
    Field(
      "maxLateness", \.maxLateness, within: 0...31_536_000,
      en: "seconds after which a late schedule expires instead of firing",
      pt: "segundos de atraso a partir dos quais o agendamento expira em vez de disparar"),
  ]
}

/// S2: the gap that schedules keep, and among which of them.
package struct Spacing: Record, Hashable {
  package var minutes = 6
  package var scope = SpacingScope.desk

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "minutes", \.minutes, within: 0...1440, en: "whole minutes; 0 keeps none",
      pt: "minutos inteiros; 0 não exige nenhum"),
    Field(
      "scope", \.scope, en: "which schedules keep it from each other",
      pt: "entre quais agendamentos ele vale"),
  ]
}

/// Which schedules must keep the gap from each other.
package enum SpacingScope: String, ChoiceValue, Hashable {
  case desk
  case contact
  case team
  case agent
}

extension DeskFile {
  /// C13: whether free text to WhatsApp waits for the window.
  package var hasWindow: Bool { whatsapp.window ?? outbox.transport.hasWindow }
}

/// All of `desk.json`.
package struct DeskFile: Record, Hashable {
  package var schema: String?
  package var desk = DeskSettings()
  package var whatsapp = WhatsAppSettings()
  package var livechat = LivechatSettings()
  package var webchat = WebchatSettings()
  package var schedules = ScheduleSettings()
  package var outbox = OutboxSettings()

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "$schema", \.schema, automatic: true, en: "the JSON Schema of this file",
      pt: "o JSON Schema deste arquivo"),
    Field("desk", \.desk, required: true, en: "the desk", pt: "a central"),
    Field("whatsapp", \.whatsapp, en: "WhatsApp", pt: "o WhatsApp"),
    Field("livechat", \.livechat, en: "livechat", pt: "o livechat"),
    Field("webchat", \.webchat, en: "the webchat", pt: "o webchat"),
    Field("schedules", \.schedules, en: "schedules", pt: "os agendamentos"),
    Field("outbox", \.outbox, en: "what leaves the desk", pt: "o que sai da central"),
  ]
}
