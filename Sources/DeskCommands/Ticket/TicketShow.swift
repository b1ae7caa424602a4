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
    let conversation = try ticket.conversation.flatMap { try store.find($0) }
    let isSeen = try conversation.map { try desk.sees($0) } ?? false
    let messages = try isSeen ? conversation.map { try store.messages(of: $0.id) } ?? [] : []
    var record = ticket.fullJSON.object ?? JSONObject()
    let thread = try desk.thread(messages, store)
    record["messages"] = .array(thread.map(\.json))
    let lines = thread.map(\.line)
    let names = try desk.names(contact: ticket.contact, agent: ticket.assignee, store)
    let text = try desk.sheet(ticket, names: names) + (lines.isEmpty ? "" : "\n" + lines.joined())
    return Output(.one(schema: "ticket", .object(record), text: text))
  }
}
