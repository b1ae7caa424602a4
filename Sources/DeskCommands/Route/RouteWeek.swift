import CommandLineKit
import DeskCore
import JSON

/// The outcome for each subject at each hour of seven days; of a desk without subjects, that for
/// a visitor who picked none.
struct RouteWeek {
  let routing: Routing
  let signedIn: SignedInAgents
  let zone: TimeZoneRules

  func listing(from first: CivilDate, _ language: Language) -> Listing {
    var listing = Listing(
      "route.day",
      [
        Table.Column(Text(en: "subject", pt: "assunto"), key: "subject"),
        Table.Column(Text(en: "day", pt: "dia"), key: "date"),
        Table.Column(Text(en: "hours 0 to 23", pt: "horas 0 a 23"), key: "hours"),
        Table.Column(Text(en: "within an hour", pt: "dentro da hora"), key: "changes"),
      ])
    let times = TimeWording(language: TimeLanguage(language), zone: zone)
    let known = routing.subjects.ids
    for subject in known.isEmpty ? [nil] : known.map({ Optional($0) }) {
      for date in (0..<7).map({ first.adding(days: $0) }) {
        let stretches = stretches(subject, date)
        let changes = changes(stretches)
        let day = day(date, stretches, changes)
        let name = times.language.name(of: date.weekday) + " " + times.language.text(of: date)
        listing.add(
          id: "\(subject?.text ?? "-")/\(date.isoText)", record(subject, date, day, changes),
          [
            subject?.text ?? "-", name, String(day.map(letter)),
            changes.compactMap(text).joined(separator: ", "),
          ])
      }
    }
    return listing
  }

  private typealias Hour = (hour: Int, at: Instant?, outcome: RouteOutcome?, isWhole: Bool)

  /// The outcome with which each hour begins, and whether it stays. An hour that comes twice is told
  /// as it is the first time.
  private func day(
    _ date: CivilDate, _ stretches: [RouteStretch], _ changes: [RouteStretch]
  ) -> [Hour] {
    let broken = Set(changes.filter(isWithinHour).map { zone.local($0.start).hour })
    return (0..<24).map { hour in
      guard let local = CivilDateTime(date: date, hour: hour, minute: 0) else {
        return (hour, nil, nil, true)
      }
      switch zone.resolve(local) {
      case .never: return (hour, nil, nil, true)
      case .once(let at), .twice(let at, _):
        let outcome = stretches.last { $0.start <= at }?.outcome
        return (hour, at, outcome, !broken.contains(hour))
      }
    }
  }

  private func letter(_ hour: Hour) -> Character {
    hour.isWhole ? hour.outcome?.letter ?? " " : "/"
  }

  // MARK: Changes

  /// From the last second before a date to its end.
  private func stretches(_ subject: Subject.ID?, _ date: CivilDate) -> [RouteStretch] {
    routing.stretches(
      Routing.Visitor(subject: subject), signedIn: signedIn,
      from: zone.firstInstant(of: date) - 1, to: zone.firstInstant(of: date.adding(days: 1)))
  }

  /// Those that begin with another outcome than the one before.
  private func changes(_ stretches: [RouteStretch]) -> [RouteStretch] {
    zip(stretches, stretches.dropFirst()).filter { $0.outcome != $1.outcome }.map { $1 }
  }

  private func isWithinHour(_ change: RouteStretch) -> Bool { zone.local(change.start).minute != 0 }

  /// `08:30 O`; nil where the letters of the hours tell it.
  private func text(_ change: RouteStretch) -> String? {
    guard isWithinHour(change) else { return nil }
    return zone.local(change.start).time.minuteText + " " + String(change.outcome.letter)
  }

  private func record(
    _ subject: Subject.ID?, _ date: CivilDate, _ day: [Hour], _ changes: [RouteStretch]
  ) -> JSONValue {
    [
      "subject": subject?.json ?? .null, "date": JSONValue(date.isoText),
      "hours": .array(
        day.map { hour in
          [
            "hour": JSONValue(hour.hour), "at": hour.at?.json ?? .null,
            "outcome": hour.outcome?.json ?? .null,
          ]
        }),
      "changes": .array(
        changes.map { ["at": $0.start.json, "outcome": $0.outcome.json] }),
    ]
  }
}

extension RouteOutcome {
  /// Its letter in the table.
  fileprivate var letter: Character {
    switch self {
    case .bot: "B"
    case .chooseSubject: "?"
    case .form: "F"
    case .offer: "O"
    case .defaultText(let reason): reason.letter
    }
  }
}

extension RouteReason {
  fileprivate var letter: Character {
    switch self {
    case .webchatOff: "x"
    case .noSubjects: "s"
    case .queueClosed: "."
    case .noAgent: "-"
    case .misconfigured: "!"
    }
  }
}
