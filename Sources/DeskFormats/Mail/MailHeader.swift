import DeskCore

/// Text from outside as a header of a mail takes it: there is no other way into one.
///
/// Whatever is no printable ASCII goes as encoded words (RFC 2047, section 2), each of at most 75
/// characters and of whole characters, one a line. So neither a line end nor a colon of a subject or
/// a name ever begins a header.
package enum MailHeader {
  /// The value of a header that is read as text: a subject.
  package static func text(_ text: String) -> String {
    let line = oneLine(text)
    // A line that is too long is folded as words are; one that looks like an encoded word is no word.
    guard line.utf8.count <= 60, line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
      !line.contains("=?")
    else { return encodedWords(line) }
    return line
  }

  /// A name before an address, as `From` and `To` have them.
  package static func phrase(_ name: String) -> String {
    let line = oneLine(name)
    let isPlain = line.utf8.count <= 60 && line.utf8.allSatisfy(isAtom) && !line.contains("=?")
    return isPlain ? line : encodedWords(line)
  }

  /// What a phrase may hold without being quoted: letters, digits and the space between words.
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20: true
    default: false
    }
  }

  /// Controls, and what a reader may take for a line end, as spaces.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        if line.last != " " { line.append(" ") }
      default: line.append(scalar)
      }
    }
    return String(String(line).drop { $0 == " " })
  }

  /// The bytes of an encoded word that 75 characters have room for: `=?UTF-8?B?` and `?=` take 12.
  private static let longestWord = 45

  private static func encodedWords(_ text: String) -> String {
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if word.count + bytes.count > longestWord {
        words.append(encoded(word))
        word = []
      }
      word += bytes
    }
    return (words + [encoded(word)]).joined(separator: "\n ")
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?" + Base64.encode(bytes) + "?="
  }

  /// A parameter of a header, for the name of a file: in ASCII as it is, else in UTF-8 by percents
  /// (RFC 2231, section 4), in parts where it is long (section 3).
  package static func parameter(_ key: String, _ value: String) -> String {
    let line = oneLine(value)
    let isPlain =
      line.utf8.count <= 60
      && line.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    if isPlain { return ";\n \(key)=\"\(line)\"" }
    let parts = percentParts(line)
    if parts.count == 1 { return ";\n \(key)*=UTF-8''\(parts[0])" }
    return parts.enumerated().map { place, part in
      ";\n \(key)*\(place)*=" + (place == 0 ? "UTF-8''" : "") + part
    }.joined()
  }

  private static func percentParts(_ text: String) -> [String] {
    var parts = [""]
    for byte in text.utf8 {
      let isKept = isAtom(byte) && byte != 0x20 || byte == 0x2E || byte == 0x2D || byte == 0x5F
      let digits = String(byte, radix: 16, uppercase: true)
      let piece =
        isKept ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      if parts[parts.count - 1].utf8.count + piece.utf8.count > 54 { parts.append("") }
      parts[parts.count - 1] += piece
    }
    return parts
  }
}
