import DeskCore
import DeskStore
import DeskTestSupport
import Testing

/// Attention × life cycle × each command on a conversation, complete: what it answers. Nothing is
/// changed: every command is rehearsed.
struct CommandTableTests {
  /// A command and what it answers on a conversation of WhatsApp that is open and pending, open and
  /// resolved, closed and pending, closed and resolved; then on one of livechat likewise. `+` is done,
  /// `=` already so, else the exit status with the rule's id where one refuses.
  struct Row: Sendable, CustomTestStringConvertible {
    let line: String
    let answers: [String]
    var testDescription: String { line }

    init(_ line: String, _ answers: String) {
      self.line = line
      self.answers = answers.split(separator: " ").map(String.init)
    }
  }

  static let rows: [Row] = [
    Row("show N", "+ + + + + + + +"),
    Row("history N", "+ + + + + + + +"),
    Row("follow N", "+ + + + + + + +"),
    Row("say N Oi", "+ + 5 5 + + 5 5"),
    Row("chat N", "+ + 5 5 + + 5 5"),
    Row(
      "template N lembrete-visita --param nome=a --param data=b --param hora=c", "+ + 5 5 5 5 5 5"),
    Row("claim N", "= = 5 5 = = 5 5"),
    Row("assign N bia", "+ + 5 5 + + 5 5"),
    Row("forward N vendas", "+ + 5 5 + + 5 5"),
    Row("transfer N bia", "5/C8 5/C8 5/C8 5/C8 + + 5 5"),
    Row("resolve N", "+ = 5 5 + = 5 5"),
    Row("pending N", "= + 5 5 = + 5 5"),
    Row("close N", "+ 5/C5 = = + + = ="),
    Row("close N --ticket --yes", "5/C19 5/C19 5/C19 5/C19 + + 5/C19 5/C19"),
    Row("rate N 3", "+ + + + 5/C6 5/C6 5/C6 5/C6"),
    Row("link N --ticket 2 --messages 1", "+ + + + + + + +"),
    Row("ticket N --messages 1", "+ + + + + + + +"),
    Row("ticket N --no-messages", "+ + + + + + + +"),
    Row("requester N --name Eva", "5/C18 5/C18 5/C18 5/C18 5/C18 5/C18 5/C18 5/C18"),
  ]

  /// Conversations 1 to 8, in the order of the columns.
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    for setting in ["whatsapp.survey.onManualClose=satisfacao", "livechat.enabled=yes"] {
      precondition(desk.run("config", "set", setting).status == 0)
    }
    precondition(desk.run("agent", "online", "bia").status == 0)
    try desk.seedConversation(silence: 60)
    precondition(desk.run("ticket", "add", "--title", "Nota", "--team", "suporte").status == 0)
    try desk.change { transaction in
      let first = try transaction.get(Conversation.ID(1))
      let heard = try transaction.messages(of: first.id)
      return (1...8).flatMap { number -> [Effect] in
        let conversation = Self.conversation(number, like: first)
        guard number > 1 else { return [.conversation(conversation)] }
        var message = heard[0]
        message.conversation = conversation.id
        return [.conversation(conversation), .message(message)]
      }
    }
    return desk
  }

  private static func conversation(_ number: Int, like first: Conversation) -> Conversation {
    var conversation = first
    conversation.id = Conversation.ID(number)
    if number > 1 { conversation.rev = 0 }
    conversation.channel = number > 4 ? .livechat : .whatsapp
    conversation.attention = number % 2 == 1 ? .pending : .resolved
    conversation.state = (number - 1) % 4 < 2 ? .open : .closed
    conversation.assignee = try? Agent.ID(text: "ana")
    conversation.lastTicket = nil
    return conversation
  }

  @Test func `C4 C5 C21 attention × life cycle × each command`() throws {
    let desk = try desk()
    var failures = 0
    for row in Self.rows {
      let found = (1...8).map { answer(row.line, on: $0, desk) }
      #expect(found == row.answers, "\(row.line)")
      failures += zip(found, row.answers).filter { $0 != $1 }.count
    }
    try Exhaustion.count(
      "attention × life cycle × command", cases: 8 * Self.rows.count, failures: failures)
  }

  private func answer(_ line: String, on number: Int, _ desk: TestDesk) -> String {
    let words = line.split(separator: " ").map { $0 == "N" ? String(number) : String($0) }
    let changes = !["show", "history", "follow"].contains(words[0])
    let answer = desk.run(
      ["conversation"] + words + ["--as", "ana"] + (changes ? ["-n"] : []),
      input: words[0] == "chat" ? "Oi\n" : "")
    if answer.status == 0 { return changes && answer.output.contains("already so") ? "=" : "+" }
    let rule = answer.error.firstMatch(of: /error: ([CWLSD][0-9]+):/).map { "/\($0.1)" } ?? ""
    return "\(answer.status)\(rule)"
  }

  @Test func `the table has every command that is about one conversation`() {
    let named = Set(Self.rows.map { $0.line.prefix { $0 != " " } }.map(String.init))
    let help = (try? TestDesk())?.run("conversation", "--help").output ?? ""
    let verbs = help.split(separator: "\n").compactMap { line -> String? in
      line.hasPrefix("  ") && line.dropFirst(2).first?.isLetter == true
        ? String(line.dropFirst(2).prefix { $0 != " " }) : nil
    }
    // What is about many.
    let others: Set = ["list", "search", "deskctl", "export", "import"]
    #expect(Set(verbs).subtracting(others).isSuperset(of: named))
    #expect(Set(verbs).subtracting(others).subtracting(named) == [], "\(help)")
  }
}
