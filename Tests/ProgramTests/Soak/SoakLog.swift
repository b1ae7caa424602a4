import JSON

/// The log holds each change once, in the order in which they were made.
extension SoakTruth {
  var log: [String] { changesNotLogged + firedOnHold + attempts }

  private func events(_ what: String) -> [String: Int] {
    let records = events.filter { $0["what"]?.string == what }.compactMap { $0["record"]?.string }
    return Dictionary(records.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// A record has as many revisions as the log has lines on it; one more where it was made by the
  /// firing of a schedule, whose line that is.
  private var changesNotLogged: [String] {
    let records = events.compactMap { $0["record"]?.string }
    let lines = Dictionary(records.map { ($0, 1) }, uniquingKeysWith: +)
    return ["schedule", "ticket", "contact", "outbox", "notification"].flatMap { noun in
      all(noun).compactMap { record -> String? in
        let name = "\(noun)/\(record.number ?? 0)"
        let isMadeAlong =
          noun == "outbox" || noun == "notification" || record["origin"]?.string == "schedule"
        let expected = lines[name, default: 0] + (isMadeAlong ? 1 : 0)
        let revision = record["rev"]?.int ?? 0
        return revision == expected
          ? nil
          : "\(name) has revision \(revision), and the log \(lines[name, default: 0]) lines on it"
      }
    }
  }

  /// S10: on hold nothing fires and nothing is sent. The log has a file a day, and a clock that goes
  /// on in several processes may write into two of them: each day is looked at by itself.
  private var firedOnHold: [String] {
    let days = Dictionary(grouping: events) { $0["at"]?.string?.prefix(10) ?? "" }
    return days.values.flatMap { events in
      var isHeld = false
      var found: [String] = []
      for event in events {
        let what = event["what"]?.string ?? ""
        if what == "held" || what == "resumed" { isHeld = what == "held" }
        if isHeld, ["completed", "failed", "expired", "sending"].contains(what) {
          found.append("\(event["record"]?.string ?? "") was \(what) on hold")
        }
      }
      return found
    }
  }

  /// D2: a message is handed over once, and again only where somebody asked for it.
  private var attempts: [String] {
    let sendings = events("sending")
    let again = events("queued")
    return all("outbox").compactMap { entry in
      let name = "outbox/\(entry.number ?? 0)"
      let count = sendings[name, default: 0]
      let allowed = 1 + again[name, default: 0]
      if entry["attempts"]?.int != count {
        return "\(name) says other attempts than the log: \(count)"
      }
      return count > allowed ? "\(name) was sent \(count) times, \(allowed) allowed" : nil
    }
  }
}
