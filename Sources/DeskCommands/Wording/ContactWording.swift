import CommandLineKit
import DeskCore
import JSON

extension Failure {
  static func confirmation(_ refusal: Confirmation.Refusal) -> Failure {
    switch refusal {
    case .noClaim(let contact):
      Failure(
        .refused, "W7",
        Text(
          en: "contact/\(contact.number) makes no claim to be somebody else",
          pt: "contact/\(contact.number) não disse ser outra pessoa"),
        hint: Text("deskctl contact show \(contact.number)"))
    }
  }

  /// W8: a wrong token and a used one look the same to whoever tries them.
  static func redemption(_ refusal: Redemption.Refusal, desk: Desk) -> Failure {
    switch refusal {
    case .noSuchToken:
      return Failure(
        .refused, "W8",
        Text(en: "this link does not work, or was used", pt: "este link não vale, ou já foi usado"))
    case .expired(let instant):
      let times = DeskTimes(desk)
      return Failure(
        .refused, "W8",
        Text(
          en: "this link worked until \(times.full(instant).en)",
          pt: "este link valeu até \(times.full(instant).pt)"),
        details: ["expiredAt": JSONValue(instant.rfc3339)])
    }
  }

  static let namelessContact = Failure(
    .usage, "usage",
    Text(
      en: "a contact needs a name, a phone or an e-mail",
      pt: "um contato precisa de um nome, um telefone ou um e-mail"),
    hint: Text("--name 'Ana Dias' --phone '(11) 98765-4321'"))

  static func phoneTaken(_ phone: PhoneNumber, _ owner: Contact) -> Failure {
    Failure(
      .refused, "phone_taken",
      Text(
        en: "\(phone.display) is \(owner.reference)'s already (\(owner.displayName))",
        pt: "\(phone.display) já é de \(owner.reference) (\(owner.displayName))"),
      hint: Text("deskctl contact show \(owner.id.number)"),
      details: ["contact": JSONValue(owner.id.number)])
  }

  static func contactInUse(_ contact: Contact, by live: [Reference]) -> Failure {
    let named = live.prefix(5).map(\.text).joined(separator: ", ") + (live.count > 5 ? ", …" : "")
    return Failure(
      .refused, "in_use",
      Text(
        en: "\(contact.reference) (\(contact.displayName)) still has \(named)",
        pt: "\(contact.reference) (\(contact.displayName)) ainda tem \(named)"),
      hint: live.first.map { Text($0.endingCommand) },
      details: ["by": .array(live.map { JSONValue($0.text) })])
  }
}

extension Reference {
  /// The command that ends a record that is live, or that shows how it stands.
  fileprivate var endingCommand: String {
    switch kind {
    case .ticket: "deskctl ticket close \(number)"
    case .schedule: "deskctl schedule cancel \(number)"
    case .outbox: "deskctl outbox deliver"
    case .contact, .conversation, .notification: "deskctl \(kind.rawValue) show \(number)"
    }
  }
}

extension Notice {
  /// W7: which of the two writes, when somebody gives that e-mail, cannot be known.
  static func sharedEmail(_ email: EmailAddress, _ other: Contact) -> Notice {
    Notice(
      "W7",
      Text(
        en:
          "\(email) is \(other.reference)'s too (\(other.displayName)): it tells neither from the other",
        pt:
          "\(email) também é de \(other.reference) (\(other.displayName)): não distingue um do outro"
      ),
      hint: Text("deskctl contact show \(other.id.number)"))
  }
}
