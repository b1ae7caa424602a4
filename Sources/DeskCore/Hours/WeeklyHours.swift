/// When something is open on some days of the week, as `mon-fri=09:00-12:00,13:00-18:00`.
package struct WeeklyHours: TextValue, Hashable {
  /// The first and the last of the days; the week goes round, so that `fri-mon` are four.
  package let first: Weekday
  package let last: Weekday
  package let intervals: [OpenInterval]

  package static var form: TextForm { .weeklyHours }
  package static var pattern: String? { #"^[^=]*[^=\s][^=]*=[0-9hH:,\s-]*[0-9hH]\s*$"# }

  /// Reads the days in English or Portuguese, short or whole: `seg-sex`, `segunda-feira`.
  package init(text: String) throws(Unreadable) {
    guard let equals = text.firstIndex(of: "=") else { throw .equalsMissing }
    let days = String(text[..<equals].trimmed)
    guard let (first, last) = Self.days(days.folded) else { throw .weekday(days) }
    self.first = first
    self.last = last
    intervals = try OpenInterval.list(text[text.index(after: equals)...])
  }

  package var text: String { "\(days)=\(intervals.text)" }

  private var days: String {
    first == last ? first.shortName : "\(first.shortName)-\(last.shortName)"
  }

  package func covers(_ weekday: Weekday) -> Bool {
    first <= last
      ? first <= weekday && weekday <= last : first <= weekday || weekday <= last
  }

  /// A name may hold a hyphen itself (`terca-feira`), so each hyphen is tried as the one between.
  private static func days(_ folded: String) -> (Weekday, Weekday)? {
    if let day = weekday(folded) { return (day, day) }
    for hyphen in folded.indices where folded[hyphen] == "-" {
      let before = weekday(folded[..<hyphen].trimmed)
      let after = weekday(folded[folded.index(after: hyphen)...].trimmed)
      if let before, let after { return (before, after) }
    }
    return nil
  }

  private static func weekday(_ folded: some StringProtocol) -> Weekday? {
    guard case .weekday(let day) = TimeWord(String(folded)) else { return nil }
    return day
  }
}

extension Weekday {
  /// As files name it: `mon`.
  package var shortName: String { TimeLanguage.en.name(of: self).lowercased() }
}
