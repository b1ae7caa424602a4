import DeskCore

/// Bytes read a letter at a time as `folded` has them: small and without accents, in whichever of
/// Unicode's ways they are written. Nothing is copied, for whole stores are read so.
struct FoldedLetters {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The letter at a place with the marks behind it, folded, and how many bytes it takes. A space of
  /// any kind is a space; what is not seen is no letter; nil where no character begins.
  func letter(at place: Int) -> (folded: ArraySlice<UInt8>, count: Int)? {
    guard place < bytes.count else { return nil }
    let end = end(at: place)
    if end == place + 1 {
      let byte = bytes[place]
      return byte < 0x80 ? (Self.ascii[Int(byte)][...], 1) : nil
    }
    if end == place + 2, (0xC3...0xC5).contains(bytes[place]) {
      let number = Int(bytes[place] & 0x1F) << 6 | Int(bytes[place + 1] & 0x3F)
      return (Self.latin[number - 0xC0], 2)
    }
    guard let text = String(validating: bytes[place..<end], as: UTF8.self) else { return nil }
    return (Self.folded(text)[...], end - place)
  }

  /// How many bytes of a folded text are matched from a place on; nil where it does not stand there.
  func length(of form: [UInt8], at place: Int) -> Int? {
    var (next, matched) = (place, 0)
    while matched < form.count {
      guard let (folded, count) = letter(at: next), form[matched...].starts(with: folded) else {
        return nil
      }
      matched += folded.count
      next += count
      if folded.first == Self.space { next = endOfSpaces(next) }
    }
    return next - place
  }

  private static let space = UInt8(ascii: " ")

  private func endOfSpaces(_ place: Int) -> Int {
    var next = place
    while let (folded, count) = letter(at: next), folded.first == Self.space { next += count }
    return next
  }

  /// Where the character at a place ends, marks of U+0300 to U+036F included.
  private func end(at place: Int) -> Int {
    var end = place + Self.length(lead: bytes[place])
    while end + 1 < bytes.count,
      bytes[end] == 0xCC || bytes[end] == 0xCD && bytes[end + 1] < 0xB0
    { end += 2 }
    return min(end, bytes.count)
  }

  private static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func folded(_ text: String) -> [UInt8] {
    let isSpace = text.unicodeScalars.first?.properties.isWhitespace ?? false
    return isSpace ? [space] : Array(text.folded.utf8)
  }

  private static let ascii: [[UInt8]] = (0..<0x80).map { folded(String(Unicode.Scalar($0))) }

  /// U+00C0 to U+017F.
  private static let latin: [ArraySlice<UInt8>] = (0xC0...0x17F).map { number in
    (Unicode.Scalar(UInt32(number)).map { folded(String($0)) } ?? [])[...]
  }
}
