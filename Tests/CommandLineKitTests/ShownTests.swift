import CommandLineKit
import Testing

struct ShownTests {
  /// Every scalar that is shown: controls, bidirectional controls, separators, tags.
  static let obeyed: [UInt32] =
    Array(0x00...0x1F) + Array(0x7F...0x9F) + [0x061C, 0x200E, 0x200F] + Array(0x202A...0x202E)
    + Array(0x2066...0x2069) + [0x2028, 0x2029] + Array(0xE0000...0xE007F)

  @Test func `every scalar of a class that is obeyed is shown, and no neighbour of one`() {
    let obeyed = Set(Self.obeyed)
    for value in obeyed.flatMap({ [$0 &- 1, $0, $0 + 1] }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(Character(scalar))b"
      let shown = "a\\u{\(String(value, radix: 16))}b"
      #expect(Shown(text).line == (obeyed.contains(value) ? shown : text), "\(value)")
    }
  }

  @Test(arguments: [
    ("a\nb\tc", "a\nb\tc"), ("a\r\nb", "a\nb"), ("a\rb", #"a\u{d}b"#), ("\u{7}\n", "\\u{7}\n"),
    ("\u{9B}31m", #"\u{9b}31m"#), ("Olá 👩‍💻 e\u{301}", "Olá 👩‍💻 e\u{301}"),
  ])
  func `a paragraph keeps its line ends and tabs`(text: String, shown: String) {
    #expect(Shown(text).paragraph == shown)
  }

  @Test func `a line keeps neither`() {
    #expect(Shown("a\r\nb\tc").line == #"a\u{d}\u{a}b\u{9}c"#)
  }
}
