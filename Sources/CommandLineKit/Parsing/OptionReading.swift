/// What one word that begins with a dash says, before the next word is looked at.
struct OptionReading {
  /// The options that the word completes, with the value attached to it.
  var given: [(option: OptionSpec, value: String?)] = []

  /// The option that takes the next word as its value.
  var awaiting: OptionSpec?
  var failure: UsageError?
}

extension OptionTable {
  /// Reads `--name`, `--name=value`, `-m`, `-mVALUE`, `-m=VALUE`, and bundles such as `-nym`.
  func reading(of word: String) -> OptionReading {
    word.hasPrefix("--") ? longReading(of: word) : shortReading(of: word)
  }

  private func longReading(of word: String) -> OptionReading {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : nil
    guard let name = parts.first, let option = option(named: name) else {
      return unknown(word.prefix { $0 != "=" })
    }
    switch (option.takesValue, value) {
    case (true, nil): return OptionReading(awaiting: option)
    case (true, let value?): return OptionReading(given: [(option, value)])
    case (false, nil): return OptionReading(given: [(option, nil)])
    case (false, _?): return OptionReading(failure: .unexpectedValue(option.name))
    }
  }

  /// A word that is a long name with one dash is refused and not taken for a bundle: `-out f.csv`
  /// would otherwise write to a file called `ut`.
  private func shortReading(of word: String) -> OptionReading {
    var reading = OptionReading()
    var letters = word.dropFirst()
    if letters.count > 1, option(named: letters) != nil { return unknown(word) }
    while let letter = letters.popFirst() {
      guard let option = option(short: letter) else {
        let isFirst = reading.given.isEmpty
        reading.failure = unknown(isFirst ? word : "-\(letter)").failure
        return reading
      }
      guard option.takesValue else {
        reading.given.append((option, nil))
        continue
      }
      if letters.isEmpty {
        reading.awaiting = option
      } else {
        let value = letters.first == "=" ? letters.dropFirst() : letters
        reading.given.append((option, String(value)))
      }
      return reading
    }
    return reading
  }

  private func unknown(_ word: some StringProtocol) -> OptionReading {
    let name = word.drop { $0 == "-" }
    let nearest = name.count > 1 ? options.map(\.name).nearest(to: String(name)) : nil
    return OptionReading(
      failure: .unknownOption(String(word), suggestion: nearest.map { "--\($0)" }))
  }
}
