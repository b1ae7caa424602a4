/// A language that the program speaks to people. Machine output has none.
package enum Language: String, CaseIterable, Sendable {
  case en = "en"
  case ptBR = "pt-BR"

  /// The language that locale values ask for, given in their order of precedence
  /// (`LC_ALL`, `LC_MESSAGES`, `LANG`).
  ///
  /// The first value that is set and not empty decides alone, as POSIX has it: Portuguese of any
  /// country is `.ptBR`, and whatever else it names (`C`, `POSIX`, `de_DE.UTF-8`) is `.en`.
  package static func from(_ locales: String?...) -> Language {
    guard let locale = locales.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
      return .en
    }
    let name = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
    return name.lowercased() == "pt" ? .ptBR : .en
  }
}
