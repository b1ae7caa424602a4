import CommandLineKit
import DeskCore
import JSON

/// Openings and closed days one below the other, by the clocks of the hours' own zone.
struct HoursDays {
  let hours: ZonedHours
  let language: Language

  /// In days: what takes a moment to work out.
  static let longest = 3660

  private var times: TimeWording {
    TimeWording(language: TimeLanguage(language), zone: hours.zone)
  }

  func listing(from start: Instant, to end: Instant) -> Listing {
    var listing = Listing(
      "hours.span",
      [
        Table.Column(Text(en: "opens", pt: "abre"), key: "opensAt"),
        Table.Column(Text(en: "closes", pt: "fecha"), key: "closesAt"),
        Table.Column(Text(en: "length", pt: "duração"), key: "seconds"),
        Table.Column(Text(en: "note", pt: "nota"), key: "note", shrinks: true),
      ])
    listing.whenEmpty = Text(en: "closed all that time", pt: "fechado todo esse tempo")
    let openings = hours.hours.spans(from: start, to: end, zone: hours.zone)
    let isEarlier = hours.isOpen(at: start - 1)
    let rows =
      openings.map { span in
        (
          at: span.start,
          row: row(
            span, isEarlier: isEarlier && span.start == start,
            isLater: span.end == end && hours.isOpen(at: end))
        )
      }
      + closedDays(from: start, to: end).map { (at: $0.at, row: row($0)) }
    for (at, row) in rows.sorted(by: { $0.at < $1.at }) {
      listing.add(id: at.rfc3339, row.record, row.cells)
    }
    return listing
  }

  /// It may have opened before all that is shown, or close after it.
  private func row(
    _ span: OpenSpan, isEarlier: Bool, isLater: Bool
  ) -> (record: JSONValue, cells: [String]) {
    let change = clockChange(span)
    let opens = isEarlier ? Text(en: "earlier", pt: "antes")(language) : times.full(span.start)
    let closes = isLater ? Text(en: "later", pt: "depois")(language) : times.full(span.end)
    return (
      record(
        span.start, opensAt: isEarlier ? nil : span.start, closesAt: isLater ? nil : span.end,
        seconds: span.end - span.start, note: change),
      [opens, closes, TimeWording.duration(span.end - span.start), change ?? ""]
    )
  }

  /// `-04:00 → -05:00` where clocks are changed while it is open.
  private func clockChange(_ span: OpenSpan) -> String? {
    let offsets = [span.start, span.end - 1].map { hours.zone.offset(at: $0) }
    guard offsets[0] != offsets[1] else { return nil }
    return offsets.map(Self.text).joined(separator: " → ")
  }

  private static func text(offset: Int) -> String {
    let minutes = abs(offset) / 60
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }

  // MARK: Closed days

  private typealias ClosedDay = (at: Instant, date: CivilDate, name: String?)

  /// Days on which the week would open, and a holiday or an exception does not let it.
  private func closedDays(from start: Instant, to end: Instant) -> [ClosedDay] {
    let first = hours.zone.local(start).date.daysSinceEpoch
    let last = hours.zone.local(end - 1).date.daysSinceEpoch
    guard first <= last else { return [] }
    return (first...last).map(CivilDate.init(daysSinceEpoch:)).compactMap { date in
      guard hours.hours.intervals(on: date).isEmpty, hours.hours.isWorkday(date) else { return nil }
      return (hours.zone.firstInstant(of: date), date, hours.hours.holiday(on: date)?.name)
    }
  }

  private func row(_ day: ClosedDay) -> (record: JSONValue, cells: [String]) {
    let closed = Text(en: "closed", pt: "fechado")(language)
    let shown = Shown(day.name ?? "").line
    return (
      record(day.at, seconds: nil, note: day.name),
      [
        times.language.name(of: day.date.weekday) + " " + times.language.text(of: day.date), closed,
        "", shown,
      ]
    )
  }

  private func record(
    _ at: Instant, opensAt: Instant? = nil, closesAt: Instant? = nil, seconds: Int?, note: String?
  ) -> JSONValue {
    [
      "date": JSONValue(hours.zone.local(at).date.isoText), "open": JSONValue(seconds != nil),
      "opensAt": opensAt?.json ?? .null, "closesAt": closesAt?.json ?? .null,
      "seconds": seconds.map { JSONValue($0) } ?? .null,
      "note": note.map { JSONValue($0) } ?? .null,
    ]
  }
}
