import DeskFormats
import DeskTestSupport
import Testing

/// The widget's script as it travels; what it does in a page is shown in a real browser.
struct WidgetTests {
  @Test func `it is smaller than 8 KB, compressed as servers do`() throws {
    let size = try RealProgram(name: "sh", arguments: ["-c", "gzip -c | wc -c"])
      .output(of: Array(Widget.source.utf8))
    let bytes = try #require(Int(size.filter { $0 != "\n" }))
    #expect(bytes > 2_000 && bytes < 8_192)
  }

  @Test func `L8 it may stand in a script element of any page as it is`() {
    let lower = Widget.source.lowercased()
    for end in ["</script", "<script", "<!--", "-->", "]]>", "\r", "\u{2028}", "\u{2029}"] {
      #expect(!lower.contains(end), "\(end)")
    }
  }

  @Test func `it has no way to make markup or code of a text, and no style attribute`() {
    let ways = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
      "srcdoc", "style=", ".style.cssText", "postMessage",
    ]
    for way in ways { #expect(!Widget.source.contains(way), "\(way)") }
  }

  @Test func `its comments and indents stay at home`() {
    let lines = Widget.source.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(!lines.contains { $0.isEmpty || $0.hasPrefix("//") || $0.hasPrefix(" ") })
    #expect(lines.first == "(() => {" && lines.last == "})();")
  }
}
