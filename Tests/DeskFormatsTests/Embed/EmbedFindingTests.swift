import DeskCore
import Testing

@testable import DeskFormats

struct EmbedFindingTests {
  static let old = ChatLook(
    EmbedSamples.settings { $0.fontColor = Colour(0xEEEEEE) }, language: .ptBR)

  /// What is done to pages on their way: nothing, ends of lines, packing, other quotes.
  static let ways: [(String, @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("CRLF", { $0.replacing("\n", with: "\r\n") }), ("CR", { $0.replacing("\n", with: "\r") }),
    ("minified", { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }),
    ("other quotes", { $0.replacing("\"", with: "'") }),
    ("as an attribute", { "<div data-x=\"\(HTMLText($0).html)\"></div>" }),
  ]

  private static func findings(_ snippets: String..., by way: (String) -> String) -> [EmbedFinding]
  {
    let page =
      "<!doctype html>\n<title>x</title>\n" + snippets.joined(separator: "<p>\n") + "</html>\n"
    return EmbedFinding.all(in: Array(way(page).utf8), EmbedSamples.look)
  }

  @Test func `L7 today's code is found in every target, shape and packing`() {
    for (today, old) in zip(EmbedSamples.snippets(), EmbedSamples.snippets(Self.old)) {
      for (name, way) in Self.ways {
        let what = "\(today.target) \(today.shape) \(name)"
        #expect(Self.findings(today.text, by: way) == [], "\(what)")
        let stale = Self.findings(old.text, by: way)
        #expect(stale.count == 1 && stale[0].isStale, "\(what)")
        let twice = Self.findings(today.text, today.text, by: way)
        #expect(twice.count == 1 && !twice[0].isStale && twice[0].place != nil, "\(what)")
      }
    }
  }

  @Test func `L7 a page without the code, or with a piece of it, misses it`() {
    let look = EmbedSamples.look
    for page in ["", "<html></html>", "deskctl-livechat-", "deskctl-livechat-12345678901"] {
      #expect(EmbedFinding.all(in: Array(page.utf8), look) == [.missing])
    }
    let webchat = look.marker.replacing("livechat", with: "webchat")
    #expect(EmbedFinding.all(in: Array(webchat.utf8), look) == [.missing])
  }

  /// What stands before and behind the code, and what keeps it from running there; nil where it runs.
  static let places: [(String, String, InertPart?)] = [
    ("<p>", "</p>", nil), ("<!-- -->", "", nil), ("<!-->", "<!-- -->", nil),
    ("<!--[if !IE]><!-->", "<!--<![endif]-->", nil), ("<a title='<!--'>", "</a>", nil),
    ("<script>x = '<!--'</script>", "", nil), ("<template>", "</template>", nil),
    ("<!-- a --!>", "", nil), ("<title><!--</title>", "", nil), ("<? '<!--' ?>", "", nil),
    ("1 < 2 <!", "-->", nil), ("---\n---\n<!-- -->", "", nil),
    ("<!--", "-->", .comment), ("<p>\n<!-- <b>off</b>\n", "\n-->", .comment),
    ("<!--", "", .comment),
    ("{% extends 'x' %}<!--", "-->", .comment), ("\u{FEFF}<!--", "", .comment),
    ("<NOSCRIPT>", "</NOSCRIPT>", .element("noscript")),
    ("<textarea readonly>", "</textarea>", .element("textarea")),
    ("<style>", "</style>", .element("style")), ("<title>", "</title>", .element("title")),
  ]

  @Test(arguments: places)
  func `L7 code in a comment, or in an element of text, is as if it were not there`(
    before: String, behind: String, inert: InertPart?
  ) throws {
    for snippet in EmbedSamples.snippets() where snippet.target == .html {
      let page = "<!doctype html>" + before + snippet.text + behind
      let asIs = before + snippet.text + behind
      for text in [page, asIs] {
        let findings = EmbedFinding.all(in: Array(text.utf8), EmbedSamples.look)
        guard let inert else {
          #expect(findings == [], "\(text.prefix(60))")
          continue
        }
        try #require(findings.count == 1)
        guard case .inert(_, inert) = findings[0] else {
          Issue.record("\(findings)")
          continue
        }
      }
      let live = EmbedFinding.all(in: Array((page + snippet.text).utf8), EmbedSamples.look)
      if behind != "" { #expect(live.allSatisfy { $0.place?.inert == nil }) }
    }
  }

  @Test func `L7 a script of its own has no comments of HTML, whatever its texts hold`() {
    let script = "let start = '<!--', name = '<title>';\n" + EmbedSamples.look.marker
    #expect(EmbedFinding.all(in: Array(script.utf8), EmbedSamples.look) == [])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `L7 a finding names line and column`(lineEnd: String) {
    let page = ["a", "", "xx\(Self.old.marker)", "", EmbedSamples.look.marker]
      .joined(separator: lineEnd)
    let found = EmbedSearch(of: .livechat, in: Array(page.utf8)).found
    #expect(found.map(\.line) == [3, 5])
    #expect(found.map(\.column) == [3, 1])
  }

  @Test func `L7 stale and double are both told`() {
    let findings = EmbedFinding.all(
      in: Array("\(EmbedSamples.look.marker) \(Self.old.marker)".utf8), EmbedSamples.look)
    #expect(findings.map(\.isStale) == [false, true])
  }
}

extension EmbedFinding {
  fileprivate var isStale: Bool {
    if case .stale = self { true } else { false }
  }
}
