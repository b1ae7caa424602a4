import DeskCore
import JSON

/// Something that is looked for in messages: its bytes as files have them, ASCII letters in any case.
package struct MessageWord: Sendable {
  private let typed: [UInt8]
  private let small: [UInt8]

  /// Nil where there is nothing to look for.
  package init?(_ word: String) {
    guard !word.isEmpty else { return nil }
    var line: [UInt8] = []
    JSONValue(word).write(into: &line)
    typed = Array(word.utf8).map(\.smallLetter)
    small = line.dropFirst().dropLast().map(\.smallLetter)
  }

  func isIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { Self.find(small, in: $0) }
  }

  func isIn(_ message: Message) -> Bool {
    guard let text = message.text else { return false }
    return Array(text.utf8).withUnsafeBytes { Self.find(typed, in: $0) }
  }

  private static func find(_ word: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return false }
    let other = first.capitalLetter
    for start in 0...(bytes.count - word.count) {
      let byte = bytes[start]
      guard byte == first || byte == other else { continue }
      var place = 1
      while place < word.count, bytes[start + place].smallLetter == word[place] { place += 1 }
      if place == word.count { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var smallLetter: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
  fileprivate var capitalLetter: UInt8 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
}
