/// A piece of a longer text: prose that is wrapped, or lines that stay as they are.
enum Paragraph: Equatable {
  case prose(String)
  case verbatim([String])

  /// An empty line parts paragraphs; lines that begin with a space are verbatim.
  static func read(_ text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var isFresh = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.allSatisfy({ $0 == " " }) {
        isFresh = true
        continue
      }
      let isVerbatim = line.hasPrefix(" ")
      switch (isFresh ? nil : paragraphs.last, isVerbatim) {
      case (.prose(let before)?, false):
        paragraphs[paragraphs.count - 1] = .prose(before + " " + line)
      case (.verbatim(let before)?, true):
        paragraphs[paragraphs.count - 1] = .verbatim(before + [line])
      case (_, true): paragraphs.append(.verbatim([line]))
      case (_, false): paragraphs.append(.prose(line))
      }
      isFresh = false
    }
    return paragraphs
  }
}
