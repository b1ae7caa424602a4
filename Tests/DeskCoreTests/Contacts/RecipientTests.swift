import DeskCore
import Testing

struct RecipientTests {
  typealias Samples = WritingSamples

  /// With two lines, the phone of the first without its ninth digit.
  var contact: Contact {
    var contact = Samples.contact
    contact.phones.append(Samples.phone("+551133334444"))
    contact.lines.append(Samples.line(Samples.number("2"), "BR.15", Samples.now))
    return contact
  }

  func to(_ number: String?, _ phone: String?) -> String {
    let found = contact.recipient(
      by: number.map(Samples.number), phone: phone.map(Samples.phone))
    return [
      found?.number?.text ?? "-", found?.address ?? "-", found?.lastInboundAt == nil ? "" : "w",
    ]
    .joined(separator: " ")
  }

  @Test func `S5 to the phone, as WhatsApp writes it where they wrote from it`() {
    #expect(to("1", nil) == "1 +551187654321 w")
    #expect(to("1", "+5511987654321") == "1 +551187654321 w")
    #expect(to("1", "+551133334444") == "1 +551133334444 ")
    #expect(to("3", nil) == "3 +5511987654321 ")
  }

  @Test func `S5 a user id will do unless a phone is named`() {
    #expect(to("2", nil) == "2 BR.15 w")
    #expect(to("2", "+5511987654321") == "2 +5511987654321 ")
  }

  @Test func `C13 a desk that names no number answers on the line they last wrote on`() {
    #expect(to(nil, nil) == "2 BR.15 w")
    #expect(contact.recipient(by: nil)?.address == "BR.15")
    var silent = contact
    silent.lines = []
    #expect(silent.recipient(by: nil)?.address == "+5511987654321")
    #expect(silent.recipient(by: nil)?.window.isOpen(at: Samples.now) == false)
    silent.phones = []
    #expect(silent.recipient(by: nil) == nil && silent.recipient(by: nil, phone: nil) == nil)
  }
}
