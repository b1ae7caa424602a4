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
    let messages = try desk.inOrder(desk.messages(of: ticket, store))
    var record = ticket.fullJSON.object ?? JSONObject()
    let thread = try desk.thread(messages, store)
    record["messages"] = .array(thread.map(\.json))
    let lines = try desk.lines(of: thread, messages)
    let names = try desk.names(contact: ticket.contact, agent: ticket.assignee, store)
    let text = try desk.sheet(ticket, names: names) + (lines.isEmpty ? "" : "\n" + lines.joined())
    var output = Output(.one(schema: "ticket", .object(record), text: text))
    output.isPaged = true
    return output
  }
}

extension Desk {
  /// A ticket that is bound to a conversation has all of its messages, earlier and later; of others
  /// it has those that were linked. What one does not see is left out.
  func messages(of ticket: Ticket, _ store: some StoreReading) throws -> [Message] {
    let linked = ticket.links.map(\.conversation).filter { $0 != ticket.conversation }
    return try ([ticket.conversation].compactMap { $0 } + linked).flatMap { id -> [Message] in
      guard let conversation = try store.find(id), try sees(conversation) else { return [] }
      let chosen = ticket.linked(of: id)
      return try store.messages(of: id).filter {
        id == ticket.conversation || chosen.contains($0.id)
      }
    }
  }
}
