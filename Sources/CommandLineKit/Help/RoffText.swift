/// The lines of a page in roff with the `man` macros, in pure ASCII.
///
/// Text has one way in, `escaped`, and `append(text:)` keeps it from being read as a request.
struct RoffText {
  private(set) var lines: [String] = []

  mutating func append(request: String) {
    lines.append(request)
  }

  /// Escaped text on lines of at most 78 bytes; a line that would begin with a control character
  /// (`.` or `'`) is kept text by `\&`.
  mutating func append(text: String) {
    lines += TextWrap(width: 78).lines(text).map(Self.guarded)
  }

  mutating func append(verbatim: [String]) {
    lines.append(".EX")
    lines += verbatim.map { Self.guarded(Self.escaped($0)) }
    lines.append(".EE")
  }

  /// Parts what follows from what stands before; a heading does so by itself.
  mutating func breakParagraph() {
    let isAfterHeading = lines.last.map { $0.hasPrefix(".SH ") || $0.hasPrefix(".SS ") } ?? true
    if !isAfterHeading { lines.append(".PP") }
  }

  mutating func append(paragraphs: String) {
    for paragraph in Paragraph.read(paragraphs) {
      breakParagraph()
      switch paragraph {
      case .prose(let prose): append(text: Self.escaped(prose))
      case .verbatim(let verbatim): append(verbatim: verbatim)
      }
    }
  }

  /// Characters as groff_char(7) names them: what roff would take for a command, would print as a
  /// typographic sign (`-`, quotes), or is not ASCII.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += #"\e"#
      case "-": escaped += #"\-"#
      case "'": escaped += #"\(aq"#
      case "\"": escaped += #"\(dq"#
      case "`": escaped += #"\(ga"#
      case "^": escaped += #"\(ha"#
      case "~": escaped += #"\(ti"#
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        escaped += "\\[u\(padding)\(digits)]"
      }
    }
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
