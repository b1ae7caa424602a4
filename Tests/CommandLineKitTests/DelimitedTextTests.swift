import CommandLineKit
import Testing

struct DelimitedTextTests {
  func table(_ cell: String) -> Table {
    Table(
      [Table.Column(Text(en: "A", pt: "Á")), Table.Column(Text("B"), key: "b")],
      rows: [[cell, "z"]])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\tb", #"a\tb"#), ("a\nb\r\n", #"a\nb\r\n"#), (#"a\b"#, #"a\\b"#),
    ("\u{1B}é", #"\u{1b}é"#), ("", ""),
  ])
  func `TSV keeps a record on a line`(cell: String, written: String) {
    #expect(table(cell).tsv(.en) == "\(written)\tz\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd", "'+cmd"), ("-2+cmd", "'-2+cmd"),
    ("  =1", "'  =1"), ("\t=1", "'\t=1"), ("\r=1", #"'\u{d}=1"#), ("＝1", "'＝1"), ("＋a", "'＋a"),
  ])
  func `CSV makes text of what a spreadsheet would run`(cell: String, written: String) {
    #expect(table(cell).csv(.en, CSVOptions(header: false)) == "\(written),z\r\n")
    #expect(!table(cell).csv(.en, CSVOptions(guardsFormulas: false)).contains("'"))
  }

  @Test(arguments: [
    "+55 (11) 98765-4321", "+5511987654321", "-12.5", "-", "a=1", "'=1", "2026-12-05",
  ])
  func `CSV leaves phones, numbers and other text as they are`(cell: String) {
    #expect(table(cell).csv(.en, CSVOptions(header: false)) == "\(cell),z\r\n")
  }

  @Test func `the delimiter, the header and the byte order mark are chosen`() {
    let options = CSVOptions(delimiter: ";", byteOrderMark: true)
    #expect(table("a;b,c").csv(.ptBR, options) == "\u{FEFF}Á;b\r\n\"a;b,c\";z\r\n")
    #expect(table("1").tsv(.ptBR, header: true) == "Á\tb\n1\tz\n")
  }
}
