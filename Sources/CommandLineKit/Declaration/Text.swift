/// A text for people, in every language the program speaks.
///
/// `text(language)` picks one. There is no literal form, so that a missing translation is seen
/// where it is missing: what reads the same in both languages says so by `Text("TIME")`.
package struct Text: Sendable, Hashable {
  /// In English.
  package let en: String

  /// In Brazilian Portuguese.
  package let pt: String

  /// A text in each language.
  package init(en: String, pt: String) {
    self.en = en
    self.pt = pt
  }

  /// A text that reads the same in every language.
  package init(_ both: String) {
    self.init(en: both, pt: both)
  }

  /// The text in a language.
  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .en: en
    case .ptBR: pt
    }
  }
}
