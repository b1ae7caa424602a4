import DeskCore
import DeskFormats
import Testing

/// L8: text stays text in a page.
struct HTMLTests {
  @Test func `L8 text from outside ends no element, attribute or script`() {
    let text = "</title><script>alert('1')</script>\"&amp;\u{0}"
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    let safe =
      "&lt;/title&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;amp;\u{FFFD}"
    #expect(html.source == "<p title=\"\(safe)\">\(safe)</p>")
  }

  @Test func `a piece of a page is not escaped twice`() {
    let inner: HTML = "<b>\("a<b")</b>"
    let outer: HTML = "<p>\(inner)\([inner, inner])</p>"
    #expect(outer.source == "<p><b>a&lt;b</b><b>a&lt;b</b><b>a&lt;b</b></p>")
  }

  @Test func `a ticket's page shows what was said and runs nothing`() {
    let page = TicketPage(
      desk: "Loja & Cia", language: .ptBR, number: 7, title: "<script>x</script>", state: .closed,
      openedAt: "04/12/2026 10:00", closedAt: "05/12/2026 11:00",
      lines: [TicketPage.Line(author: "Ana \"<i>", at: "04/12/2026 10:01", text: "Oi\n<img src=x>")]
    )
    let answer = page.answer
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(!text.contains("<img"))
    #expect(text.contains("Chamado 7: &lt;script&gt;x&lt;/script&gt;"))
    #expect(text.contains("<dt>Fechado em</dt><dd>05/12/2026 11:00</dd>"))
    #expect(text.contains("Oi\n&lt;img src=x&gt;"))
    let policy = answer.headers.first { $0.name == "Content-Security-Policy" }?.value ?? ""
    #expect(policy.hasPrefix("default-src 'none'"))
    #expect(!policy.contains("script-src"))
  }
}
