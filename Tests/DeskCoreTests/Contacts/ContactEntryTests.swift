import DeskCore
import Testing

struct ContactEntryTests {
  private func entry(
    _ name: String? = nil, phones: [String] = [], emails: [String] = [], groups: [String] = []
  ) throws -> ContactEntry {
    var entry = ContactEntry()
    entry.name = name
    for phone in phones { entry.add(try PhoneNumber(phone, country: .brazil)) }
    for email in emails { entry.add(try EmailAddress(email)) }
    for group in groups { entry.add(try Group.ID(text: group)) }
    return entry
  }

  @Test func `a phone or an e-mail stands once, however it is written`() throws {
    let entry = try entry(
      phones: ["(11) 98123-4567", "+55 11 8123-4567", "11 3456-7890"],
      emails: ["Ana@x.com", "ana@X.com"])
    #expect(entry.phones.map(\.e164) == ["+5511981234567", "+551134567890"])
    #expect(entry.emails.map(\.text) == ["Ana@x.com"])
    #expect(entry.keys == ["+5511981234567", "+551134567890", "ana@x.com"])
  }

  @Test(arguments: [
    (" Ana  Dias ", "Ana Dias"), ("Ana\tDias\n", "Ana Dias"), ("\u{A0}Ana", "Ana"), (" \n", nil),
  ])
  func `a name is one line without spare spaces`(typed: String, name: String?) {
    #expect(ContactEntry.name(typed) == name)
  }

  @Test func `a contact is completed by what it lacks, and keeps what it has`() throws {
    let first = try entry("Ana", phones: ["11 98123-4567"], groups: ["vip"])
    let (ana, made) = Contact().completed(by: first)
    #expect(made == ["name", "phones", "groups", "registered"])
    let second = try entry("Outra", phones: ["11 8123-4567"], emails: ["a@x.com"], groups: ["vip"])
    let (both, changed) = ana.completed(by: second)
    #expect(changed == ["emails"])
    #expect(both.name == "Ana")
    #expect(both.phones == ana.phones)
    #expect(both.completed(by: second).changed.isEmpty)
    #expect(both.completed(by: first).changed.isEmpty)
  }

  @Test(arguments: [
    ("joao", true), ("JOÃO", true), ("ão conc", true), ("Maria", false), ("loja.com", true),
    ("98123-4567", true), ("(11) 98123", true), ("011 98123", true), ("11 8123-4567", true),
    ("45", false), ("4567", true), ("+55 11", true), ("99999", false), ("", true),
  ])
  func `a contact is found by a part of what it has`(typed: String, isFound: Bool) throws {
    let contact = Contact().completed(
      by: try entry("João Conceição", phones: ["11 98123-4567"], emails: ["j@loja.com"])).contact
    #expect(ContactSearch(typed).finds(contact) == isFound)
  }
}
