import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var conversationShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "One conversation, with its messages.", pt: "Uma conversa, com suas mensagens."),
      examples: [
        Example(
          "deskctl conversation show 3 --limit 20 --no-history",
          Text(en: "the last twenty messages", pt: "as últimas vinte mensagens"))
      ],
      arguments: [.record(.conversation)], options: [noHistory, newest, since, containing],
      action: .read(nil, run))
  }

  private static let noHistory = OptionSpec.flag(
    "no-history", Text(en: "without who had it, and when", pt: "sem quem a teve, e quando"))
  private static let newest = OptionSpec.value(
    "limit", "N", Text(en: "only the last N messages", pt: "só as últimas N mensagens"))
  private static let since = OptionSpec.value(
    "since", "TIME",
    Text(en: "only from then on; 6h is six hours back", pt: "só a partir daí; 6h são seis horas"))
  private static let containing = OptionSpec.value(
    "grep", "TEXT", Text(en: "only messages with this text", pt: "só mensagens com este texto"))

  private static func run(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    var conversation = try desk.visible(
      desk.conversation(words.arguments[0], in: store), store)
    let messages = try desk.inOrder(messages(of: conversation, desk, store, words))
    let thread = try desk.thread(messages, store)
    var record = try ConversationRow(conversation, desk, store).json.object ?? JSONObject()
    if words.has(noHistory) {
      conversation.history = []
      record["history"] = nil
    }
    record["messages"] = .array(thread.map(\.json))
    let lines = try desk.lines(of: thread, messages)
    let names = try desk.names(
      contact: conversation.contact, agent: conversation.assignee, store)
    // The thread below says it.
    conversation.lastMessageAt = nil
    conversation.lastText = nil
    conversation.silentSince = nil
    conversation.intake?.requests = []
    conversation.checkAt = nil
    let stands = [
      "attention": conversation.attention.word(desk.language),
      "state": conversation.state.word(desk.language),
    ]
    let text =
      try desk.sheet(conversation, names: names, words: stands)
      + (lines.isEmpty ? "" : "\n" + lines.joined())
    var output = Output(.one(schema: "conversation", .object(record), text: text))
    output.isPaged = true
    return output
  }

  private static func messages(
    of conversation: Conversation, _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> [Message] {
    let limit = try words.number(newest)
    let start = try words.value(since).map { try desk.past(since, $0) }
    let text = words.value(containing)?.folded
    if start == nil, text == nil, let limit {
      let newest = try store.messages(
        of: conversation.id, last: min(limit, conversation.messageCount) + lateness)
      return Array(desk.inOrder(newest).suffix(limit))
    }
    let wanted = try store.messages(of: conversation.id).filter { message in
      (start.map { message.at >= $0 } ?? true)
        && (text.map { (message.text ?? "").folded.contains($0) } ?? true)
    }
    return Array(desk.inOrder(wanted).suffix(limit ?? wanted.count))
  }

  /// So many more are read from the end: one that came late stands behind those written after it.
  private static let lateness = 32
}

extension Desk {
  /// A time back from now: `6h`, else as times are typed everywhere.
  func past(_ option: OptionSpec, _ typed: String) throws -> Instant {
    if typed.hasSuffix("h"), let hours = Reference.number(typed.dropLast()), hours <= 87_600 {
      return try now() - hours * 3600
    }
    return try time(option, typed, purpose: .moment)
  }
}
