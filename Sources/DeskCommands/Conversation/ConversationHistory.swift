import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var conversationHistory: CommandSpec {
    CommandSpec(
      name: "history",
      summary: Text(
        en: "Who had a conversation, and when.", pt: "Quem teve uma conversa, e quando."),
      arguments: [.record(.conversation)], action: .read(nil, run))
  }

  private static func run(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.visible(
      desk.conversation(words.arguments[0], in: store), store)
    var listing = Listing("conversation.history", columns)
    for (place, entry) in conversation.history.enumerated() {
      listing.add(
        id: String(place + 1), entry.fullJSON,
        [
          try desk.times().compact(entry.at), HistoryWord.actor(entry.actor)(desk.language),
          HistoryWord.text(entry.what)(desk.language), entry.team?.text ?? "-",
          entry.assignee?.text ?? "-", entry.cause?.text ?? "-", entry.comment ?? "-",
        ])
    }
    return Output(.list(listing))
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text(en: "when", pt: "quando"), key: "at"),
      Table.Column(Text(en: "who", pt: "quem"), key: "actor"),
      Table.Column(Text(en: "what", pt: "o quê"), key: "what"),
      Table.Column(Text(en: "team", pt: "equipe"), key: "team"),
      Table.Column(Text(en: "assignee", pt: "responsável"), key: "assignee"),
      Table.Column(Text(en: "because of", pt: "por causa de"), key: "cause"),
      Table.Column(Text(en: "comment", pt: "comentário"), key: "comment", shrinks: true),
    ]
  }
}

/// The steps of a conversation's life, as people read them.
enum HistoryWord {
  /// Who did one; a contact is who visits.
  static func actor(_ name: String) -> Text {
    (try? Reference(text: name))?.kind == .contact
      ? Text(en: "visitor", pt: "visitante") : Text(name)
  }

  static func text(_ change: HistoryEntry.Change) -> Text {
    switch change {
    case .opened: Text(en: "opened", pt: "aberta")
    case .moved: Text(en: "moved", pt: "movida")
    case .assigned: Text(en: "assigned", pt: "atribuída")
    case .answered: Text(en: "answered", pt: "respondida")
    case .forwarded: Text(en: "forwarded", pt: "encaminhada")
    case .transferred: Text(en: "transferred", pt: "transferida")
    case .closed: Text(en: "closed", pt: "encerrada")
    }
  }
}
