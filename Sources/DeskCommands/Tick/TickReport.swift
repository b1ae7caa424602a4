import CommandLineKit
import DeskCore
import JSON

/// What a tick did, for people and for scripts.
struct TickReport {
  private let ticked: Ticking.Result

  init(_ ticked: Ticking.Result) { self.ticked = ticked }

  /// Nothing where nothing happened: cron mails whatever is printed.
  var isEmpty: Bool {
    ticked.fired.isEmpty && ticked.closed.isEmpty && ticked.surveyed.isEmpty
  }

  func json(now: Instant, isDryRun: Bool) -> JSONValue {
    let schedules = ticked.fired.map { schedule -> JSONValue in
      let record = schedule.fullJSON
      let keys = ["id", "state", "reason", "ticket", "outbox", "notifications"]
      return .object(JSONObject(uniqueMembers: keys.map { ($0, record[$0] ?? .null) }))
    }
    return [
      "now": JSONValue(now.rfc3339), "schedules": .array(schedules),
      "conversations": .array(
        ticked.closed.map { ["id": JSONValue($0.id.number), "closed": .bool(true)] }),
      "surveys": .array(ticked.surveyed.map(survey)), "dryRun": JSONValue(isDryRun),
    ]
  }

  private func survey(_ conversation: Conversation) -> JSONValue {
    [
      "conversation": JSONValue(conversation.id.number),
      "survey": conversation.survey?.survey.map { JSONValue($0.text) } ?? .null,
      "rating": conversation.survey?.rating.map { JSONValue($0) } ?? .null,
    ]
  }

  func text(_ language: Language) -> String {
    let over = Text(en: "survey over", pt: "pesquisa terminada")(language)
    let closed = Text(en: "closed", pt: "encerrada")(language)
    let fired = ticked.fired.map {
      "\($0.reference) \(EventWord.text($0.state.rawValue)(language))\n"
    }
    return
      (fired + ticked.closed.map { "\($0.reference) \(closed)\n" }
      + ticked.surveyed.map { "\($0.reference): \(over)\n" }).joined()
  }
}
