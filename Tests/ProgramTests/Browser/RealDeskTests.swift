import DeskTestSupport
import JSON
import Testing

/// The whole way: page, widget, web server, gateway, desk, and back.
extension BrowserTests {
  @Test func `L5 a visitor writes, an agent answers and closes, behind lighttpd`() throws {
    guard let visitor = try RealVisitor() else { return }
    try visitor.output(["agent", "online", "ana"])
    try visitor.paste([])
    try visitor.visit()
    try visitor.begin("Onde está o meu pedido? 📦")
    try visitor.wait("the welcome") { try visitor.bubbles.count == 2 }
    #expect(try visitor.bubbles[1].hasPrefix("welcome: Olá!"))
    #expect(try visitor.text("$('#presence').textContent") == "Online agora")
    try visitor.output(["conversation", "say", "1", "Vou ver <b>já</b>.", "--as", "ana"])
    try visitor.hurry()
    try visitor.wait("the agent") { try visitor.bubbles.count == 3 }
    #expect(try visitor.bubbles[2] == "agent: Vou ver <b>já</b>.")
    try visitor.say("Obrigada!")
    try visitor.wait("the visitor's second") {
      try visitor.holds("!root.textContent.includes('…')")
    }
    #expect(try visitor.output(["conversation", "show", "1"]).contains("Obrigada!"))
    try visitor.picture("real-desk")
    try visitor.browser.reload()
    try visitor.wait("all of it again") { try visitor.bubbles.count == 4 }
    try visitor.output(["conversation", "close", "1", "--as", "ana"])
    try visitor.hurry()
    try visitor.wait("the end") { try visitor.see("#over") }
    #expect(try visitor.bubbles.count == 5)
    #expect(try visitor.bubbles.last?.hasPrefix("closing: Encerramos") == true)
    #expect(try visitor.output(["ticket", "list", "--all", "-q"]) == "")
    #expect(try visitor.faults == "")
  }

  @Test func `L4 all offline: the visitor is told, and one ticket is opened`() throws {
    guard let visitor = try RealVisitor() else { return }
    try visitor.paste([])
    try visitor.visit()
    try visitor.begin("Alguém aí?")
    try visitor.wait("the text") { try visitor.bubbles.count == 2 }
    #expect(try visitor.bubbles[1].hasPrefix("offline: Olá! No momento não há ninguém"))
    #expect(try visitor.text("$('#presence').textContent").contains("Chamado 1"))
    try visitor.say("Volto amanhã.")
    try visitor.wait("the second") { try visitor.holds("!root.textContent.includes('…')") }
    try visitor.browser.reload()
    try visitor.wait("all of it again") { try visitor.bubbles.count == 3 }
    #expect(try visitor.output(["ticket", "list", "--all", "-q"]) == "1\n")
    #expect(try visitor.output(["conversation", "list", "--all", "-q"]) == "1\n")
    #expect(try visitor.faults == "")
  }

  /// Each way of pasting the code, under the policy that the program asks for with it. Braces are
  /// placeholders in a setting, and no argument holds a zero byte.
  @Test(arguments: [
    [], ["--shape", "pinned"], ["--target", "gtm"],
    ["--target", "gtm", "--shape", "pinned", "--base", "/"],
  ])
  func `L8 the code of the program runs under its own policy, whatever the texts hold`(
    options: [String]
  ) throws {
    let text = Self.hostile.filter { $0.count < 1000 && !$0.contains { "\0{".contains($0) } }
      .joined(separator: " ")
    guard let visitor = try RealVisitor(settings: ["--offline-welcome-text", text]) else { return }
    try visitor.paste(options)
    try visitor.visit()
    try visitor.open()
    try visitor.wait("the text") { try visitor.bubbles == ["offline: " + text] }
    #expect(try visitor.text("document.title") == "Our shop")
    #expect(try visitor.faults == "")
  }
}
