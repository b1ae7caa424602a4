/// A single date with intervals of its own, or none: it counts before holidays and the week.
package struct HoursException: TextValue, Hashable {
  package let date: CivilDate
  /// None where that day is closed.
  package let intervals: [OpenInterval]

  package static var form: TextForm { .hoursException }
  package static var pattern: String? { #"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*=.*\S.*$"# }

  /// Reads `2026-02-18=14:00-18:00`, and `2026-12-24=closed` (or `fechado`).
  package init(text: String) throws(Unreadable) {
    guard let equals = text.firstIndex(of: "=") else { throw .equalsMissing }
    let typed = String(text[..<equals].trimmed)
    guard let date = CivilDate(isoText: typed) else { throw .date(typed) }
    self.date = date
    let hours = text[text.index(after: equals)...].trimmed
    let isClosed = Self.closed.contains(String(hours).folded)
    intervals = isClosed ? [] : try OpenInterval.list(hours)
  }

  package var text: String {
    "\(date.isoText)=" + (intervals.isEmpty ? Self.closed[0] : intervals.text)
  }

  private static let closed = ["closed", "fechado"]
}
