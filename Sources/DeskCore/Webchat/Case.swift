/// R7, R8: the record of one service in the webchat: whom it was for, and what came of it. It can be
/// edited from acceptance until it is saved, and is found by its protocol number from then on.
package struct Case: Record, Hashable {
  package var agent: Agent.ID?
  package var openedAt = Instant(secondsSinceEpoch: 0)
  package var customer = CaseCustomer()
  package var service = CaseService()
  /// Given when it is saved.
  package var protocolNumber: String?
  package var savedAt: Instant?
  package var savedBy: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field("agent", \.agent, en: "who accepted", pt: "quem aceitou"),
    Field("openedAt", \.openedAt, required: true, en: "since when", pt: "desde quando"),
    Field("customer", \.customer, en: "whom it is for", pt: "o cliente"),
    Field("service", \.service, en: "what was done", pt: "o que foi feito"),
    Field("protocol", \.protocolNumber, en: "the protocol number", pt: "o número do protocolo"),
    Field("savedAt", \.savedAt, en: "when it was saved", pt: "quando foi salvo"),
    Field("savedBy", \.savedBy, en: "who saved it", pt: "quem salvou"),
  ]

  package var isSaved: Bool { savedAt != nil }
}

/// Whom a service is for, as the agent writes it down.
package struct CaseCustomer: Record, Hashable {
  package var name: String?
  package var email: EmailAddress?
  package var phone: String?
  package var document: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field("name", \.name, en: "the customer's name", pt: "o nome do cliente"),
    Field("email", \.email, en: "their e-mail", pt: "o e-mail dele"),
    Field("phone", \.phone, en: "their phone", pt: "o telefone dele"),
    Field("document", \.document, en: "their document's number", pt: "o documento dele"),
  ]
}

/// What a service was about, and what came of it.
package struct CaseService: Record, Hashable {
  package var subject: Subject.ID?
  package var category: Category.ID?
  package var summary: String?
  package var outcome: String?

  package init() {}

  /// Characters that each text may have: as many as a message.
  package static let longest = VisitorText.longest

  package static let fields: Fields<Self> = [
    Field("subject", \.subject, en: "the subject", pt: "o assunto"),
    Field("category", \.category, en: "the category", pt: "a categoria"),
    Field("summary", \.summary, en: "what it was about", pt: "do que se tratava"),
    Field("outcome", \.outcome, en: "what came of it", pt: "o resultado"),
  ]
}

/// R8: the day on which a case was saved and its conversation's number: `20261207-000031`. So it is
/// found without a search, and no two are alike.
package struct ProtocolNumber: Hashable, Sendable {
  package let text: String

  package init(of conversation: Conversation.ID, on day: CivilDate) {
    let number = String(conversation.number)
    let zeros = String(repeating: "0", count: max(0, 6 - number.utf8.count))
    text = day.isoText.split(separator: "-").joined() + "-" + zeros + number
  }

  /// As somebody types or reads it out: the dash may be missing. Nil where it is none.
  package init?(_ typed: String) {
    let digits = typed.utf8.filter { $0 != UInt8(ascii: "-") }
    guard (14...24).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let plain = String(decoding: digits, as: UTF8.self)
    text = plain.prefix(8) + "-" + plain.dropFirst(8)
  }

  /// The conversation whose case it is.
  package var conversation: Conversation.ID? { Int(text.dropFirst(9)).map { Conversation.ID($0) } }
}
