import DeskCore

/// Conversations as one page that stands alone: it loads nothing, runs nothing, and prints well.
/// Whatever a visitor wrote stays text.
package struct TranscriptPage: Sendable {
  /// A message as a reader sees it.
  package struct Line: Sendable {
    package let isInbound: Bool
    package let author: String
    package let at: String
    /// RFC 3339.
    package let instant: String
    package let text: String
    package let files: [String]
    /// How far it came.
    package let status: String?

    package init(
      isInbound: Bool, author: String, at: String, instant: String, text: String, files: [String],
      status: String?
    ) {
      self.isInbound = isInbound
      self.author = author
      self.at = at
      self.instant = instant
      self.text = text
      self.files = files
      self.status = status
    }
  }

  /// What stands above a conversation's messages, and below them.
  package struct Section: Sendable {
    package let title: String
    package let facts: [(name: String, value: String)]
    package let lines: [Line]
    /// Who had it, and when; what was noted.
    package let history: [String]

    package init(
      title: String, facts: [(name: String, value: String)], lines: [Line], history: [String]
    ) {
      self.title = title
      self.facts = facts
      self.lines = lines
      self.history = history
    }
  }

  private let language: String
  private let title: String
  private let historyTitle: String

  package init(language: String, title: String, historyTitle: String) {
    self.language = language
    self.title = title
    self.historyTitle = historyTitle
  }

  /// All before the first conversation.
  package var head: String {
    let page: HTML = """
      \(HTML.fileStart(language: language, title: title, style: Self.style))\
      <h1>\(title)</h1>

      """
    return page.source
  }

  package func html(_ section: Section) -> String {
    let facts = section.facts.map { name, value -> HTML in "<dt>\(name)</dt><dd>\(value)</dd>\n" }
    let lines = section.lines.map(Self.html)
    let steps = section.history.map { step -> HTML in "<li>\(step)</li>\n" }
    let history: HTML =
      steps.isEmpty ? "" : "<h3>\(historyTitle)</h3>\n<ul class=\"history\">\n\(steps)</ul>\n"
    let article: HTML = """
      <article>
      <h2>\(section.title)</h2>
      <dl>
      \(facts)</dl>
      <ol>
      \(lines)</ol>
      \(history)</article>

      """
    return article.source
  }

  package static let end = "</body>\n</html>\n"

  private static func html(_ line: Line) -> HTML {
    let side: HTML = line.isInbound ? "in" : "out"
    let status: HTML = line.status.map { " · \($0)" } ?? ""
    let files = line.files.map { file -> HTML in "<span class=\"file\">\(file)</span>" }
    return """
      <li class="\(side)"><small>\(line.author), <time datetime="\(line.instant)">\(line.at)</time>\
      \(status)</small><p dir="auto">\(line.text)</p>\(files)</li>

      """
  }

  private static let style: HTML = """
    body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;\
    color:#1f2937;background:#fff}h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem}\
    h3{font-size:1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}\
    dt{color:#4b5563}dd{margin:0;overflow-wrap:anywhere}ol{list-style:none;padding:0}\
    ol li{margin:.5rem 0;padding:.5rem .75rem;border:1px solid #d1d5db;border-radius:.5rem;\
    max-width:85%}li.out{margin-left:auto;background:#eef2ff}p{margin:0;white-space:pre-wrap;\
    overflow-wrap:anywhere;unicode-bidi:isolate}small{color:#4b5563}.file{display:block;\
    font-size:.9rem;overflow-wrap:anywhere}.file::before{content:"\\1F4CE  "}\
    @media print{@page{margin:18mm}body{max-width:none;margin:0;font-size:10pt}\
    article+article{break-before:page}h2,dl,h3{break-after:avoid}ol li{break-inside:avoid;\
    background:none}}
    """
}
