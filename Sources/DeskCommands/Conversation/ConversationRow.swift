import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// A conversation as lists have it, for people and for scripts.
struct ConversationRow {
  private let desk: Desk
  private let conversation: Conversation
  private let contact: Contact?
  /// C15, where whoever asks sees it.
  private let whatsappTicket: Ticket.ID?

  init(_ conversation: Conversation, _ desk: Desk, _ store: some StoreReading) throws {
    self.desk = desk
    self.conversation = try desk.visible(conversation, store)
    contact = try store.find(conversation.contact)
    let last = try contact?.lastTicket.flatMap { try store.find($0) }
    whatsappTicket = last.flatMap { desk.actor.sees($0) ? $0.id : nil }
  }

  var cells: [String] {
    get throws {
      [
        String(conversation.id.number),
        contact?.displayName ?? "-", conversation.team?.text ?? "-",
        conversation.assignee?.text ?? "-", conversation.attention.word(desk.language),
        conversation.state.word(desk.language), whatsappTicket.map { String($0.number) } ?? "-",
        try conversation.lastInboundAt.map { try desk.times().compact($0) } ?? "-",
        conversation.lastText ?? "-",
      ]
    }
  }

  /// The record, with what stands beside it: the shown name (C2), the view (C1), the last ticket of
  /// WhatsApp origin (C15).
  var json: JSONValue {
    var record = conversation.fullJSON.object ?? JSONObject()
    record["displayName"] = contact.map { JSONValue($0.displayName) } ?? .null
    record["view"] = JSONValue(conversation.view(of: desk.actor.agent).rawValue)
    record["whatsappTicket"] = whatsappTicket.map { JSONValue($0.number) } ?? .null
    return .object(record)
  }

  /// `conversation/3  2026-12-04 10:20  open  ana  how the last message begins`.
  func summary(_ times: TimeWording) throws -> String {
    let words = [
      conversation.reference.text, times.compact(conversation.openedAt),
      conversation.state.word(desk.language), conversation.assignee?.text ?? "-",
      conversation.lastText ?? "-",
    ]
    return words.map { Shown($0).line }.joined(separator: "  ")
  }

  static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "id"),
      Table.Column(Text(en: "with", pt: "com"), key: "contact", shrinks: true),
      Table.Column(Text(en: "team", pt: "equipe"), key: "team"),
      Table.Column(Text(en: "assignee", pt: "responsável"), key: "assignee"),
      Table.Column(Text(en: "attention", pt: "atenção"), key: "attention"),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "ticket", pt: "chamado"), key: "whatsappTicket"),
      Table.Column(Text(en: "last wrote", pt: "última do contato"), key: "lastInboundAt"),
      Table.Column(Text(en: "last message", pt: "última mensagem"), key: "lastText", shrinks: true),
    ]
  }
}

extension Attention {
  /// As people read it.
  var word: Text {
    switch self {
    case .pending: Text(en: "pending", pt: "pendente")
    case .resolved: Text(en: "resolved", pt: "resolvida")
    }
  }
}

extension TicketState {
  /// As people read it.
  var word: Text {
    switch self {
    case .open: Text(en: "open", pt: "aberto")
    case .closed: Text(en: "closed", pt: "fechado")
    }
  }
}

extension ConversationState {
  /// As people read it.
  var word: Text {
    switch self {
    case .open: Text(en: "open", pt: "aberta")
    case .closed: Text(en: "closed", pt: "encerrada")
    }
  }
}
