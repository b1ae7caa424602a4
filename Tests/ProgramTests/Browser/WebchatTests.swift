import DeskTestSupport
import JSON
import Testing

/// The webchat's whole way, on one desk: page, widget, web server, gateway, agents, case.
extension BrowserTests {
  @Test func `R1 the four flows of the webchat, from the page to the protocol number`() throws {
    guard let visitor = try RealVisitor() else { return }
    for line in [
      "queue set suporte --unset hours", "hours add nunca --weekly mon=00:00-00:01",
      "hours set nunca --exceptions 2026-01-01=closed", "queue set vendas --hours nunca",
    ] {
      try visitor.output(line.split(separator: " ").map(String.init))
    }
    try visitor.paste(["--channel", "webchat"])
    try visitor.visit()
    try visitor.getsTheText()
    try visitor.sendsTheForm()
    try visitor.isHandedOverByTheBot()
    try visitor.isServed()
    #expect(try visitor.faults == "")
  }
}

extension RealVisitor {
  private func pick(_ subject: String) throws {
    try wait("the subjects") { try see("#subject") }
    try ask(
      """
      void (($('#subject').value = arguments[0]),
        $('#subject').dispatchEvent(new Event('change')))
      """, JSONValue(subject))
  }

  private func introduce(_ text: String) throws {
    try fill("name", "Bia Souza")
    try fill("email", "bia@example.com")
    try fill("text", text)
  }

  private func send() throws { try ask("$('form .main').click()") }

  private func beginAgain() throws { try ask("$('#over button').click()") }

  /// R5: the queue is open and nobody is there.
  fileprivate func getsTheText() throws {
    try open()
    try introduce("Alguém?")
    try wait("the subjects") { try see("#subject") }
    try send()
    #expect(try focus == "subject")
    try pick("conserto")
    #expect(try !see("#phone"))
    try send()
    try wait("the text") { try see("#over") }
    #expect(try bubbles == ["visitor: Alguém?", "closing: Fora do horário de atendimento"])
  }

  /// R4: the queue is closed; the form is a ticket, once.
  fileprivate func sendsTheForm() throws {
    try beginAgain()
    try introduce("Quanto custa uma tela?")
    try pick("orcamento")
    try fill("phone", "(11) 98765-4321")
    try picture("webchat-form")
    try send()
    try wait("the ticket's number") { try text("$('#presence').textContent").contains("Chamado 1") }
    #expect(try bubbles.last == "closing: Recebemos a sua mensagem. O número do chamado é 1.")
    try browser.reload()
    try wait("all of it again") { try bubbles.count == 2 }
    #expect(try output(["ticket", "list", "--all", "-q"]) == "1\n")
    let ticket = try output(["ticket", "show", "1"])
    #expect(ticket.contains("Telefone: (11) 98765-4321") && ticket.contains("vendas"))
  }

  /// R2: the bot has the visitor, whatever the hour; then the visitor is asked for a subject.
  fileprivate func isHandedOverByTheBot() throws {
    let answer = #"{"messages":[{"text":"Sou o robô. Vou chamar alguém."}],"handOver":true}"#
    try output(["config", "set", "webchat.bot.command=cat > /dev/null; echo '\(answer)'"])
    try output(["agent", "online", "bia", "--channel", "webchat"])
    try wait("the end") { try see("#over") }
    try beginAgain()
    try wait("no subjects before the bot") { try !see("#subject") }
    try introduce("Oi")
    try send()
    try wait("the bot") { try bubbles.count == 2 }
    #expect(try bubbles[1] == "desk: Sou o robô. Vou chamar alguém.")
    try pick("conserto")
    try picture("webchat-subject")
    try send()
    try wait("the subject is told") { try bubbles.count == 3 }
    try wait("the offer") { try output(["offer", "list", "--as", "bia", "-q"]) == "3\n" }
    try wait("no more subjects") { try !see("#subject") }
  }

  /// R6 to R8: accepted, answered, ended, edited, saved, found.
  fileprivate func isServed() throws {
    let accepted = try output(["offer", "accept", "3", "--as", "bia"])
    #expect(accepted.contains("bot: Sou o robô"))
    try output(["conversation", "say", "3", "Ficou pronto!", "--as", "bia"])
    try hurry()
    try wait("the agent") { try bubbles.last == "agent: Ficou pronto!" }
    try say("Obrigada!")
    try wait("the visitor's answer") {
      try output(["conversation", "show", "3"]).contains("Obrigada!")
    }
    try picture("webchat-service")
    try output(["conversation", "close", "3", "--as", "bia", "--yes"])
    try hurry()
    try wait("the end") { try see("#over") }
    try output(["case", "set", "3", "--summary", "Conserto pronto", "--as", "bia"])
    let saved = try output(["case", "save", "3", "--as", "bia"])
    let number = try #require(saved.firstMatch(of: #/[0-9]{8}-000003/#)).output
    #expect(try output(["case", "list", "--protocol", String(number), "-q"]) == "\(number)\n")
    #expect(try output(["case", "show", String(number)]).contains("Conserto pronto"))
  }
}
