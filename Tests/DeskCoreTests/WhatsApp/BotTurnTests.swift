import DeskCore
import Testing

/// W9: what a bot's answer does, in whatever state it finds its conversation.
struct BotTurnTests {
  private let now = Instant(secondsSinceEpoch: 1_796_390_400)

  private func turn(
    _ answer: Result<BotAnswer, BotFailure>, _ change: (inout BotTurn) -> Void = { _ in }
  ) throws -> BotTurn {
    var conversation = Conversation()
    conversation.id = Conversation.ID(3)
    conversation.number = try PhoneNumberID(text: "2077")
    conversation.contact = Contact.ID(5)
    conversation.messageCount = 2
    var intake = Intake()
    intake.state = .bot
    conversation.intake = intake
    var contact = Contact()
    contact.id = Contact.ID(5)
    contact.phones = [try PhoneNumber("11988887777", country: .brazil)]
    var line = ContactLine()
    line.number = conversation.number
    line.address = "+5511912345678"
    contact.lines = [line]
    var turn = BotTurn(
      conversation: conversation, contact: contact, answer: answer, asked: 2, nextOutbox: 8,
      nextNotification: 4, language: .en, now: now)
    change(&turn)
    return turn
  }

  private func answer(_ texts: String..., handOver: Bool = false) -> BotAnswer {
    var answer = BotAnswer()
    answer.messages = texts.map { text in
      var message = BotMessage()
      message.text = text
      return message
    }
    answer.handOver = handOver
    return answer
  }

  /// The effects in a word or two each.
  private func words(_ turn: BotTurn) -> [String] {
    turn.plan().map { effect in
      switch effect {
      case .conversation(let conversation):
        "\(conversation.intake?.state.rawValue ?? "-") \(conversation.messageCount)"
      case .outbox(let entry):
        "outbox/\(entry.id.number) to \(entry.to) by \(entry.number?.text ?? "-")"
      case .message(let message):
        "message \(message.id) \(message.direction.rawValue) \(message.author) \(message.text ?? "")"
      case .notification(let notification):
        "\(notification.kind) \(notification.agent?.text ?? "all"): \(notification.text)"
      case .event(let event):
        ([event.rule ?? "-", event.what] + event.detail).joined(separator: " ")
      case .contact, .ticket, .schedule, .status, .inbox, .presence: "?"
      }
    }
  }

  @Test func `W9 each text leaves and joins the conversation`() throws {
    #expect(
      words(try turn(.success(answer("Oi!", "Já vejo.")))) == [
        "bot 4", "outbox/8 to +5511912345678 by 2077", "message 3 out bot Oi!",
        "outbox/9 to +5511912345678 by 2077", "message 4 out bot Já vejo.",
        "W9 answered bot outbox/8 outbox/9",
      ])
  }

  @Test func `W9 what a bot sends is automatic, and names its conversation`() throws {
    for effect in try turn(.success(answer("Oi!"))).plan() {
      if case .outbox(let entry) = effect {
        #expect(entry.automatic)
        #expect(entry.conversation == Conversation.ID(3))
        #expect(entry.contact == Contact.ID(5))
      }
      if case .message(let message) = effect {
        #expect(message.automatic)
        #expect(message.outbox == OutboxEntry.ID(8))
      }
    }
  }

  @Test func `W9 it hands over after its last word, or without one`() throws {
    #expect(
      words(try turn(.success(answer("Tchau", handOver: true)))) == [
        "settled 3", "outbox/8 to +5511912345678 by 2077", "message 3 out bot Tchau",
        "W9 answered bot outbox/8", "W9 handedOver bot",
      ])
    var named = answer(handOver: true)
    named.subject = try Slug(text: "nota-fiscal")
    #expect(
      words(try turn(.success(named))) == [
        "settled 2", "W9 answered bot", "W9 handedOver bot subject nota-fiscal",
      ])
    #expect(words(try turn(.success(answer()))) == ["bot 2", "W9 answered bot"])
  }

  @Test(arguments: BotFailure.Reason.allCases)
  func `W9 where it fails a person goes on and is told`(reason: BotFailure.Reason) throws {
    let failed = words(try turn(.failure(BotFailure(reason, "3"))))
    #expect(failed.count == 3)
    #expect(failed[0] == "settled 2")
    #expect(failed[1].hasPrefix("botFailed all: The bot did not answer +55 11 98888-7777: "))
    #expect(failed[2] == "W9 handedOver bot \(reason.rawValue) 3 notification/4")
  }

  @Test func `W9 what it says has to go somewhere`() throws {
    let lost = try turn(.success(answer("Oi!"))) { $0.contact = nil }
    #expect(words(lost).last == "W9 handedOver bot bot_no_address notification/4")
    let phone = try turn(.success(answer("Oi!"))) { $0.contact?.lines = [] }
    #expect(words(phone)[1] == "outbox/8 to +5511988887777 by 2077")
  }

  @Test(arguments: ["closed", "attended", "settled"])
  func `W9 an answer that comes too late is dropped, and that is kept`(how: String) throws {
    let assignee = try Agent.ID(text: "ana")
    func change(_ turn: inout BotTurn) {
      switch how {
      case "closed": turn.conversation.state = .closed
      case "attended": turn.conversation.assignee = assignee
      default: turn.conversation.intake?.state = .settled
      }
    }
    let late = try turn(.success(answer("Oi!", handOver: true)), change)
    #expect(words(late) == ["W9 dropped bot \(how)"])
    let failed = words(try turn(.failure(BotFailure(.late)), change))
    if how == "attended" {
      #expect(failed[0] == "settled 2")
      #expect(failed[1].hasPrefix("botFailed ana: "))
    } else {
      #expect(failed == ["W9 dropped bot bot_late"])
    }
  }

  @Test func `W9 of two runs that know the same one answers`() throws {
    let second = try turn(.success(answer("Oi!"))) { $0.conversation.intake?.botAnswered = 2 }
    #expect(words(second) == ["W9 dropped bot answered"])
    // One that knew less was faster: its answer stands, and so does this one.
    let newer = try turn(.success(answer("Oi!"))) { $0.conversation.intake?.botAnswered = 1 }
    #expect(words(newer).last == "W9 answered bot outbox/8")
    guard case .conversation(let conversation) = newer.plan()[0] else {
      Issue.record("no conversation")
      return
    }
    #expect(conversation.intake?.botAnswered == 2)
  }

  @Test func `W12 a contact who blocked automatic messages gets no bot`() throws {
    let results: [Result<BotAnswer, BotFailure>] = [
      .success(answer("Oi!")), .failure(BotFailure(.late)),
    ]
    for result in results {
      let blocked = try turn(result) { $0.contact?.automaticBlocked = true }
      #expect(words(blocked) == ["settled 2", "W12 handedOver bot blocked"])
      var claimed = Contact()
      claimed.automaticBlocked = true
      let saying = try turn(result) { $0.claimed = claimed }
      #expect(words(saying) == ["settled 2", "W12 handedOver bot blocked"])
      var closed = blocked
      closed.conversation.state = .closed
      #expect(words(closed) == ["W9 dropped bot blocked"])
    }
  }
}
