package import DeskCore

/// Whom an export or an erasure is about, and what somebody says who knows more than the store.
package struct PersonSearch {
  package let contact: Contact.ID
  /// What they were known by besides.
  var also: Set<String>
  /// Folded names that are not looked for in what is others'.
  let keeping: Set<String>

  package init(_ contact: Contact.ID, also: Set<String> = [], keeping: [String] = []) {
    self.contact = contact
    self.also = also
    self.keeping = Set(keeping.map(\.folded))
  }
}

/// By what somebody is found: their names and addresses of today, those that they had before as far as
/// the store tells, and what an administrator adds. What another contact has today says nothing of them.
struct PersonIdentity {
  /// What is nobody else's: phones in each form, e-mails, ids, full names.
  private(set) var texts: Set<String> = []
  /// Names that others may have, too.
  private(set) var names: Set<String> = []
  /// Of `texts` the names, in the order in which they were found.
  private(set) var fullNames: [String] = []
  /// Phones, by the number under which all forms of one are the same, and ids.
  private var keys: Set<String> = []
  /// The provider's ids of messages of others that went from or to a number of theirs.
  var othersMessages: Set<String> = []
  /// Words of the names that the desk has for them.
  private let words: Set<Substring>
  private let othersPhones: Set<String>
  private let othersEmails: Set<String>
  private let othersIDs: Set<String>
  /// Names of others, and those that are to be kept.
  private let othersNames: Set<String>

  init(_ contacts: [Contact], besides others: [Contact], _ search: PersonSearch) {
    words = Set(contacts.compactMap(\.name).flatMap(Self.words))
    othersPhones = Set(others.flatMap(\.phones).map(\.matchKey))
    othersEmails = Set(others.flatMap(\.emails).map(\.matchKey))
    othersIDs = Set(others.flatMap(\.userIDs))
    othersNames = search.keeping.union(
      others.flatMap { [$0.name, $0.profileName] }.compactMap { $0?.folded })
    texts = search.also.filter { !isOthers($0) }
    for contact in contacts {
      add(names: [contact.name])
      add(profileName: contact.profileName, orNone: contact.name == nil)
      for phone in contact.phones { add(phone) }
      for email in contact.emails { add(email) }
      add(addresses: contact.userIDs + contact.lines.map(\.address))
    }
  }

  /// Somebody may have come by what was given for another's while that one is erased.
  private func isOthers(_ text: String) -> Bool {
    if let phone = Self.phone(text.filter { $0.isNumber }) {
      if othersPhones.contains(phone.matchKey) { return true }
    }
    let email = (try? EmailAddress(text)).map(\.matchKey)
    return email.map(othersEmails.contains) ?? false || othersNames.contains(text.folded)
      || othersIDs.contains(text)
  }

  // MARK: Adding

  mutating func add(names: [String?]) {
    for name in names.compactMap({ $0 }) {
      self.names.insert(name)
      // One word may be anybody's; a full name that nobody else here has is theirs.
      let isFull = name.contains(" ") && name.utf8.count > 6
      guard isFull, !othersNames.contains(name.folded) else { continue }
      if texts.insert(name).inserted { fullNames.append(name) }
    }
  }

  /// People call themselves at WhatsApp as they like, `Deus é fiel` or `Bom dia`: that is their name
  /// where it has a word of the one that they have here.
  private mutating func add(profileName: String?, orNone isOnly: Bool = false) {
    guard let profileName else { return }
    names.insert(profileName)
    if isOnly || !words.isDisjoint(with: Self.words(profileName)) { add(names: [profileName]) }
  }

  private static func words(_ name: String) -> [Substring] {
    name.folded.split(separator: " ").filter { $0.count > 2 }
  }

  mutating func add(_ email: EmailAddress) {
    if !othersEmails.contains(email.matchKey) { texts.insert(email.text) }
  }

  private mutating func add(_ phone: PhoneNumber) {
    guard !othersPhones.contains(phone.matchKey) else { return }
    keys.insert(phone.matchKey)
    texts.formUnion(phone.writtenForms)
  }

  /// Phones with their calling codes, with a `+` or without, and what else WhatsApp has for people.
  private mutating func add(addresses: some Sequence<String>) {
    for address in addresses {
      if let phone = Self.phone(address) {
        add(phone)
      } else if !othersIDs.contains(address), address.utf8.count > 6 {
        keys.insert(address)
        texts.insert(address)
      }
    }
  }

  private static func phone(_ address: String) -> PhoneNumber? {
    let digits = address.hasPrefix("+") ? String(address.dropFirst()) : address
    return try? PhoneNumber(internationalDigits: digits)
  }

  private static func key(_ address: String) -> String { phone(address)?.matchKey ?? address }

  // MARK: From before

  /// Where something was sent to them: an address that they may not have any more.
  mutating func take(_ entry: OutboxEntry) {
    switch entry.channel {
    case .whatsapp: add(addresses: [entry.to, entry.reached].compactMap { $0 })
    case .email: if let email = try? EmailAddress(entry.to) { add(email) }
    case .command: break
    }
  }

  /// What they, or an agent, wrote down about them in a conversation of theirs.
  mutating func take(_ conversation: Conversation) {
    if let email = conversation.intake?.email { add(email) }
    guard let customer = conversation.serviceCase?.customer else { return }
    add(names: [customer.name])
    if let email = customer.email { add(email) }
    for text in [customer.phone, customer.document].compactMap({ $0 })
    where text.filter(\.isNumber).count >= 8 { texts.insert(text) }
  }

  /// What a body tells of those who wrote some messages, or were written them: the number and the
  /// name that they had at that time.
  mutating func take(_ body: RawBody, with messages: Set<String>) {
    let parts = body.parts
    var here = keys
    for part in parts where part.id.map(messages.contains) ?? false {
      here.formUnion(part.addresses.map(Self.key))
    }
    for part in parts where !here.isDisjoint(with: part.addresses.map(Self.key)) {
      add(addresses: part.addresses)
      for name in part.names.sorted() { add(profileName: name) }
    }
  }

  /// Whether a part of a body is about them.
  func has(_ part: RawBody.Part, with messages: Set<String>) -> Bool {
    if let id = part.id, othersMessages.contains(id) { return false }
    return part.id.map(messages.contains) ?? false
      || !keys.isDisjoint(with: part.addresses.map(Self.key))
  }
}
