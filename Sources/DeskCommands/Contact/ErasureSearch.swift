import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// A contact to erase: by number also where they are gone, for what a kill may have left.
  func erasable(_ word: String) throws -> Contact.ID {
    let plain = word.hasPrefix("contact/") ? String(word.dropFirst(8)) : word
    let number = plain.utf8.count < 8 ? Reference.number(plain) : nil
    let contact = try reading { store in
      if let number { return try store.find(Contact.ID(number)) }
      return try self.contact(word, in: store)
    }
    if let contact, let owner = contact.joined { throw Failure.isAnother(contact.id, owner) }
    return contact?.id ?? Contact.ID(number ?? 0)
  }

  /// Shorter texts stand in too much that is others'.
  private static var shortestSoughtName: Int { 6 }

  /// What somebody had before; nothing that another contact has today.
  func formerName(
    _ option: OptionSpec, _ typed: String, of contact: Contact.ID
  ) throws -> SoughtName {
    let text = String(typed.trimmed)
    guard text.folded.count >= Self.shortestSoughtName else {
      throw Failure.badValue(
        option, typed,
        Text(
          en: "at least \(Self.shortestSoughtName) characters",
          pt: "ao menos \(Self.shortestSoughtName) caracteres"))
    }
    let country = CountryCode(try settings.desk.country) ?? .brazil
    let phone = try? PhoneNumber(text, country: country)
    let former = SoughtName(text, forms: phone?.writtenForms ?? [])
    try reading { store in
      try store.forEach(Contact.self) { other in
        guard other.id != contact, other.joined != contact else { return }
        let known = [other.name, other.profileName] + other.emails.map(\.text)
        let texts = known.compactMap { $0 } + other.phones.flatMap(\.writtenForms)
        if former.needles.isIn(Array(texts.joined(separator: "\n").utf8)[...]) {
          throw Failure.isOthersName(text, other.id)
        }
      }
    }
    return former
  }
}
