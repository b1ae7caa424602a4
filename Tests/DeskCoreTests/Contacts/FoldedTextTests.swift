import DeskCore
import Testing

struct FoldedTextTests {
  @Test(arguments: [
    ("Amanhã", "amanha"), ("amanha\u{303}", "amanha"), ("OBSERVAÇÃO", "observacao"),
    ("  E-mail \u{A0}\t 2 ", "e-mail 2"), ("\u{FEFF}Nome", "nome"), ("Straße", "strasse"),
    ("Łódź Œuvre", "lodz oeuvre"), ("ação\u{200E}", "acao"), ("Привет", "привет"), ("", ""),
    ("Андреи\u{306}", "андре\u{439}"), ("Nguye\u{302}\u{303}n", "nguyen"), ("Nguyễn", "nguyen"),
    ("Ștefan", "stefan"), ("S\u{326}tefan", "stefan"),
  ])
  func `case, accents and unseen characters make no difference`(text: String, folded: String) {
    #expect(text.folded == folded)
  }
}
