extension String {
  /// The text with each letter and the marks on it as the one scalar that Unicode has for them, so
  /// that two ways of writing it, `é` and `e` with a mark, are the same bytes.
  ///
  /// The standard library compares characters by canonical equivalence but gives no normal form; a
  /// table whose keys it compares so makes one. It holds Latin, Greek and Cyrillic letters; those of
  /// other scripts stay as they are.
  var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return reduce(into: "") { $0.append(Self.composedLetters[$1] ?? $1) }
  }

  private static let composedLetters: [Character: Character] = {
    // Latin-1 Supplement to Extended-B, Greek and Cyrillic, Latin Extended Additional.
    let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1EFF]
    let letters = blocks.joined().compactMap(Unicode.Scalar.init).map { Character($0) }
    return Dictionary(letters.map { ($0, $0) }) { first, _ in first }
  }()
}
