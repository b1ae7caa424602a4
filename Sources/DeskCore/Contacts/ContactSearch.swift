/// A text that people look for among contacts: part of a name, an e-mail or a phone.
///
/// Capitals and accents make no difference; nor does how a phone is written, with or without its
/// ninth digit or the zero before its area code.
package struct ContactSearch: Sendable {
  private let text: String
  /// The digits of what may be a part of a phone.
  private let digits: String?

  package init(_ typed: String) {
    text = typed.folded
    let isPhone = typed.allSatisfy { $0.isASCIIDigit || " ()+-./".contains($0) }
    let digits = typed.filter(\.isASCIIDigit).drop { $0 == "0" }
    self.digits = isPhone && digits.count >= 3 ? String(digits) : nil
  }

  package func finds(_ contact: Contact) -> Bool {
    if let digits, contact.phones.contains(where: { $0.holds(digits) }) { return true }
    let names = [contact.name, contact.profileName].compactMap { $0?.folded }
    return (names + contact.emails.map(\.text.folded)).contains { $0.contains(text) }
  }
}

extension PhoneNumber {
  fileprivate func holds(_ digits: String) -> Bool {
    variants.contains { $0.e164.contains(digits) }
  }
}
