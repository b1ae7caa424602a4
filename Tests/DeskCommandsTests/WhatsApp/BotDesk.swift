import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import DeskTestSupport

@testable import DeskCommands

/// The sample desk with a conversation that waits for a bot, which is a script of the shell. A class,
/// because it owns its desk.
final class BotDesk {
  let desk: TestDesk
  let conversation = Conversation.ID(1)
  /// The conversation of contact 1, who wrote `oi`.
  init(script: String, timeout: Int = 10) throws {
    desk = try TestDesk.sample()
    try desk.write("bot.sh", script)
    let set = desk.run(
      "whatsapp", "set", "--bot-command", "sh \(desk.root)/bot.sh", "--bot-timeout", "\(timeout)")
    precondition(set.status == 0, set.error)
    try change { transaction in
      var conversation = Conversation()
      conversation.id = self.conversation
      conversation.contact = Contact.ID(1)
      conversation.team = try Team.ID(text: "suporte")
      conversation.attention = .pending
      conversation.openedAt = self.desk.now
      var intake = Intake()
      intake.state = .bot
      conversation.intake = intake
      return [.conversation(conversation)]
    }
    try write("oi")
  }

  /// The contact says something.
  func write(_ text: String) throws {
    try change { transaction in
      var conversation = try transaction.get(self.conversation)
      conversation.messageCount += 1
      var message = Message()
      message.id = conversation.messageCount
      message.conversation = conversation.id
      message.direction = .inbound
      message.author = "contact/1"
      message.at = self.desk.now
      message.text = text
      return [.conversation(conversation), .message(message)]
    }
  }

  /// The same desk for another thread.
  var place: BotPlace {
    BotPlace(root: desk.root, environment: desk.environment, now: desk.now, user: desk.user)
  }

  private func open() -> Desk { place.open() }

  /// Lets the bot answer.
  func answer() throws { try open().answerByBot([conversation]) }

  func change(_ effects: (Transaction) throws -> [Effect]) throws { try place.change(effects) }

  func stored() throws -> Conversation { try open().reading { try $0.get(conversation) } }

  /// What the desk said, oldest first.
  func said() throws -> [String] {
    try open().reading { store in
      try store.messages(of: conversation).filter { $0.direction == .outbound }.compactMap(\.text)
    }
  }

  /// The newest line of the log about it, with its rule and details.
  func lastEvent() throws -> String {
    try open().reading { store in
      let events = try store.log(dayOf: desk.now).filter { $0.record?.kind == .conversation }
      return events.last.map {
        ([$0.rule ?? "-", $0.what] + $0.detail).joined(separator: " ")
      } ?? ""
    }
  }
}

/// Where a desk lies, for who opens it anew.
struct BotPlace: Sendable {
  let root: String
  let environment: [String: String]
  let now: Instant
  let user: UInt32

  func open() -> Desk {
    let instant = now.secondsSinceEpoch
    let surroundings = Surroundings(
      environment: environment, workingFolder: root, clock: Clock { instant },
      console: Console(
        write: { _ in }, writeError: { _ in }, read: { [] }, isTerminal: false,
        isInputTerminal: false, columns: nil),
      user: user, program: Binary.built.path)
    let tree = CommandTree<Action>.deskctl
    return Desk(surroundings, CommandLineParser(tree).globalWords(of: []), .en, tree)
  }

  func change(_ effects: (Transaction) throws -> [Effect]) throws {
    try open().transaction { try $0.apply(effects($0)) }
  }
}
