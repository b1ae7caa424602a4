import Testing

@testable import CommandLineKit

struct TextTests {
  @Test func `a text is picked by the language`() {
    let text = Text(en: "Team", pt: "Equipe")
    #expect(text(.en) == "Team" && text(.ptBR) == "Equipe")
    #expect(Text("id")(.ptBR) == "id")
  }

  @Test(arguments: [
    ("pt_BR.UTF-8", Language.ptBR), ("pt", .ptBR), ("pt_PT@euro", .ptBR), ("pt-BR", .ptBR),
    ("C", .en), ("C.UTF-8", .en), ("POSIX", .en), ("ptolemaic", .en), ("de_DE", .en), ("", .en),
  ])
  func `a locale names a language`(locale: String, language: Language) {
    #expect(Language.from(locale) == language)
  }

  @Test func `the first locale that is set decides alone`() {
    #expect(Language.from(nil, "", "pt_BR") == .ptBR)
    #expect(Language.from("C", "pt_BR", "pt_BR") == .en)
    #expect(Language.from() == .en)
  }

  @Test func `prose is wrapped between words, by columns`() {
    #expect(TextWrap(width: 9).lines("one two  three\nfour") == ["one two", "three", "four"])
    #expect(
      TextWrap(width: 6, indent: 2).lines("日本 é incomprehensible") == [
        "  日本", "  é", "  incomprehensible",
      ])
    #expect(TextWrap(width: 8, hanging: 3).lines("a b c d e f") == ["a b c d", "   e f"])
    #expect(TextWrap(width: 8).lines(" \n ").isEmpty)
  }

  @Test func `pieces are not broken`() {
    #expect(TextWrap(width: 12).flow(["add", "[--at TIME]", "x"]) == ["add", "[--at TIME]", "x"])
  }

  @Test func `a longer text is prose and lines that stay`() {
    #expect(
      Paragraph.read("a\nb\n\n  c\n  d\ne\n\n\nf") == [
        .prose("a b"), .verbatim(["  c", "  d"]), .prose("e"), .prose("f"),
      ])
  }

  @Test func `style does nothing when off, nor to nothing`() {
    #expect(Style.plain.red("x") == "x")
    let style = Style(isOn: true)
    #expect(style.red("x") == "\u{1B}[31mx\u{1B}[0m" && style.yellow("") == "")
    #expect(style.dim("x") == "\u{1B}[2mx\u{1B}[0m" && style.yellow("x") == "\u{1B}[33mx\u{1B}[0m")
  }
}
