import DeskCore
import Testing

struct FoldedTextTests {
  @Test(arguments: [
    ("Amanhã", "amanha"), ("amanha\u{303}", "amanha"), ("OBSERVAÇÃO", "observacao"),
    ("  E-mail \u{A0}\t 2 ", "e-mail 2"), ("\u{FEFF}Nome", "nome"), ("Straße", "strasse"),
    ("Łódź Œuvre", "lodz oeuvre"), ("ação\u{200E}", "acao"), ("Привет", "привет"), ("", ""),
  ])
  func `case, accents and unseen characters make no difference`(text: String, folded: String) {
    #expect(text.folded == folded)
  }
}
