import DeskCore
import JSON

/// A program of the operator's: it is given a message as one JSON object on standard input, and its
/// exit status says what became of it. 0: sent, and a first line `{"id":"…"}` is the provider's id;
/// 75: not taken, later it may be; another: refused, its first line of standard error says why. 126 and
/// 127, a shell's own, mean that the program is not there, or else that nobody knows what was done.
struct CommandTransport {
  private let command: String?
  private let desk: Desk
  private let seconds: Int

  /// EX_TEMPFAIL of sysexits.h.
  static let temporaryFailure: Int32 = 75
  init(_ command: String?, _ desk: Desk, _ settings: OutboxSettings) {
    self.command = command
    self.desk = desk
    seconds = settings.timeout
  }

  func deliver(_ message: Outgoing) -> DeliveryAnswer {
    guard let command else {
      // An agent who no longer wants to be told, or a desk that lacks what it needs.
      let reason = "no command is set"
      return message.entry.channel == .command
        ? .refused(reason: reason) : .notTaken(reason: reason, holding: .outage)
    }
    let courier = Courier(
      "/bin/sh", ["-c", command], as: "command",
      input: Self.json(message).serialized() + [UInt8(ascii: "\n")], seconds: seconds, desk)
    switch courier.run() {
    case .answer(let answer): return answer
    case .ended(0, let output, _): return .sent(provider: Self.id(output))
    case .ended(Self.temporaryFailure, _, let errors):
      return .notTaken(
        reason: courier.reason(Self.temporaryFailure, errors), holding: .contact)
    case .ended(let status, _, let errors) where ShellCommand.notStarted.contains(status):
      // D2: a program may have said so, too, or the last line of a script.
      let reason = courier.reason(status, errors)
      return ShellCommand(command).isThere(desk)
        ? .unknown(reason: reason) : .notTaken(reason: reason, holding: .outage)
    case .ended(let status, _, let errors):
      return .refused(reason: courier.reason(status, errors))
    }
  }

  private static func json(_ message: Outgoing) -> JSONValue {
    let entry = message.entry
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    let parameters = entry.body.parameters.map { ($0.key, JSONValue.string($0.value)) }
    return [
      "id": JSONValue(entry.id.number), "channel": .string(entry.channel.rawValue),
      "to": .string(entry.to), "number": text(message.number?.text),
      "kind": .string(entry.kind.rawValue), "subject": text(entry.body.subject),
      "text": text(message.text), "template": text(message.template?.name),
      "language": text(message.template?.language),
      "parameters": .object(JSONObject(uniqueMembers: parameters)),
      "files": .array(
        message.files.map { ["name": .string($0.attachment.name), "path": .string($0.path)] }),
      "contact": entry.contact.map { JSONValue($0.number) } ?? .null,
      "conversation": entry.conversation.map { JSONValue($0.number) } ?? .null,
    ]
  }

  /// The id that its first line gives; what else it says is for nobody.
  private static func id(_ output: [UInt8]) -> String? {
    let line = output.prefix { $0 != UInt8(ascii: "\n") }
    return (try? JSONValue(parsing: Array(line)))?["id"]?.string
  }
}
