/// What somebody says about a contact, read and checked: on a command line, or in a row of a file.
package struct ContactEntry: Hashable, Sendable {
  package var name: String?
  /// Each phone once, however it is written.
  package private(set) var phones: [PhoneNumber] = []
  /// Each address once, however it is written.
  package private(set) var emails: [EmailAddress] = []
  package private(set) var groups: [Group.ID] = []

  /// The match keys of its phones, in their order.
  package private(set) var phoneKeys: [String] = []
  /// The match keys of its e-mails, in their order.
  package private(set) var emailKeys: [String] = []

  /// An entry that says nothing yet.
  package init() {}

  package mutating func add(_ phone: PhoneNumber) {
    let key = phone.matchKey
    guard !phoneKeys.contains(key) else { return }
    phones.append(phone)
    phoneKeys.append(key)
  }

  package mutating func add(_ email: EmailAddress) {
    let key = email.matchKey
    guard !emailKeys.contains(key) else { return }
    emails.append(email)
    emailKeys.append(key)
  }

  package mutating func add(_ group: Group.ID) {
    if !groups.contains(group) { groups.append(group) }
  }

  /// What tells one contact from another: the keys of its phones and e-mails.
  package var keys: [String] { phoneKeys + emailKeys }

  /// A name as it is kept: on one line, one space between words; nil where nothing is left.
  package static func name(_ typed: some StringProtocol) -> String? {
    let words = typed.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension Contact {
  /// The contact with what an entry says and it lacks, registered; and the keys that changed, none
  /// where it lacked nothing.
  ///
  /// What is there stays: an entry adds a phone, and never takes one or changes a name.
  package func completed(by entry: ContactEntry) -> (contact: Contact, changed: [String]) {
    var said = ContactEntry()
    for phone in phones + entry.phones { said.add(phone) }
    for email in emails + entry.emails { said.add(email) }
    for group in groups + entry.groups { said.add(group) }
    var completed = self
    completed.name = name ?? entry.name
    completed.phones = said.phones
    completed.emails = said.emails
    completed.groups = said.groups
    completed.registered = true
    let changed = [
      completed.name == name ? nil : "name", completed.phones == phones ? nil : "phones",
      completed.emails == emails ? nil : "emails", completed.groups == groups ? nil : "groups",
      registered ? nil : "registered",
    ]
    return (completed, changed.compactMap { $0 })
  }

  /// Whether there is anything to know them by.
  package var isNameless: Bool { name == nil && phones.isEmpty && emails.isEmpty }
}
