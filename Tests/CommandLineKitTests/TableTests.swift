import CommandLineKit
import Testing

struct TableTests {
  let table = Table(
    [
      Table.Column(Text(en: "Id", pt: "Nº"), key: "id", alignment: .right),
      Table.Column(Text(en: "Title", pt: "Título"), key: "title", shrinks: true),
      Table.Column(Text(en: "State", pt: "Situação")),
    ],
    rows: [["7", "The printer does not print", "open"], ["1234", "日本語", ""]])

  @Test func `columns are aligned under titles in capitals`() {
    #expect(
      table.table(.en) == """
          ID  TITLE                       STATE
           7  The printer does not print  open
        1234  日本語

        """)
    #expect(table.table(.ptBR).hasPrefix("  Nº  TÍTULO                      SITUAÇÃO\n"))
  }

  @Test func `a column that may shrink is shortened to fit`() {
    #expect(
      table.table(.en, width: 24) == """
          ID  TITLE        STATE
           7  The printe…  open
        1234  日本語

        """)
  }

  @Test(arguments: 0..<60)
  func `the table fits whatever width it can`(width: Int) {
    for line in table.table(.en, width: width).split(separator: "\n") {
      #expect(String(line).displayWidth <= max(width, 17))
      #expect(line.last != " ")
    }
  }

  @Test func `without rows there is nothing to head`() {
    var empty = Table(table.columns)
    #expect(empty.table(.en) == "")
    #expect(empty.tsv(.en, header: true) == "id\ttitle\tState\n")
    empty.add(["1", "a\u{1B}[31m\nb", "\u{202E}c"])
    #expect(empty.table(.en).split(separator: "\n")[1] == #" 1  a\u{1b}[31m\u{a}b  \u{202e}c"#)
  }

  @Test func `only the titles are bold`() {
    let lines = table.table(.en, style: Style(isOn: true)).split(separator: "\n")
    #expect(lines[0].hasPrefix("\u{1B}[1m") && lines[0].hasSuffix("\u{1B}[0m"))
    #expect(!lines[1].contains("\u{1B}"))
  }
}
