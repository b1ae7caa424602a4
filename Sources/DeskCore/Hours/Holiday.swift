/// A day on which what follows the week is closed: a date, or a day of every year.
package struct Holiday: TextValue, Hashable {
  package let day: HolidayDay
  package let name: String

  package static var form: TextForm { .holiday }
  package static var pattern: String? { #"^\s*([0-9]{4}-)?[0-9]{2}-[0-9]{2}\s*=.*\S.*$"# }

  /// Reads `2026-04-03=Sexta-feira Santa`, and `12-25=Natal` of every year.
  package init(text: String) throws(Unreadable) {
    guard let equals = text.firstIndex(of: "=") else { throw .equalsMissing }
    let typed = text[..<equals].trimmed
    guard let day = HolidayDay(text: String(typed)) else { throw .date(String(typed)) }
    self.day = day
    name = String(text[text.index(after: equals)...].trimmed)
    guard !name.isEmpty else { throw .nameMissing }
  }

  package var text: String { "\(day.text)=\(name)" }
}

/// When a holiday is.
package enum HolidayDay: Hashable, Sendable {
  case once(CivilDate)
  /// A 29th of February is in leap years alone.
  case yearly(month: Int, day: Int)

  /// Reads `2026-04-03` or `04-03`.
  init?(text: String) {
    if let date = CivilDate(isoText: text) {
      self = .once(date)
      return
    }
    var cursor = ByteCursor(text)
    guard let month = cursor.digits(2...2), cursor.skip("-"), let day = cursor.digits(2...2),
      cursor.isAtEnd, CivilDate(year: 2000, month: month, day: day) != nil
    else { return nil }
    self = .yearly(month: month, day: day)
  }

  package var text: String {
    switch self {
    case .once(let date): return date.isoText
    case .yearly(let month, let day):
      var text = DigitText()
      text.append(month, digits: 2)
      text.append("-")
      text.append(day, digits: 2)
      return text.text
    }
  }

  package func isOn(_ date: CivilDate) -> Bool {
    switch self {
    case .once(let day): day == date
    case .yearly(let month, let day): date.month == month && date.day == day
    }
  }
}

extension CivilDate {
  /// Reads `2026-12-05`.
  package init?(isoText text: String) {
    var cursor = ByteCursor(text)
    guard let parts = cursor.yearMonthDay(), cursor.isAtEnd else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}
