import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

/// A visitor at a terminal, on a desk of which nothing is kept: what they change stays in memory, and
/// the store's lock is held during each turn alone. A class, because its turns follow each other.
final class VisitorSimulation {
  private let desk: Desk
  private let overlay: Transaction
  private let stream: RecordStream
  private let visitor: VisitorDetails
  private let token: VisitorToken
  /// Nil: as agents stand today.
  private let isOnline: Bool?
  private var conversation: Conversation.ID?
  private var count = 0
  private var shown = 0

  init(_ desk: Desk, _ visitor: VisitorDetails, isOnline: Bool?) throws {
    self.desk = desk
    self.visitor = visitor
    self.isOnline = isOnline
    overlay = try desk.store().overlay()
    stream = try RecordStream(desk, schema: "livechat.simulate")
    guard let token = VisitorToken(String(repeating: "0", count: 32)) else {
      preconditionFailure("32 digits are a token")
    }
    self.token = token
  }

  /// Takes one line in; false ends it.
  func take(_ line: String) throws -> Bool {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    switch words.first {
    case nil: return true
    case "/leave", "/sair": return false
    case "/end", "/fim": try end()
    case "/say", "/dizer":
      if words.count == 3 { try answer(as: words[1], words[2]) } else { try say(Self.help) }
    case let word? where word.hasPrefix("/"): try say(Self.help)
    case _?: try write(line)
    }
    return true
  }

  func say(_ text: Text) throws {
    stream.add(line: text(desk.language))
    try stream.flush()
  }

  func finish() throws { try stream.end() }

  static let help = Text(
    en: "/say AGENT TEXT answers as an agent; /end ends the chat; /leave leaves",
    pt: "/dizer ATENDENTE TEXTO responde como atendente; /fim encerra o chat; /sair sai")

  // MARK: Turns

  private func write(_ line: String) throws {
    guard let text = VisitorText(line), let id = VisitorMessageID(nextID) else {
      return try say(Self.help)
    }
    try change { setting in
      guard let open = try self.open() else { return try self.start(text, id, setting) }
      return try self.turn(open, setting).hearing(text, id)
    }
  }

  private func start(
    _ text: VisitorText, _ id: VisitorMessageID, _ setting: LivechatSetting
  ) throws -> [Effect] {
    let facts = try desk.livechatStartFacts(visitor.email, overlay)
    conversation = Conversation.ID(facts.next.conversation)
    shown = 0
    return LivechatStart(
      visitor, token: token, id: id, text: text, facts: facts, setting: setting
    ).plan()
  }

  private func end() throws {
    try change { setting in
      guard let open = try self.open() else { return [] }
      return try self.turn(open, setting).ending(byVisitor: true)
    }
  }

  private func turn(_ open: Conversation, _ setting: LivechatSetting) throws -> LivechatTurn {
    let contact = try overlay.get(open.contact)
    return LivechatTurn(
      open, with: contact, owner: try overlay.claimed(by: contact), setting: setting)
  }

  private func answer(as name: String, _ text: String) throws {
    guard let agent = try? desk.id(Agent.self, name), let open = try open() else {
      return try say(Self.help)
    }
    try change { _ in
      let effects = try self.desk.writing(
        .free(text: text, files: []), in: open, by: agent, self.overlay)
      return effects
    }
  }

  private var nextID: String {
    count += 1
    let digits = String(count)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  private func open() throws -> Conversation? {
    guard let conversation, let known = try overlay.find(conversation), known.state == .open else {
      return nil
    }
    return known
  }

  // MARK: Showing

  /// Applies a plan to what is in memory, and shows what the visitor then sees.
  private func change(_ plan: (LivechatSetting) throws -> [Effect]) throws {
    try desk.reading { _ in
      var setting = try desk.livechatSetting(overlay)
      if let isOnline { setting.availability = isOnline ? .online : .offline }
      let effects = try plan(setting)
      try overlay.apply(effects)
      try show(setting, effects)
    }
    try stream.flush()
  }

  private func show(_ setting: LivechatSetting, _ effects: [Effect]) throws {
    guard let conversation, let known = try overlay.find(conversation) else { return }
    let agents = try desk.agents
    let view = VisitorView(
      known, try overlay.messages(of: conversation), since: shown, setting: setting
    ) { author in
      (try? Agent.ID(text: author)).flatMap { agents[$0]?.name }
    }
    for line in view.lines {
      let who = line.name ?? line.from.rawValue
      stream.add(
        [
          "n": JSONValue(line.number), "from": JSONValue(line.from.rawValue),
          "text": JSONValue(line.text),
        ],
        id: nil,
        line: line.from == .visitor
          ? "> \(Shown(line.text).paragraph)"
          : "< \(Shown(who).line): \(Shown(line.text).paragraph)")
    }
    shown = known.messageCount
    for case .event(let event) in effects {
      let rule = event.rule.map { "  \($0): " } ?? "  "
      let what = EventWord.text(event.what, of: event.record?.kind)(desk.language)
      stream.add(line: rule + what + (event.record.map { " \($0.text)" } ?? ""))
    }
  }
}
