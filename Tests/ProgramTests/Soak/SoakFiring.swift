import Foundation
import JSON

/// Rules S2, S3, S10 and D1, over everything that a desk holds.
extension SoakTruth {
  /// S2, S3: the gap among all that are not cancelled.
  func spacing(minutes: Int) -> [String] {
    let form = ISO8601DateFormatter()
    let times = all("schedule").filter { $0["state"]?.string != "cancelled" }
      .compactMap { form.date(from: $0["at"]?.string ?? "") }.sorted()
    return zip(times, times.dropFirst()).filter { $1.timeIntervalSince($0) < Double(60 * minutes) }
      .map { "two schedules at \(form.string(from: $0)) and \(form.string(from: $1))" }
  }

  /// S10: a schedule that was completed has its ticket, message and notification once, any other
  /// has none.
  var firing: [String] {
    let tickets = grouped("ticket")
    let entries = grouped("outbox")
    let notifications = grouped("notification", only: "scheduleFired")
    let failures = grouped("notification", only: "scheduleFailed")
    return all("schedule").flatMap { schedule -> [String] in
      let number = schedule.number ?? 0
      let isDone = schedule["state"]?.string == "completed"
      let action = schedule["action"]?.string ?? "none"
      let sends = schedule["message"]?.string != nil || schedule["files"]?.array?.isEmpty == false
      let expected = [
        "ticket": isDone && action != "notify" ? 1 : 0,
        "outbox": isDone && action != "notify" && sends ? 1 : 0,
        "notification": isDone && action != "openTicket" ? 1 : 0,
        "failure": ["failed", "expired"].contains(schedule["state"]?.string) ? 1 : 0,
      ]
      let found = [
        "ticket": tickets[number], "outbox": entries[number],
        "notification": notifications[number], "failure": failures[number],
      ]
      return expected.compactMap { noun, count in
        let there = found[noun]??.count ?? 0
        return there == count ? nil : "schedule/\(number) has \(there) \(noun), not \(count)"
      } + named(schedule, "ticket", tickets[number]) + named(schedule, "outbox", entries[number])
    }
  }

  /// The records of a noun by the schedule that they come from.
  private func grouped(_ noun: String, only kind: String? = nil) -> [Int: [JSONValue]] {
    let wanted = all(noun).filter { kind == nil || $0["kind"]?.string == kind }
    return Dictionary(grouping: wanted) { $0["schedule"]?.int ?? 0 }.filter { $0.key > 0 }
  }

  /// A schedule names what names it.
  private func named(_ schedule: JSONValue, _ noun: String, _ found: [JSONValue]?) -> [String] {
    let number = found?.first?.number
    if schedule[noun]?.int == number { return [] }
    return ["schedule/\(schedule.number ?? 0) does not name \(noun)/\(number ?? 0)"]
  }
}
