/// A team's line of webchat visitors.
package struct Queue: ConfiguredRecord, Hashable {
  package var name = ""
  package var team: Team.ID?
  /// R9: always open without.
  package var hours: BusinessHours.ID?

  package init() {}

  package static let noun = "queue"
  package static let file = "queues"
  package static let fields: Fields<Self> = [
    Field(
      "name", \.name, required: true, en: "what people call it", pt: "o nome que as pessoas usam"),
    Field(
      "team", \.team, required: true, en: "whose agents take its visitors",
      pt: "a equipe que atende os visitantes"),
    Field(
      "hours", \.hours, en: "when it is open; always unless set",
      pt: "quando está aberta; sempre, se não for dito"),
  ]
}

/// What a webchat visitor picks; it leads to one queue.
package struct Subject: ConfiguredRecord, Hashable {
  package var name = ""
  /// R9: without it a fault, and the visitor gets the default text.
  package var queue: Queue.ID?

  package init() {}

  package static let noun = "subject"
  package static let file = "subjects"
  package static let fields: Fields<Self> = [
    Field(
      "name", \.name, required: true, en: "what visitors read", pt: "o que o visitante lê"),
    Field("queue", \.queue, en: "the queue that it leads to", pt: "a fila a que leva"),
  ]
}
