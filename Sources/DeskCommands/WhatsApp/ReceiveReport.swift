import CommandLineKit
import DeskCore
import DeskFormats
import JSON

/// Tells what bodies did while they are taken in, and counts. A class, because it counts for whoever
/// takes them in and for whoever ends it.
final class ReceiveReport {
  private let desk: Desk
  private let path: String
  private let explains: Bool
  /// Whoever asks prints something else: it only counts.
  private let isSilent: Bool
  private let stream: RecordStream
  private var messages = 0
  private var statuses = 0
  private var seen = 0
  private var refused: [Failure] = []

  /// `path` is the file as it was named.
  init(
    _ desk: Desk, _ path: String, explains: Bool = false, isSilent: Bool = false
  ) throws {
    self.isSilent = isSilent
    self.desk = desk
    self.path = path
    self.explains = explains
    stream = try RecordStream(desk, schema: "whatsapp.receive")
  }

  func add(_ events: [ReceivedEvent]) throws {
    for event in events {
      if case .seen = event.result { seen += 1 }
      if !isSilent { add(event) }
    }
    if !isSilent { try stream.flush() }
  }

  private func add(_ event: ReceivedEvent) {
    switch event.result {
    case .message:
      messages += 1
      tell(event)
    case .status:
      statuses += 1
      tell(event)
    case .seen, .kept: stream.add(event.json, id: nil, line: nil)
    }
  }

  /// None of this has a number of its own.
  private func tell(_ event: ReceivedEvent) {
    stream.add(
      event.json, id: nil, line: explains ? ReceivedWording(desk.language).line(event) : nil)
  }

  func refuse(_ line: Int, _ problem: BodyProblem) {
    refused.append(problem.failure(path, line))
  }

  /// What is told when all is in.
  func output() throws -> Output {
    if isSilent {
      return Output(.streamed, exit: refused.isEmpty ? .done : .invalidContent)
    }
    let wording = ReceivedWording(desk.language)
    if explains, seen > 0 { stream.add(line: wording.seen(seen)) }
    let total = messages + statuses + seen
    if !explains, total > 0 || refused.isEmpty {
      stream.add(line: wording.total(messages: messages, statuses: statuses, seen: seen))
    }
    try stream.end()
    var output = Output(.streamed)
    output.failures = refused
    if !refused.isEmpty { output.exit = total == 0 ? .invalidContent : .partlyDone }
    return output
  }
}

extension ReceivedEvent {
  /// As scripts read it.
  var json: JSONValue {
    var record: JSONObject = ["line": JSONValue(line)]
    switch event {
    case .message(let message):
      record["kind"] = "message"
      record["provider"] = JSONValue(message.id)
    case .status(let status):
      record["kind"] = "status"
      record["provider"] = JSONValue(status.message)
      record["status"] = JSONValue(status.name)
    case .fault(let error, _):
      record["kind"] = "fault"
      record["code"] = JSONValue(error.code)
    case .other(let field):
      record["kind"] = "other"
      record["field"] = JSONValue(field)
    }
    record["result"] = JSONValue(result.word)
    switch result {
    case .message(let outcome):
      record["contact"] = JSONValue(outcome.contact.id.number)
      record["conversation"] = outcome.conversation?.id.json ?? .null
      record["ticket"] = outcome.ticket?.json ?? .null
      record["steps"] = .array(
        outcome.steps.map { ["rule": JSONValue($0.rule), "act": JSONValue($0.act.word)] })
    case .status(let entry): record["outbox"] = entry?.id.json ?? .null
    case .seen, .kept: break
    }
    return .object(record)
  }
}

extension ReceivedEvent.Result {
  fileprivate var word: String {
    switch self {
    case .message, .status: "stored"
    case .seen: "seen"
    case .kept: "kept"
    }
  }
}

extension IntakeStep.Act {
  /// The word that scripts know it by.
  var word: String {
    switch self {
    case .ask(let question): "ask." + question.rawValue
    case .openTicket: "openTicket"
    case .sendLink: "sendLink"
    case .register: "register"
    case .claim: "claim"
    case .trust: "trust"
    case .sendMail(let mail, _): "sendMail." + mail.rawValue
    case .handToBot: "handToBot"
    case .waitForTeam: "waitForTeam"
    case .notifyAgent(let concern): "notify." + concern.rawValue
    case .survey(let reply): "survey." + reply.rawValue
    case .skip(let reason): "skip." + reason.rawValue
    }
  }
}
