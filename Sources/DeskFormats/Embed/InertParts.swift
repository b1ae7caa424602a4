/// What code can stand in without ever running.
package enum InertPart: Hashable, Sendable {
  case comment
  /// An element whose content is text to browsers that run scripts.
  case element(String)
}

/// The parts of a page whose code never runs, as a browser reads it: comments, and elements that hold
/// text. What stands in `<template>` is not among them: it runs once a script puts it into the page.
///
/// <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>
struct InertParts {
  private(set) var parts: [(range: Range<Int>, part: InertPart)] = []
  private let page: [UInt8]
  private var index = 0

  private static let textElements = ["noscript", "style", "textarea", "title"]
  /// How pages and their templates begin. A script is none, whatever markup its texts hold.
  private static let starts = ["<", "---", "{%", "{{", "{#"]

  init(of page: [UInt8]) {
    self.page = page
    let byteOrderMark = [0xEF, 0xBB, 0xBF] as [UInt8]
    let text = (page.starts(with: byteOrderMark) ? page.dropFirst(3) : page[...])
      .drop { $0 <= UInt8(ascii: " ") }
    guard Self.starts.contains(where: { text.starts(with: $0.utf8) }) else { return }
    while let next = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = next
      passMarkup()
    }
  }

  func part(at place: Int) -> InertPart? { parts.first { $0.range.contains(place) }?.part }

  /// From a `<` on: a comment, what a server runs, a tag, or nothing of these.
  private mutating func passMarkup() {
    let start = index
    if page[start...].starts(with: "<!--".utf8) {
      index = commentEnd(after: start + 2)
      parts.append((start..<index, .comment))
    } else if page[start...].starts(with: "<?".utf8) {
      index = place(of: "?>", from: start)
    } else if let name = tagName(after: start + 1) {
      index = tagEnd(after: start)
      passContent(of: name)
    } else {
      index += 1
    }
  }

  /// A script's content is no markup, and neither is that of the elements that hold text.
  private mutating func passContent(of name: String) {
    let isText = Self.textElements.contains(name)
    guard isText || name == "script" else { return }
    let end = place(of: "</" + name, from: index)
    if isText { parts.append((index..<end, .element(name))) }
    index = end
  }

  // MARK: Looking ahead; what does not end lasts to the end of the page

  private func place(of text: String, from start: Int) -> Int {
    let text = Array(text.utf8)
    return (start..<max(start, page.count)).first { index in
      page[index] == text[0]
        && page[index...].prefix(text.count).map(\.lowercased).elementsEqual(text)
    } ?? page.count
  }

  /// `-->` or `--!>`; `<!-->` is a whole comment.
  private func commentEnd(after start: Int) -> Int {
    var index = place(of: "--", from: start)
    while index < page.count {
      let end = ["-->", "--!>"].first { page[index...].starts(with: $0.utf8) }
      if let end { return index + end.utf8.count }
      index = place(of: "--", from: index + 1)
    }
    return page.count
  }

  private func tagName(after start: Int) -> String? {
    let name = page[start...].prefix { $0.isLetterOrDigit }
    guard let first = name.first, !(0x30...0x39).contains(first) else { return nil }
    return String(decoding: name.map(\.lowercased), as: UTF8.self)
  }

  /// Behind the `>` that stands in no attribute's quotes.
  private func tagEnd(after start: Int) -> Int {
    var quote: UInt8?
    for index in start..<page.count {
      let byte = page[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return page.count
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }

  fileprivate var isLetterOrDigit: Bool {
    (0x61...0x7A).contains(lowercased) || (0x30...0x39).contains(self)
  }
}
