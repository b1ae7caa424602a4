import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// The answer to a shell that asks what may stand at the cursor. It waits for nothing and fails
  /// in silence: a key was pressed in the middle of a line.
  func completions(for request: CompletionRequest) -> String {
    let completer = Completer(tree, language: language) { kind, prefix in
      (try? self.candidates(kind, prefix)) ?? []
    }
    return completer.reply(to: request.words).text(for: request)
  }

  private func candidates(_ kind: String, _ prefix: String) throws -> [Candidate] {
    if let configured = Configured.kinds.first(where: { $0.noun == kind }) {
      return try entries(configured)
    }
    switch kind {
    case "key":
      return SettingKey.all(below: DeskFile.fields.erased).map {
        Candidate($0.text, $0.field.note(language))
      }
    case "zone": return []
    case "code": return Explanation.all.map { Candidate($0.code, $0.title(language)) }
    case "topic":
      return tree.entries.filter { !$0.isHidden }.map { Candidate($0.name, $0.summary(language)) }
        + HelpTopic.allCases.map { Candidate($0.rawValue, $0.summary(language)) }
    default: return try records(kind, prefix)
    }
  }

  private func entries<Entry: ConfiguredRecord>(_ type: Entry.Type) throws -> [Candidate] {
    try config().catalog(type).entries.map { Candidate($0.id.text, $0.value.name) }
  }

  /// Open records of a kind that this actor sees; at most a screenful.
  private func records(_ word: String, _ prefix: String) throws -> [Candidate] {
    guard let kind = RecordKind(rawValue: word) else { return [] }
    try settleCaller()
    let hasSlash = prefix.contains("/")
    func candidate(_ number: Int, _ text: String) -> Candidate {
      Candidate(hasSlash ? "\(kind.rawValue)/\(number)" : String(number), text)
    }
    return try store().read(patience: 0) { store in
      switch kind {
      case .contact:
        let last = try store.lastNumber(.contact)
        let recent: [Contact] = try store.records(
          (max(1, last - 99)...max(1, last)).map { RecordID($0) })
        return recent.map { candidate($0.id.number, $0.displayName) }
      case .ticket:
        let open: [Ticket] = try store.records(store.numbers(.open(kind)).map { RecordID($0) })
        return open.filter { actor.sees(team: $0.team, assignee: $0.assignee) }.map {
          candidate($0.id.number, $0.title)
        }
      case .conversation:
        let open: [Conversation] = try store.records(
          store.numbers(.open(kind)).map { RecordID($0) })
        let segmented = try settings.whatsapp.segmentedViews
        return open.filter { actor.sees($0, segmented: segmented) }.map {
          candidate($0.id.number, $0.channel.rawValue)
        }
      case .schedule:
        return try store.pendingSchedules().prefix(100).filter {
          try sees(Reference(kind, $0.schedule), store)
        }.map { candidate($0.schedule, $0.at.rfc3339) }
      case .outbox:
        return try store.numbers(.open(kind)).filter { try sees(Reference(kind, $0), store) }
          .map { candidate($0, "") }
      case .notification:
        let own: [DeskCore.Notification] = try store.records(
          store.numbers(.open(kind)).map { RecordID($0) })
        return own.filter { actor.isTold($0) }.map { candidate($0.id.number, $0.text) }
      }
    }
  }
}

extension Note {
  func callAsFunction(_ language: Language) -> String {
    switch language {
    case .en: en
    case .ptBR: pt
    }
  }
}

extension Actor {
  /// Whether a notification is this actor's: an agent's own; all of them for who runs the desk.
  func isTold(_ notification: DeskCore.Notification) -> Bool {
    switch self {
    case .administrator, .system: true
    case .agent(let id, _, _):
      notification.agent == id || notification.agent == nil && may(.administer)
    }
  }
}
