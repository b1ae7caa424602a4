import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// Somebody else was first: who, and when, where that is known.
  static func otherRevision(
    _ record: String, _ stored: Int, _ expected: Int, desk: Desk
  ) -> Failure {
    let change = LastChange(of: record, desk)
    let times = DeskTimes(desk)
    let who =
      change.map { change in
        Text(
          en: "\(change.actor) changed it, \(times.full(change.at).en)",
          pt: "\(change.actor) mudou, \(times.full(change.at).pt)")
      } ?? Text(en: "somebody changed it", pt: "alguém mudou")
    return Failure(
      .refused, "revision",
      Text(
        en: "\(record) has revision \(stored), not \(expected): \(who.en)",
        pt: "\(record) está na revisão \(stored), não na \(expected): \(who.pt)"),
      details: [
        "rev": JSONValue(stored), "by": change.map { .string($0.actor) } ?? .null,
        "at": change?.at.json ?? .null,
      ])
  }
}
