import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// Files of contacts as they are met: what is read from them, and that it is so again.
struct ContactImportTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk.sample() }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: desk.root + "/" + name))
  }

  private static let sheet = """
    Nome;Telefone;E-mail;Empresa\r
    Márcia Conceição;(0xx11) 98123-4567;marcia@casa.com.br;Família Prado\r
    "Açaí ""do Zé""\";011 3222-1100;;\r\n
    """

  /// As spreadsheets save it: plain, with a mark, in the encodings of Windows, with tabs.
  static let encodings: [(String, [UInt8])] = [
    ("UTF-8", Array(sheet.utf8)),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(sheet.utf8)),
    ("Windows-1252", Array(sheet.data(using: .windowsCP1252) ?? Data())),
    ("UTF-16", [0xFF, 0xFE] + Array(sheet.data(using: .utf16LittleEndian) ?? Data())),
    ("tabs", Array(sheet.replacingOccurrences(of: ";", with: "\t").utf8)),
    ("sep=", Array(("sep=;\r\n" + sheet).utf8)),
    ("old Mac", Array(sheet.replacingOccurrences(of: "\r\n", with: "\r").utf8)),
  ]

  @Test(arguments: encodings)
  func `a spreadsheet is read as it was saved`(_ name: String, _ bytes: [UInt8]) throws {
    try #require(!bytes.isEmpty)
    try write("clientes.csv", bytes)
    let answer = desk.run("contact", "import", "clientes.csv")
    #expect(answer.output == "imported: 2 added, 0 updated, 0 unchanged, 0 refused\n")
    let words = ["contact", "list", "--fields", "name,phones,emails,groups"]
    #expect(
      desk.run(words + ["--match", "MARCIA"]).output == """
        Márcia Conceição\t["+5511981234567"]\t["marcia@casa.com.br"]\t["familia-prado"]\n
        """)
    #expect(
      desk.run(words + ["--match", "acai"]).output.hasPrefix("Açaí \"do Zé\"\t[\"+551132221100\"]"))
  }

  @Test func `JSON Lines may begin with a mark and hold blank lines`() throws {
    let text = "\u{FEFF}\n{\"name\":\"Rita\",\"phone\":\"11 98123-4567\"}\r\n\n{\"email\":\"b@x.com\"}"
    try desk.write("novos.txt", text)
    let answer = desk.run("contact", "import", "novos.txt")
    #expect(answer.output == "imported: 2 added, 0 updated, 0 unchanged, 0 refused\n")
  }

  @Test func `a bad line of JSON leaves out that line alone`() throws {
    let answer = desk.run(
      ["contact", "import", "-", "--jsonl", "--fields", "line,result"],
      input: "{\"email\":\"a@x.com\"}\n{\"email\":\n{\"email\":\"c@x.com\"}\n")
    #expect(answer.status == 7)
    #expect(
      answer.output == """
        {"line":1,"result":"added"}
        {"line":2,"result":"refused"}
        {"line":3,"result":"added"}\n
        """)
  }

  @Test func `a file of another kind is told from a spreadsheet`() throws {
    try write("clientes.xlsx", [0x50, 0x4B, 3, 4, 0, 0, 8, 0])
    let answer = desk.run("contact", "import", "clientes.xlsx")
    #expect(answer.status == 4)
    #expect(answer.error.contains("save the spreadsheet as CSV"))
  }

  @Test func `two rows of one contact are one, over batches too`() throws {
    let rows = (1...9).map { "Cliente \($0 % 3);11 97000-000\($0 % 3);c\($0)@loja.com.br" }
    try desk.write("novos.csv", "nome;fone;email\n" + rows.joined(separator: "\n"))
    for words in [["-n"], []] {
      let answer = desk.run(["contact", "import", "novos.csv", "--batch", "2", "-q"] + words)
      #expect(answer.output == "8\n9\n10\n8\n9\n10\n8\n9\n10\n", "\(words)")
    }
    #expect(desk.run("contact", "list", "-q", "--match", "cliente").output == "8\n9\n10\n")
    #expect(
      desk.run("contact", "show", "8", "--fields", "emails").output
        == "[\"c1@loja.com.br\",\"c4@loja.com.br\",\"c7@loja.com.br\"]\n")
  }

  @Test func `a rehearsal changes nothing and says what would be`() throws {
    try desk.write("novos.csv", "nome;fone\nA;11 97000-0001\nA;11 97000-0001\n")
    let rehearsed = desk.run("contact", "import", "novos.csv", "-n", "--batch", "1")
    #expect(
      rehearsed.output == """
        novos.csv:2: contact/8 added
        novos.csv:3: contact/8 unchanged
        would be imported: 1 added, 0 updated, 1 unchanged, 0 refused\n
        """)
    #expect(desk.run("contact", "show", "8").status == 3)
    #expect(
      desk.run("contact", "import", "novos.csv").output
        == "imported: 1 added, 0 updated, 1 unchanged, 0 refused\n")
  }

  @Test func `W7 an e-mail of two contacts is theirs whose phone stands with it`() throws {
    desk.run("contact", "add", "--name", "Um", "--phone", "11970000001", "--email", "casa@x.com")
    desk.run("contact", "add", "--name", "Dois", "--phone", "11970000002", "--email", "casa@x.com")
    let answer = desk.run(
      ["contact", "import", "-", "-v"],
      input: "nome;fone;email\n;11970000002;casa@x.com\n;;casa@x.com\n")
    #expect(answer.status == 7)
    #expect(answer.output.hasPrefix("stdin:2: contact/9 unchanged\n"))
    #expect(answer.error.contains("stdin:3: it speaks of several contacts: contact/8, contact/9"))
  }

  /// A contact that an inbound made: a phone, and no name that anybody gave.
  private func addUnregistered(_ phone: String) throws {
    let store = try Store(desk.root + "/data", now: desk.now)
    _ = try store.write(patience: 1) { transaction in
      var contact = Contact()
      contact.id = Contact.ID(try transaction.nextNumber(.contact))
      contact.phones = [try PhoneNumber(phone, country: .brazil)]
      try transaction.apply([.contact(contact)])
    }
  }

  @Test func `whoever wrote before is registered under their number`() throws {
    try addUnregistered("11 97000-0001")
    try addUnregistered("11 97000-0002")
    #expect(desk.run("contact", "list", "--registered", "no", "-q").output == "8\n9\n")
    let imported = desk.run(
      ["contact", "import", "-", "-v"], input: "nome;fone\nRita;11 97000-0001\n")
    #expect(imported.output.hasPrefix("stdin:2: contact/8 updated (name, registered)\n"))
    let added = desk.run("contact", "add", "--name", "Lia", "--phone", "11970000002")
    #expect(added.output == "contact/9 registered: Lia\n")
    #expect(desk.run("contact", "list", "--registered", "no", "-q").output == "")
  }

  @Test func `a large file goes through in batches, in little memory`() throws {
    let rows = (0..<3000).map { "Cliente \($0);(11) 9\(70_000_000 + $0);c\($0)@loja.com.br" }
    try desk.write("novos.csv", "nome;fone;email\n" + rows.joined(separator: "\n"))
    let answer = desk.run("contact", "import", "novos.csv", "--batch", "700")
    #expect(answer.output == "imported: 3000 added, 0 updated, 0 unchanged, 0 refused\n")
    let events = try desk.read("data/log/2026-12-04.jsonl").split(separator: "\n")
    #expect(events.filter { $0.contains("\"imported\"") }.count == 3007)
    #expect(
      desk.run("contact", "show", "11970002999", "--fields", "id,name").output
        == "3007\tCliente 2999\n")
  }

  @Test func `what is printed to a file is there whole`() throws {
    let answer = desk.run(
      ["contact", "import", "-", "--json", "-o", "feito.json"], input: "{\"email\":\"a@x.com\"}")
    #expect(answer.status == 0)
    #expect(answer.output.isEmpty)
    #expect(try desk.read("feito.json").hasSuffix("\n]}\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.root).sorted()
      == ["config", "data", "feito.json"])
  }
}
