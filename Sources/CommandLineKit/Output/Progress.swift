/// How far a long work has come, as one line that a terminal shows in the place of the one before:
/// how far, how fast, how long still. It is told what time it is, in seconds of any clock that is
/// never set back.
package struct Progress: Sendable {
  /// What is counted.
  package enum Unit: Sendable {
    /// Things, by their name: `messages`.
    case count(Text)
    case bytes
  }

  private let what: Text
  private let unit: Unit
  /// How many there are in all; nil where nobody knows before.
  private let total: Int?
  private let language: Language
  private let startedAt: Double
  private var shownAt: Double

  /// What takes less is not worth a line.
  private static let patience = 1.0
  /// Between two lines.
  private static let pause = 0.2

  package init(
    _ what: Text, of total: Int?, _ unit: Unit, language: Language, startedAt: Double
  ) {
    self.what = what
    self.unit = unit
    self.total = total
    self.language = language
    self.startedAt = startedAt
    shownAt = startedAt + Self.patience - Self.pause
  }

  /// Whether a line was shown that is to be taken away at the end.
  package private(set) var isShown = false

  /// The line to show now; nil where the last one is still good.
  package mutating func line(done: Int, at now: Double) -> String? {
    guard now - shownAt >= Self.pause else { return nil }
    shownAt = now
    isShown = true
    return "\(what(language)): "
      + [far(done), fast(done, now), left(done, now)]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func far(_ done: Int) -> String {
    guard let total else { return amount(done) }
    let of = Text(en: "of", pt: "de")(language)
    let share = total > 0 ? min(100, done * 100 / total) : 100
    return "\(number(done)) \(of) \(amount(total)) (\(share)%)"
  }

  private func fast(_ done: Int, _ now: Double) -> String? {
    let seconds = now - startedAt
    guard seconds > 0 else { return nil }
    return number(Int(Double(done) / seconds)) + (isBytes ? " MB/s" : "/s")
  }

  /// As fast as so far.
  private func left(_ done: Int, _ now: Double) -> String? {
    guard let total, done > 0, done < total else { return nil }
    let rest = Int((now - startedAt) / Double(done) * Double(total - done) + 0.5)
    let span = rest < 60 ? "\(rest) s" : "\(rest / 60) min \(rest % 60) s"
    return Text(en: "\(span) left", pt: "faltam \(span)")(language)
  }

  private var isBytes: Bool { if case .bytes = unit { true } else { false } }

  private func amount(_ value: Int) -> String {
    switch unit {
    case .count(let name): "\(number(value)) \(name(language))"
    case .bytes: "\(number(value)) MB"
    }
  }

  /// Digits in groups of three; bytes as millions of them.
  private func number(_ value: Int) -> String {
    var digits = Array(String(isBytes ? value / 1_000_000 : value))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(language == .ptBR ? "." : ",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
