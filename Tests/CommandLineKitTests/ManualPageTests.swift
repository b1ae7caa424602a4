import CommandLineKit
import Testing

struct ManualPageTests {
  let sections = [
    ManualSection(
      Text(en: "Exit status", pt: "Estado de saída"),
      Text(en: ".dots 'and' back\\slash-es\n\n  'as is'  here", pt: "Ação"))
  ]

  func lines(_ language: Language) -> [Substring] {
    ManualPage(Sample.tree, language: language, date: "2026-11-21", sections: sections)
      .text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `the page begins as man and whatis expect`() {
    #expect(
      lines(.en).prefix(7) == [
        #".TH "DESKCTL" 1 2026-11-21 "deskctl 1.0.0""#, #".SH "NAME""#,
        #"deskctl \- A support desk in plain files."#, #".SH "SYNOPSIS""#,
        #"\fBdeskctl\fR [global options] NOUN VERB [arguments] [options]"#,
        #".SH "DESCRIPTION""#, "A support desk in plain files.",
      ])
  }

  @Test func `an option is a term with its letter, name and value`() throws {
    let lines = lines(.ptBR)
    let term = try #require(
      lines.firstIndex(of: #"\fB\-m\fR, \fB\-\-message\fR \fITEXT\fR"#))
    #expect(lines[term - 1] == ".TP")
    #expect(lines[term + 1] == #"O que \[u00E9] enviado."#)
  }

  @Test func `text is never a request, and every sign comes out as it was`() {
    #expect(
      lines(.en).suffix(7) == [
        #".SH "EXIT STATUS""#, #"\&.dots \(aqand\(aq back\eslash\-es"#, ".PP", ".EX",
        #"  \(aqas is\(aq  here"#, ".EE", "",
      ])
  }

  @Test(arguments: Language.allCases)
  func `the page is short lines of ASCII, and tells of all that is not hidden`(
    language: Language
  ) {
    let lines = lines(language)
    #expect(lines.allSatisfy { $0.utf8.count <= 80 && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(lines.dropLast().allSatisfy { !$0.isEmpty && $0.last != " " })
    #expect(lines.contains(#".SS "deskctl schedule cancel""#))
    #expect(lines.contains(#"\fBDESKCTL_CONFIG\fR"#))
    #expect(!lines.contains { $0.contains("secret") })
  }
}
