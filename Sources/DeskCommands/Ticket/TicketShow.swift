import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var ticketShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(en: "One ticket, with its messages.", pt: "Um chamado, com suas mensagens."),
      arguments: [.record(.ticket)], action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let ticket = try desk.ticket(words.arguments[0], in: store)
    // A ticket bound to a conversation has all of its messages, earlier and later.
    let messages = try ticket.conversation.map { try store.messages(of: $0) } ?? []
    var record = ticket.fullJSON.object ?? JSONObject()
    record["messages"] = .array(messages.map(\.fullJSON))
    let lines = try messages.map { try desk.line($0) }
    let names = try desk.names(contact: ticket.contact, agent: ticket.assignee, store)
    let text = try desk.sheet(ticket, names: names) + (lines.isEmpty ? "" : "\n" + lines.joined())
    return Output(.one(schema: "ticket", .object(record), text: text))
  }
}

extension Desk {
  /// A message as one line of a conversation: when, which way, who, what.
  func line(_ message: Message) throws -> String {
    let arrow = message.direction == .inbound ? ">" : "<"
    let files = message.files.map { "[\($0.name)]" }
    let what = ([message.text].compactMap { $0 } + files).joined(separator: " ")
    let text = Shown(what).paragraph.split(separator: "\n").joined(separator: "\n    ")
    return "\(try times().compact(message.at)) \(arrow) \(message.author): \(text)\n"
  }
}
