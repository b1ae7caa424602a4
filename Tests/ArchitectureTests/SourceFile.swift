import Foundation

/// A file of `Sources/`, as the laws read it.
struct SourceFile: Sendable {
  /// From the project's folder: `Sources/DeskCore/Time/Instant.swift`.
  let path: String
  /// As it is written.
  let text: String
  /// Line for line as it is written, without comments and without what stands between quotes.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = CodeScanner(text).code
  }

  /// The folder below `Sources` that it lies in.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules that it imports.
  var imports: [String] {
    let access = "(?:(?:package|public|internal|private|@preconcurrency|@testable) +)*"
    let kind = "(?:(?:struct|class|enum|protocol|func|var|let|typealias) +)?"
    return code.captures(of: "^\(access)import +\(kind)(\\w+)")
  }

  /// `path:line` of each place in its code where a pattern is found.
  func places(of pattern: String) -> [String] {
    code.lines(of: pattern).map { "\(path):\($0)" }
  }
}

extension SourceFile {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Every Swift file below `Sources`, by path.
  static let all = files(below: "Sources")

  /// Every Swift file below a folder of the project.
  static func files(below folder: String) -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: project + "/" + folder)?.allObjects ?? []
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      let path = folder + "/" + $0
      let text = try? String(contentsOfFile: project + "/" + path, encoding: .utf8)
      return SourceFile(path: path, text: text ?? "")
    }
  }
}

extension String {
  private func matches(of pattern: String) -> [NSTextCheckingResult] {
    guard
      let expression = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    else { preconditionFailure("no pattern: \(pattern)") }
    return expression.matches(
      in: self, range: NSRange(location: 0, length: (self as NSString).length))
  }

  /// The first group of each match.
  func captures(of pattern: String) -> [String] {
    matches(of: pattern).map { (self as NSString).substring(with: $0.range(at: 1)) }
  }

  /// The number of each match's line, from 1.
  func lines(of pattern: String) -> [Int] {
    matches(of: pattern).map { match in
      let before = (self as NSString).substring(to: match.range.location)
      return 1 + before.utf8.count { $0 == UInt8(ascii: "\n") }
    }
  }
}

/// Leaves out of Swift source what the compiler does not take for code; line ends stay.
private struct CodeScanner {
  private(set) var code = ""

  init(_ text: String) {
    var kept: [UInt8] = []
    var rest = ArraySlice(Array(text.utf8))
    while let byte = rest.first {
      if rest.starts(with: "//".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if let quote = Self.quote(rest) {
        rest = Self.skip(quote, rest, &kept)
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    code = String(decoding: kept, as: UTF8.self)
  }

  /// What begins a text here: `"`, `"""`, or one of them after signs of number.
  private static func quote(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let signs = rest.prefix { $0 == UInt8(ascii: "#") }
    let marks = rest.dropFirst(signs.count).prefix { $0 == UInt8(ascii: "\"") }
    switch marks.count {
    case 0: return nil
    case 3...: return Array(signs) + marks.prefix(3)
    default: return Array(signs) + marks.prefix(1)
    }
  }

  /// What comes after a text; its line ends are kept.
  private static func skip(
    _ quote: [UInt8], _ text: ArraySlice<UInt8>, _ kept: inout [UInt8]
  ) -> ArraySlice<UInt8> {
    var rest = text.dropFirst(quote.count)
    let end = Array(quote.reversed())
    let isRaw = quote.first == UInt8(ascii: "#")
    while let byte = rest.first, !rest.starts(with: end) {
      if byte == UInt8(ascii: "\n") { kept.append(byte) }
      let isEscape = byte == UInt8(ascii: "\\") && !isRaw
      rest = rest.dropFirst(isEscape ? 2 : 1)
    }
    return rest.dropFirst(end.count)
  }
}
