import CommandLineKit
import DeskCore
import DeskStore

/// Which messages of a conversation somebody chose, by their places or by time (C10, C12).
enum MessageChoice {
  static let messages = OptionSpec.value(
    "messages", "N,N-N",
    Text(en: "these, by their places: 1,3-5", pt: "estas, pelos lugares: 1,3-5"))
  static let since = OptionSpec.value(
    "since", "HOURS",
    Text(
      en: "those of the last 1 to 24 whole hours: 3h",
      pt: "as das últimas 1 a 24 horas inteiras: 3h"))

  /// Nil where neither option was given.
  static func chosen(
    of conversation: Conversation, _ desk: Desk, _ store: some StoreReading, _ words: ParsedWords
  ) throws -> MessageSelection? {
    let (typed, hours) = (words.value(messages), words.value(since))
    if typed != nil, hours != nil { throw Failure.bothChoices }
    if let typed {
      guard let chosen = MessageSelection(typed), let last = chosen.last,
        last <= conversation.messageCount
      else {
        let count = conversation.messageCount
        throw Failure.badValue(
          messages, typed,
          Text(en: "1,3-5, of \(count) messages", pt: "1,3-5, de \(count) mensagens"))
      }
      return chosen
    }
    guard let hours else { return nil }
    guard hours.hasSuffix("h"), let count = Reference.number(hours.dropLast()), count <= 24 else {
      throw Failure.badValue(
        since, hours, Text(en: "1h to 24h, whole hours", pt: "de 1h a 24h, horas inteiras"))
    }
    // C12: the lower end is one of them.
    let start = try desk.now() - count * 3600
    let chosen = MessageSelection(try store.messages(of: conversation.id), since: start)
    if chosen.count == 0 { throw Failure.noMessages(of: conversation.id, hours: count) }
    return chosen
  }

  /// `5 messages`, `5 mensagens`.
  static func count(_ chosen: MessageSelection) -> Text {
    chosen.count == 1
      ? Text(en: "1 message", pt: "1 mensagem")
      : Text(en: "\(chosen.count) messages", pt: "\(chosen.count) mensagens")
  }
}

extension Failure {
  fileprivate static let bothChoices = Failure(
    .usage, "usage",
    Text(
      en: "--messages and --since contradict each other",
      pt: "--messages e --since se contradizem"))

  fileprivate static func noMessages(of id: Conversation.ID, hours: Int) -> Failure {
    Failure(
      .refused, "C12",
      Text(
        en: "conversation/\(id.number) has no message of the last \(hours) h",
        pt: "conversation/\(id.number) não tem mensagem das últimas \(hours) h"),
      hint: Text("deskctl conversation show \(id.number)"))
  }
}
