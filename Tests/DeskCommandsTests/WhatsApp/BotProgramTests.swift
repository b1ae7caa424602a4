import DeskCore
import DeskStore
import DeskSystem
import DeskTestSupport
import Foundation
import Testing

/// W9 with bots that are real programs: good ones, and all that can be wrong with one.
struct BotProgramTests {
  private static let hello = #"echo '{"messages":[{"text":"Oi! Sou o robô."}]}'"#

  @Test func `W9 a bot answers once, and the next message again`() throws {
    let bot = try BotDesk(script: Self.hello)
    try bot.answer()
    try bot.answer()
    #expect(try bot.said() == ["Oi! Sou o robô."])
    try bot.write("e a nota?")
    try bot.answer()
    #expect(try bot.said() == ["Oi! Sou o robô.", "Oi! Sou o robô."])
    #expect(try bot.stored().intake?.state == .bot)
    #expect(try bot.lastEvent() == "W9 answered bot outbox/2")
    #expect(bot.desk.run("outbox", "list", "-q").output == "1\n2\n")
    #expect(bot.desk.run("doctor").status == 0)
  }

  @Test func `W9 the sample bot answers what it knows, and hands the rest over`() throws {
    guard try Needed.program("jq") != nil else { return }
    let bot = try BotDesk(script: ProjectFile.text("Samples/whatsapp/robo.sh"))
    try bot.write("Qual é o HORÁRIO de vocês?")
    try bot.answer()
    try bot.write("A nota não saiu")
    try bot.answer()
    #expect(
      try bot.said() == [
        "Atendemos de segunda a sexta, das 9h às 18h.",
        "Obrigado, Carla Dias! Uma pessoa já vai responder.",
      ])
    #expect(try bot.lastEvent() == "W9 handedOver bot")
  }

  @Test func `W9 a bot is told the conversation on standard input`() throws {
    let bot = try BotDesk(
      script: """
        cat >"$(dirname "$0")/told.json"
        echo '{"handOver":true}'
        """)
    try bot.answer()
    let told = try bot.desk.read("told.json")
    #expect(told.hasPrefix(#"{"conversation":1,"channel":"whatsapp","number":null,"#))
    #expect(told.contains(#""contact":{"id":1,"name":"Carla Dias","#))
    #expect(told.contains(#""direction":"in","author":"contact/1","#))
    #expect(told.hasSuffix("}\n"))
    #expect(try bot.stored().intake?.state == .settled)
    #expect(try bot.lastEvent() == "W9 handedOver bot")
  }

  @Test(arguments: [
    ("exit 3", "bot_exited 3"), ("kill -9 $$", "bot_exited 137"),
    ("kill -PIPE $$", "bot_exited 141"),
    ("exec /no/such/program", "bot_not_started"), ("no-such-program", "bot_not_started"),
    ("echo oi", "bot_not_understood line 1, column 1"),
    ("true", "bot_not_understood line 1, column 1"),
    ("printf '\\377\\376'", "bot_not_understood line 1, column 1"), ("yes", "bot_too_much"),
    ("head -c 1048577 /dev/zero", "bot_too_much"),
    (#"echo '{"messages":[{"txt":"oi"}]}'"#, "bot_not_understood messages[0].txt"),
    (#"echo '{"messages":[{"text":"oi"}]}'; exit 1"#, "bot_exited 1"),
  ])
  func `W9 a bot that fails hands over to a person`(script: String, reason: String) throws {
    let bot = try BotDesk(script: script, timeout: script == "yes" ? 1 : 10)
    try bot.answer()
    #expect(try bot.said() == [])
    #expect(try bot.stored().intake?.state == .settled)
    #expect(try bot.lastEvent() == "W9 handedOver bot \(reason) notification/1")
    let told = bot.desk.run("notification", "list", "--all", "--jsonl").output
    #expect(told.contains(#""kind":"botFailed""#))
    #expect(told.contains("O robô não respondeu a Carla Dias: "))
  }

  /// Hanging, with its output open, closed, or held by a child.
  @Test(arguments: [
    "sleep 300", "exec >&-; sleep 300", "sleep 300 & wait", "trap '' TERM; sleep 300 | sleep 300",
    #"echo '{"messages":[{"text":"oi"}]}'; sleep 300"#,
  ])
  func `W9 a bot that takes too long is stopped, with all it started`(script: String) throws {
    let bot = try BotDesk(script: "echo $$ >\"$0.pid\"\n" + script, timeout: 1)
    try bot.answer()
    #expect(try bot.said() == [])
    #expect(try bot.lastEvent() == "W9 handedOver bot bot_late notification/1")
    try expectGroupGone(bot)
  }

  @Test func `W9 a child that a bot leaves behind is not waited for, and is killed`() throws {
    let bot = try BotDesk(script: "echo $$ >\"$0.pid\"\nsleep 300 &\n" + Self.hello, timeout: 120)
    let start = monotonicSeconds()
    try bot.answer()
    // Far from both limits: the child's 300 seconds and the bot's 120.
    #expect(monotonicSeconds() - start < 60)
    #expect(try bot.said() == ["Oi! Sou o robô."])
    try expectGroupGone(bot)
  }

  /// No process of the bot's group is left, which it leads; a killed one may take a moment.
  private func expectGroupGone(_ bot: BotDesk) throws {
    let leader = try #require(
      pid_t(bot.desk.read("bot.sh.pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    var looks = 0
    while kill(-leader, 0) == 0, looks < 1000 {
      usleep(10_000)
      looks += 1
    }
    #expect(kill(-leader, 0) != 0)
  }

  @Test func `W9 a bot may change the desk by deskctl while it answers`() throws {
    let bot = try BotDesk(
      script: """
        "\(Binary.built.path)" contact set 1 --name 'Carla D.' >&2 || exit 9
        echo '{"messages":[{"text":"Prazer!"}]}'
        """)
    try bot.answer()
    #expect(try bot.said() == ["Prazer!"])
    #expect(bot.desk.run("contact", "show", "1").output.contains("Carla D."))
  }

  @Test(arguments: [
    ("conversation", "closed"), ("assigned", "attended"), ("intake", "settled"),
    ("contact", "blocked"),
  ])
  func `W9 an answer to what changed meanwhile is dropped`(what: String, reason: String) throws {
    let bot = try BotDesk(script: "")
    // The bot waits for the test, which changes the desk while it thinks.
    let script = """
      touch "\(bot.desk.root)/asked"
      while [ ! -e "\(bot.desk.root)/go" ]; do sleep 0.01; done
      \(Self.hello)
      """
    try bot.desk.write("bot.sh", script)
    let place = bot.place
    let thread = Thread {
      while !FileManager.default.fileExists(atPath: place.root + "/asked") { usleep(5000) }
      try? place.change { try [change(what, $0)] }
      _ = FileManager.default.createFile(atPath: place.root + "/go", contents: nil)
    }
    thread.start()
    try bot.answer()
    #expect(try bot.said() == [])
    let rule = reason == "blocked" ? "W12 handedOver" : "W9 dropped"
    #expect(try bot.lastEvent() == "\(rule) bot \(reason)")
  }

  private func change(_ what: String, _ store: Transaction) throws -> Effect {
    var conversation = try store.get(Conversation.ID(1))
    var contact = try store.get(conversation.contact)
    switch what {
    case "conversation": conversation.state = .closed
    case "assigned": conversation.assignee = try Agent.ID(text: "ana")
    case "intake": conversation.intake?.state = .settled
    default:
      contact.automaticBlocked = true
      return .contact(contact)
    }
    return .conversation(conversation)
  }

  @Test func `W12 a blocked contact's bot is not even started`() throws {
    let bot = try BotDesk(script: "touch \"$0.ran\"\n" + Self.hello)
    #expect(bot.desk.run("contact", "block", "1").status == 0)
    try bot.answer()
    #expect(throws: (any Error).self) { try bot.desk.read("bot.sh.ran") }
    #expect(try bot.lastEvent() == "W12 handedOver bot blocked")
    #expect(try bot.stored().intake?.state == .settled)
  }

  @Test func `W9 without a bot, or one to ask, nothing happens`() throws {
    let bot = try BotDesk(script: "touch \"$0.ran\"\n" + Self.hello)
    try bot.change { store in
      var conversation = try store.get(bot.conversation)
      conversation.intake?.state = .settled
      return [.conversation(conversation)]
    }
    try bot.answer()
    #expect(bot.desk.run("whatsapp", "set", "--unset", "bot.command").status == 0)
    try bot.answer()
    #expect(throws: (any Error).self) { try bot.desk.read("bot.sh.ran") }
    #expect(try bot.lastEvent() == "")
  }
}
