extension String {
  /// How many columns of a terminal the text takes, counted on scalars: combining marks and format
  /// characters take none, East Asian wide ones and emoji two, all else one.
  ///
  /// An emoji joined to another (U+200D) or coloured by a skin tone takes no more than the first.
  /// Line ends and control characters take none: measure what `Shown` gives.
  package var displayWidth: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    var width = 0
    var isJoined = false
    for scalar in unicodeScalars {
      let own = scalar.displayWidth
      if !(own == 2 && (isJoined || scalar.isSkinTone && width > 0)) { width += own }
      isJoined = scalar == "\u{200D}"
    }
    return width
  }

  /// The text cut to at most `width` columns between characters, the last column being `…` where
  /// something was cut.
  package func shortened(to width: Int) -> String {
    if displayWidth <= width { return self }
    var kept = ""
    var columns = 0
    for character in self {
      columns += String(character).displayWidth
      if columns >= width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return width < 1 ? "" : kept + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: 0
    case .format: value == 0xAD ? 1 : 0
    default: (0x1160...0x11FF).contains(value) ? 0 : isWide ? 2 : 1
    }
  }
}
