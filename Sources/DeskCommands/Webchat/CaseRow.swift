import CommandLineKit
import DeskCore

/// How far a service is; its words are those of JSON.
enum CaseState: String {
  case inService
  case ended
  case saved

  init(of conversation: Conversation) {
    let isSaved = conversation.serviceCase?.isSaved ?? false
    self = isSaved ? .saved : conversation.state == .open ? .inService : .ended
  }

  var text: Text {
    switch self {
    case .inService: Text(en: "in service", pt: "em atendimento")
    case .ended: Text(en: "ended, not saved", pt: "encerrado, não salvo")
    case .saved: Text(en: "saved", pt: "salvo")
    }
  }
}

/// A case as lists have it.
struct CaseRow {
  private let conversation: Conversation
  private let found: Case
  private let desk: Desk

  init(_ conversation: Conversation, _ found: Case, _ desk: Desk) {
    self.conversation = conversation
    self.found = found
    self.desk = desk
  }

  var id: String { found.protocolNumber ?? String(conversation.id.number) }

  var cells: [String] {
    get throws {
      [
        String(conversation.id.number), found.protocolNumber ?? "-",
        CaseState(of: conversation).text(desk.language), found.agent?.text ?? "-",
        found.customer.name ?? "-", found.service.subject?.text ?? "-",
        try desk.times().compact(found.openedAt),
      ]
    }
  }

  static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "conversation"),
      Table.Column(Text(en: "protocol", pt: "protocolo"), key: "protocol"),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "agent", pt: "atendente"), key: "agent"),
      Table.Column(Text(en: "customer", pt: "cliente"), key: "customer", shrinks: true),
      Table.Column(Text(en: "subject", pt: "assunto"), key: "subject"),
      Table.Column(Text(en: "since", pt: "desde"), key: "openedAt"),
    ]
  }
}
