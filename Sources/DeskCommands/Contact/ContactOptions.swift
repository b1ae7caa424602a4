import CommandLineKit
import DeskCore
import DeskStore

/// The options that say what a contact is, made from the declaration of its fields.
enum ContactOptions {
  static var all: [OptionSpec] {
    SettingKey.all(below: Contact.fields.erased).map { option($0) }
  }

  /// Empties one of the same fields.
  static var unset: OptionSpec {
    .list(
      "unset", "KEY", Text(en: "empties fields", pt: "esvazia campos"),
      choices: SettingKey.all(below: Contact.fields.erased).map(\.text))
  }

  /// A list is given with commas, or one by one under the singular: `--phone … --phone …`.
  private static func option(_ key: SettingKey) -> OptionSpec {
    let note = Text(en: key.field.note.en, pt: key.field.note.pt)
    guard case .list = key.field.shape else { return .value(key.option, "TEXT", note) }
    let singular = String(key.option.dropLast())
    return .value(
      key.option, aliases: [singular], singular.uppercased(), note,
      completion: singular == "group" ? .dynamic("group") : .none, repeats: true)
  }
}

extension ArgumentSpec {
  private static let contactNote = Text(
    en: "a number, contact/NUMBER, a phone or an e-mail",
    pt: "um número, contact/NÚMERO, um telefone ou um e-mail")

  static let contact = ArgumentSpec("CONTACT", contactNote, completion: .dynamic("contact"))

  /// Several; `-` reads them from standard input.
  static let contacts = ArgumentSpec(
    "CONTACT",
    Text(
      en: contactNote.en + "; - reads them from standard input",
      pt: contactNote.pt + "; - lê da entrada padrão"),
    repeats: true, completion: .dynamic("contact"))
}

extension Desk {
  /// The contacts that a line names, each once.
  func contacts(_ arguments: [String], in store: some StoreReading) throws -> [Contact] {
    var seen: Set<Contact.ID> = []
    return try words(arguments).map { try contact($0, in: store) }.filter {
      seen.insert($0.id).inserted
    }
  }

  /// What the options say; nil for a field that they do not speak of.
  func contactEntry(_ words: ParsedWords) throws -> ContactEntry {
    var entry = ContactEntry()
    if let typed = words.value(named: "name") { entry.name = ContactEntry.name(try text(typed)) }
    for typed in words.list(named: "phones") { entry.add(try phone("--phones", typed)) }
    for typed in words.list(named: "emails") { entry.add(try email("--emails", typed)) }
    for typed in words.list(named: "groups") { entry.add(try id(DeskCore.Group.self, typed)) }
    return entry
  }

  /// Stores a contact that is new, or was changed from `old`. A phone is one contact's; an e-mail
  /// that it is given and another has too is told of (W7).
  func save(
    _ contact: Contact, replacing old: Contact?, _ what: String, _ transaction: Transaction
  ) throws -> (change: Output.Change, notices: [Notice]) {
    guard !contact.isNameless else { throw Failure.namelessContact }
    for phone in contact.phones {
      let others = try transaction.contacts(with: phone).filter { $0.id != contact.id }
      if let owner = others.first { throw Failure.phoneTaken(phone, owner) }
    }
    let known = Set(old?.emails.map(\.matchKey) ?? [])
    let notices = try contact.emails.filter { !known.contains($0.matchKey) }.flatMap { email in
      try transaction.contacts(with: email).filter { $0.id != contact.id }.map {
        Notice.sharedEmail(email, $0)
      }
    }
    var changed = contact
    changed.changedAt = try now()
    try transaction.apply([.contact(changed), try event(contact.reference, what)])
    let stored = try transaction.get(contact.id)
    return (change(stored, what, named: stored.displayName), notices)
  }

  /// `contact/3 added: Ana`.
  func change(_ contact: Contact, _ what: String, named name: String) -> Output.Change {
    let change = change(contact, what)
    return Output.Change(
      id: change.id, line: "\(change.line): \(Shown(name).line)", record: change.record)
  }
}

extension ParsedWords {
  /// The values of an option that holds a list: parted by commas, given one by one, or both.
  fileprivate func list(named name: String) -> [String] {
    values(named: name).flatMap { typed in
      typed.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
    }
  }
}
