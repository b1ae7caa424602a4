extension String {
  /// The text in small letters and without the accents of Latin letters, so that `Amanhã` and
  /// `amanha` are the same word.
  ///
  /// Letters of other scripts keep their marks. Spaces of every kind are one space, none at the
  /// ends; characters that are not seen (directional marks, joiners, byte-order marks) are dropped.
  package var folded: String {
    var folded = ""
    var isAfterSpace = false
    // Letters of other scripts keep their marks, and are the same in either way of writing them.
    let isMarked = unicodeScalars.contains(where: \.isLatinAccent)
    for scalar in (isMarked ? composed : self).unicodeScalars {
      if scalar.properties.isWhitespace {
        isAfterSpace = !folded.isEmpty
        continue
      }
      if scalar.isLatinAccent || scalar.properties.generalCategory == .format { continue }
      if isAfterSpace { folded.append(" ") }
      isAfterSpace = false
      folded.append(contentsOf: scalar.foldedLetter)
    }
    return folded
  }
}

extension Unicode.Scalar {
  /// Whether it is a mark put over or under the letter before it, as in decomposed text.
  fileprivate var isLatinAccent: Bool { (0x300...0x36F).contains(value) }

  fileprivate var foldedLetter: String {
    if isASCII { return properties.lowercaseMapping }
    let small = properties.lowercaseMapping
    return small.unicodeScalars.first.flatMap { Self.baseLetters[$0] } ?? small
  }

  /// The plain letters of the accented ones in Latin-1 Supplement and Latin Extended-A, of Romanian and
  /// of Vietnamese.
  private static let baseLetters: [Unicode.Scalar: String] = {
    let rows = [
      "a": "àáâãäåāăąªạảấầẩẫậắằẳẵặ", "ae": "æ", "c": "çćĉċč", "d": "ðďđ",
      "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıỉị", "j": "ĵ", "k": "ķ",
      "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏőºọỏốồổỗộơớờởỡợ", "oe": "œ", "r": "ŕŗř",
      "s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűųụủưứừửữự", "w": "ŵ",
      "y": "ýÿŷỳỵỷỹ", "z": "źżž",
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (base, accented) in rows {
      for scalar in accented.unicodeScalars { letters[scalar] = base }
    }
    return letters
  }()
}
