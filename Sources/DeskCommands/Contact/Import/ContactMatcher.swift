import DeskCore
import DeskStore

/// Tells whose a row is: among the contacts of the store, and those that the rows before it made.
///
/// The indexes are read once for many rows, each shard once; what the rows change is remembered
/// beside them.
struct ContactMatcher {
  /// Contacts by the keys of their phones and e-mails; none of the one is one of the other.
  private var owners: [String: Set<Contact.ID>] = [:]
  private var changed: [Contact.ID: Contact] = [:]

  enum Match {
    case nobody
    case one(Contact.ID)
    case several([Contact.ID])
  }

  /// Forgets everything: what was remembered is in the store, and others may change it.
  mutating func forget() {
    owners = [:]
    changed = [:]
  }

  /// Reads the owners of all keys of some rows that are not known yet.
  mutating func look(up rows: some Sequence<ImportRow>, in store: some StoreReading) throws {
    var phones: Set<String> = []
    var emails: Set<String> = []
    for row in rows {
      phones.formUnion(row.entry.phoneKeys)
      emails.formUnion(row.entry.emailKeys)
    }
    for (index, keys) in [(Index.phone, phones), (.email, emails)] {
      let unknown = keys.filter { owners[$0] == nil }
      let found = try store.numbers(index, keys: unknown)
      for key in unknown { owners[key] = Set(found[key, default: []].map(Contact.ID.init)) }
    }
  }

  /// The contact that an entry speaks of. Where two share an e-mail, it is the one that has the
  /// entry's phone, too.
  func match(_ entry: ContactEntry) -> Match {
    let claims = entry.keys.compactMap { owners[$0] }.filter { !$0.isEmpty }
    let all = claims.reduce(into: Set()) { $0.formUnion($1) }
    guard all.count > 1 else { return all.first.map { .one($0) } ?? .nobody }
    let agreed = all.filter { id in claims.allSatisfy { $0.contains(id) } }
    return agreed.count == 1 ? agreed.first.map { .one($0) } ?? .nobody : .several(all.sorted())
  }

  /// A contact as the rows so far have left it.
  func contact(_ id: Contact.ID, in store: some StoreReading) throws -> Contact {
    try changed[id] ?? store.get(id)
  }

  /// Remembers a contact that a row made or changed.
  mutating func remember(_ contact: Contact, with entry: ContactEntry) {
    changed[contact.id] = contact
    for key in entry.keys { owners[key, default: []].insert(contact.id) }
  }
}
