/// The options that hold on a line, found by name and by letter.
struct OptionTable: Sendable {
  let options: [OptionSpec]
  private let byName: [String: OptionSpec]
  private let byShort: [Character: OptionSpec]

  /// An own option hides a global one of the same name or letter.
  init(own: [OptionSpec] = [], global: [OptionSpec]) {
    options = own + global
    byName = Dictionary(
      options.flatMap { option in ([option.name] + option.aliases).map { ($0, option) } },
      uniquingKeysWith: { own, _ in own })
    byShort = Dictionary(
      options.compactMap { option in option.short.map { ($0, option) } },
      uniquingKeysWith: { own, _ in own })
  }

  func option(named name: some StringProtocol) -> OptionSpec? { byName[String(name)] }
  func option(short: Character) -> OptionSpec? { byShort[short] }

  /// Whether a word is one of these options as it would be written, and so no value of another:
  /// `--at`, `--at=10:00`, `-n`, and flags bundled as `-ny`.
  func declares(_ word: String) -> Bool {
    if word.hasPrefix("--") {
      return option(named: word.dropFirst(2).prefix { $0 != "=" }) != nil
    }
    guard word.hasPrefix("-"), word.count > 1 else { return false }
    let letters = word.dropFirst()
    return letters.count == 1 && letters.allSatisfy { byShort[$0] != nil }
      || letters.allSatisfy { byShort[$0]?.takesValue == false }
  }
}
