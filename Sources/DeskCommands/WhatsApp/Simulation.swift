import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore
import JSON

/// A desk on which messages come in, and of which nothing is kept: what they change stays in memory,
/// and the store's lock is held during each turn alone. A class, because its turns follow each other.
final class Simulation {
  private let desk: Desk
  private let overlay: Transaction
  private let stream: RecordStream
  private let wording: SimulationWording
  private let explains: Bool
  private let bot: String?

  /// `asksBot`: whether the bot is really started; what it does besides answering is not undone.
  init(_ desk: Desk, explains: Bool, asksBot: Bool) throws {
    self.desk = desk
    self.explains = explains
    overlay = try desk.store().overlay()
    stream = try RecordStream(desk, schema: "whatsapp.simulate")
    wording = SimulationWording(desk.language)
    bot = asksBot ? try desk.settings.whatsapp.bot.command : nil
  }

  /// How much of what comes in is shown.
  enum Echo {
    /// Who typed it sees it already.
    case none
    case text
    /// And who wrote it.
    case all
  }

  /// Takes bodies in, their messages in the order of their provider's clock.
  func take(_ bodies: [WebhookBody], echo: Echo) throws {
    var kept: Set<Int> = []
    var waiting = WaitingEvent.inOrder(bodies, now: try desk.now())[...]
    while !waiting.isEmpty {
      let done = try desk.reading { _ in
        try Receiving(desk).take(waiting, keeping: &kept, overlay)
      }
      for event in done { try tell(event, echo) }
      waiting = waiting.dropFirst(done.count)
    }
    try stream.flush()
  }

  private func tell(_ event: ReceivedEvent, _ echo: Echo) throws {
    guard case .message(let message) = event.event, case .message(let outcome) = event.result
    else {
      return stream.add(event.json, id: nil, line: explains ? wording.besides(event) : nil)
    }
    let answered = try outcome.asksBot ? answerByBot(outcome) : []
    let out = outgoing(outcome.effects) + outgoing(answered)
    var record = event.json.object ?? JSONObject()
    record["out"] = .array(out.map(\.simulatedJSON))
    var lines = wording.inbound(message, echo)
    if explains {
      lines += ReceivedWording(desk.language).steps(outcome).map { "  \($0)" }
      lines += answered.compactMap(wording.botStep).map { "  \($0)" }
    }
    lines += out.map(wording.outbound)
    stream.add(.object(record), id: nil, line: lines.isEmpty ? nil : lines.joined(separator: "\n"))
  }

  private func outgoing(_ effects: [Effect]) -> [OutboxEntry] {
    effects.compactMap { if case .outbox(let entry) = $0 { entry } else { nil } }
  }

  private func answerByBot(_ outcome: Reception.Outcome) throws -> [Effect] {
    guard let bot, let id = outcome.conversation?.id,
      let request = try desk.reading({ _ in try desk.botRequest(id, overlay) })
    else { return [] }
    let limit = try desk.settings.whatsapp.bot.timeout
    let answer = try desk.askBot(bot, request, limit: limit)
    let effects = try desk.reading { _ in try desk.botEffects(answer, to: request, overlay) }
    try desk.reading { _ in try overlay.apply(effects) }
    return effects
  }

  // MARK: What happens besides

  /// Changes the newest open conversation of a phone; nothing where there is none.
  func change(
    _ address: String, _ edit: (inout Contact, inout Conversation) throws -> Void
  ) throws -> Bool {
    var user = WhatsAppUser()
    user.phone = try? PhoneNumber(internationalDigits: address)
    return try desk.reading { _ in
      guard var contact = try overlay.contact(of: user),
        var conversation = try overlay.openConversations(of: contact.id).last
      else { return false }
      try edit(&contact, &conversation)
      try overlay.apply([.contact(contact), .conversation(conversation)])
      return true
    }
  }

  func say(_ text: Text) throws {
    stream.add(line: text(desk.language))
    try stream.flush()
  }

  func end() throws { try stream.end() }
}

extension OutboxEntry {
  /// What a simulation says of it.
  fileprivate var simulatedJSON: JSONValue {
    [
      "channel": JSONValue(channel.rawValue), "to": JSONValue(to),
      "subject": body.subject.map { JSONValue($0) } ?? .null,
      "text": body.text.map { JSONValue($0) } ?? .null,
    ]
  }
}
