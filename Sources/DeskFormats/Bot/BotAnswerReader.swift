package import DeskCore
import JSON

extension BotAnswer {
  /// Reads what a bot wrote on standard output: one object and nothing else. A key that is not
  /// known, a text that is empty or too long, one message too many: none of it is guessed at.
  package init(reading output: [UInt8]) throws(BotFailure) {
    guard output.count <= Self.sizeLimit else { throw BotFailure(.tooMuch) }
    let json: JSONValue
    do {
      json = try JSONValue(parsing: output)
    } catch {
      throw BotFailure(.notUnderstood, "line \(error.line), column \(error.column)")
    }
    do {
      self = try BotAnswer(json: json)
    } catch {
      throw Self.misfit(error.path)
    }
    try checkMessages()
  }

  private func checkMessages() throws(BotFailure) {
    // One that says nothing on purpose says so: otherwise somebody waits for an answer for ever.
    guard messages != nil || handOver else { throw Self.misfit([.key("messages")]) }
    for (place, message) in (messages ?? []).enumerated() {
      let isWhole =
        !message.text.trimmed.isEmpty && message.text.unicodeScalars.count <= Self.textLimit
      guard isWhole, place < Self.messageLimit else {
        throw Self.misfit([.key("messages"), .index(place)])
      }
    }
  }

  private static func misfit(_ path: JSONPath) -> BotFailure {
    BotFailure(.notUnderstood, path.isEmpty ? nil : path.text)
  }
}
