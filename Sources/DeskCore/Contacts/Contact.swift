/// Somebody who writes to the desk or is written to.
package struct Contact: StoredRecord, Hashable {
  package static let kind = RecordKind.contact

  package var id = ID(0)
  package var rev = 0
  package var name: String?
  /// The name that the person gave to WhatsApp; kept apart (C2).
  package var profileName: String?
  package var phones: [PhoneNumber] = []
  package var emails: [EmailAddress] = []
  /// The ids that WhatsApp has for them at the desk's businesses, as `BR.1502576394655843`.
  package var userIDs: [String] = []
  package var groups: [Group.ID] = []
  /// Added or imported by hand, or by a rule that registers; one that an inbound made is not.
  package var registered = false
  /// W12: no automatic message goes to them.
  package var automaticBlocked = false
  package var lastInboundAt: Instant?
  /// C15: the newest ticket of WhatsApp origin, open or closed.
  package var lastTicket: Ticket.ID?
  /// Where they write from, one for each of the desk's numbers that they wrote to.
  package var lines: [ContactLine] = []
  /// W7: who they claim to be.
  package var claim: Claim?
  /// W8: with what they may create a password.
  package var passwordToken: PasswordToken?
  /// The contact that this one turned out to be, and whose phones it now has.
  package var joined: Contact.ID?
  package var createdAt = Instant(secondsSinceEpoch: 0)
  package var changedAt = Instant(secondsSinceEpoch: 0)

  package init() {}

  package static let fields: Fields<Self> = [
    Field("id", \.id, required: true, automatic: true, en: "its number", pt: "o número"),
    Field("rev", \.rev, automatic: true, en: "grows with each write", pt: "cresce a cada gravação"),
    Field("name", \.name, en: "their name", pt: "o nome"),
    Field(
      "profileName", \.profileName, automatic: true, en: "the name that they gave to WhatsApp",
      pt: "o nome que a pessoa deu ao WhatsApp"),
    Field("phones", \.phones, en: "their phones, in E.164", pt: "os telefones, em E.164"),
    Field("emails", \.emails, en: "their e-mail addresses", pt: "os e-mails"),
    Field(
      "userIds", \.userIDs, automatic: true, en: "their ids at WhatsApp", pt: "os ids no WhatsApp"),
    Field(
      "groups", \.groups, en: "the groups that they belong to", pt: "os agrupamentos a que pertence"
    ),
    Field(
      "registered", \.registered, automatic: true, en: "whether they are registered",
      pt: "se está cadastrado"),
    Field(
      "automaticBlocked", \.automaticBlocked, automatic: true,
      en: "whether automatic messages to them are blocked",
      pt: "se as mensagens automáticas estão bloqueadas"),
    Field(
      "lastInboundAt", \.lastInboundAt, automatic: true, en: "when they last wrote",
      pt: "quando escreveu pela última vez"),
    Field(
      "lastTicket", \.lastTicket, automatic: true, en: "the newest ticket that WhatsApp opened",
      pt: "o chamado mais novo aberto pelo WhatsApp"),
    Field(
      "lines", \.lines, automatic: true, en: "what they wrote to, and from where",
      pt: "para onde escreveu, e de onde"),
    Field("claim", \.claim, automatic: true, en: "who they claim to be", pt: "quem diz ser"),
    Field(
      "passwordToken", \.passwordToken, automatic: true,
      en: "with what they may create a password", pt: "com o que podem criar a senha"),
    Field(
      "joined", \.joined, automatic: true, en: "the contact that it turned out to be",
      pt: "o contato que se descobriu ser"),
    Field(
      "createdAt", \.createdAt, automatic: true, en: "when it was made", pt: "quando foi criado"),
    Field(
      "changedAt", \.changedAt, automatic: true, en: "when it last changed", pt: "quando mudou"),
  ]

  /// C2: the registered contact's name, else the phone; where there is none the e-mail, with the name
  /// that a visitor gave.
  package var displayName: String {
    if registered, let name { return name }
    if phones.isEmpty, let name, let email = emails.first { return "\(name) <\(email.text)>" }
    return phones.first?.display ?? emails.first?.text ?? name ?? profileName ?? reference.text
  }

  /// W12: nothing automatic goes to them, nor to whoever claims to be somebody who wants none.
  package func isBlocked(as claimed: Contact?) -> Bool {
    automaticBlocked || claimed?.automaticBlocked == true
  }
}
