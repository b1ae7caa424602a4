import DeskFormats
import Testing

struct ContactSheetTests {
  private func rows(_ text: String) throws -> (ContactSheet, [ContactRow]) {
    var reader = CSVReader(Array(text.utf8))
    let sheet = try ContactSheet(header: try #require(try reader.next()).fields)
    var rows: [ContactRow] = []
    while let record = try reader.next() {
      if let row = sheet.row(record) { rows.append(row) }
    }
    return (sheet, rows)
  }

  @Test(arguments: [
    "Nome;Telefone;E-mail;Grupo", "NOME COMPLETO;celular;email;Empresa",
    "cliente;WhatsApp;Mail;pessoa", "name;Mobile Phone;E-Mail Address;Company",
    "Contato;Fone 1;Correio Eletrônico;Organização", "Name;Phone 1 - Value;E-mail 1 - Value;group",
    "\u{FEFF} nome ;TELEFONE_1;e_mail;grupo",
  ])
  func `titles are known in Portuguese and English`(header: String) throws {
    let (sheet, rows) = try rows(header + "\nAna Silva;(11) 98765-4321;ana@loja.com;Loja\n")
    #expect(sheet.unread.isEmpty)
    var expected = ContactRow(line: 2)
    expected.name = "Ana Silva"
    expected.phones = ["(11) 98765-4321"]
    expected.emails = ["ana@loja.com"]
    expected.groups = ["Loja"]
    #expect(rows == [expected])
  }

  @Test func `a column that is not read is reported with the reason`() throws {
    let header = ["Nome", "Telefone", "Telefone 2", "Observação", "", "Cliente"]
    let sheet = try ContactSheet(header: header)
    #expect(sheet.unread.map(\.index) == [3, 4, 5])
    #expect(sheet.unread.map(\.title) == ["Observação", "", "Cliente"])
    #expect(sheet.unread.map(\.reason) == [.unknown, .untitled, .repeated])
  }

  @Test(arguments: [["nome", "empresa"], ["x"], [], ["Data", "Valor"]])
  func `without phones and e-mails there are no contacts`(titles: [String]) {
    #expect(throws: ContactSheetError.noPhoneOrEmail(titles: titles)) {
      try ContactSheet(header: titles)
    }
  }

  @Test func `cells and columns may hold several values`() throws {
    let (_, rows) = try rows(
      """
      nome;telefone;telefone 2;email
      Ana;"11 98765-4321; 11 3456-7890";21 98765-4321 / 21 3456-7890;a@x.com, b@x.com
      Rui;"11 98765-4321\n11 3456-7890";;" ,; "
      ;;;c@x.com
       ;; ;
      """)
    #expect(
      rows.map(\.phones) == [
        ["11 98765-4321", "11 3456-7890", "21 98765-4321", "21 3456-7890"],
        ["11 98765-4321", "11 3456-7890"], [],
      ])
    #expect(rows.map(\.emails) == [["a@x.com", "b@x.com"], [], ["c@x.com"]])
    #expect(rows.map(\.name) == ["Ana", "Rui", nil])
    #expect(rows.map(\.line) == [2, 3, 5])
  }

  @Test(arguments: ["5,51199E+12", "5.51199e+12", "5E+12", "5,5E12", " 5,51199E+12 "])
  func `a number that the spreadsheet rounded is told`(cell: String) throws {
    let (_, rows) = try rows("nome;Celular\nAna;\(cell)/11 98765-4321\n")
    let value = cell.replacing(" ", with: "")
    #expect(rows.map(\.phones) == [["11 98765-4321"]])
    #expect(rows.map(\.problems) == [[.scientificNotation(column: "Celular", value: value)]])
  }

  @Test(arguments: ["11 98765-4321", "Rua E 12", "E12", "5E", "e+12", "5,5"])
  func `what only looks like it is no rounded number`(cell: String) throws {
    let (_, rows) = try rows("nome;Celular\nAna;\(cell)\n")
    #expect(rows.map(\.problems) == [[]])
    #expect(rows.first?.phones.isEmpty == false)
  }

  @Test func `a record of another length is told, and its cells are read`() throws {
    let (_, rows) = try rows("nome;telefone\nAna\nRui;11;x\n")
    #expect(
      rows.map(\.problems) == [
        [.fieldCount(expected: 2, found: 1)], [.fieldCount(expected: 2, found: 3)],
      ])
    #expect(rows.map(\.phones) == [[], ["11"]])
  }
}
