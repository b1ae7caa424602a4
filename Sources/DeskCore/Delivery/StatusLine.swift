/// D3: a status as a provider told it; every one is kept, by the message's id there, also of a message
/// that the desk does not know yet.
package struct StatusLine: Record, Hashable {
  /// The message's id at the provider.
  package var message = ""
  /// As the provider calls it.
  package var status = ""
  package var at = Instant(secondsSinceEpoch: 0)
  /// The codes of what went wrong.
  package var errors: [Int] = []
  /// The outbox entry that the desk named when it sent the message.
  package var outbox: OutboxEntry.ID?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "message", \.message, required: true, en: "its id at the provider", pt: "o id no provedor"),
    Field("status", \.status, required: true, en: "what became of it", pt: "o que houve com ela"),
    Field("at", \.at, required: true, en: "when", pt: "quando"),
    Field("errors", \.errors, en: "what went wrong, by codes", pt: "o que falhou, por códigos"),
    Field("outbox", \.outbox, en: "the outbox entry", pt: "o item da caixa de saída"),
  ]
}

/// What a provider sent, as it came.
package struct InboxBody: Record, Hashable {
  package var at = Instant(secondsSinceEpoch: 0)
  package var body = ""

  package init() {}

  package init(at: Instant, body: String) {
    self.at = at
    self.body = body
  }

  package static let fields: Fields<Self> = [
    Field("at", \.at, required: true, en: "when it came", pt: "quando chegou"),
    Field("body", \.body, required: true, en: "its bytes", pt: "os bytes"),
  ]
}
