/// A language in which times are written for people.
package enum TimeLanguage: CaseIterable, Sendable {
  case en
  case ptBR
}

/// Times as people read them, in one language and one zone.
package struct TimeWording: Hashable, Sendable {
  /// In which days are named and dates ordered.
  package let language: TimeLanguage

  /// Whose clocks are read.
  package let zone: TimeZoneRules

  /// Wording for readers of this language, by the clocks of this zone.
  package init(language: TimeLanguage, zone: TimeZoneRules) {
    self.language = language
    self.zone = zone
  }

  /// With the day of the week: `Sat 2026-12-05 10:00`, `sáb 05/12/2026 10:00`.
  package func full(_ instant: Instant) -> String { full(zone.local(instant)) }

  /// With how far away it is: `Sat 2026-12-05 10:00, in 1 d 1 h`.
  package func full(_ instant: Instant, from now: Instant) -> String {
    full(instant) + ", " + distance(to: instant, from: now)
  }

  /// A local time with its day of the week, be there an instant at which clocks show it or not.
  package func full(_ local: CivilDateTime) -> String {
    language.name(of: local.date.weekday) + " " + compact(local)
  }

  /// As a table has it: `2026-12-05 10:00`, `05/12/2026 10:00`.
  package func compact(_ instant: Instant) -> String { compact(zone.local(instant)) }

  /// A local time as a table has it.
  package func compact(_ local: CivilDateTime) -> String {
    language.text(of: local.date) + " " + local.time.minuteText
  }

  /// A day alone: `2026-12-05`, `05/12/2026`.
  package func day(_ instant: Instant) -> String { language.text(of: zone.local(instant).date) }

  /// How far away it is, counted from whole minute to whole minute: `in 1 d 1 h`, `há 2 h`, `now`.
  package func distance(to instant: Instant, from now: Instant) -> String {
    let seconds = instant.minute - now.minute
    if seconds == 0 { return language == .en ? "now" : "agora" }
    let length = TimeWording.duration(abs(seconds))
    switch (language, seconds > 0) {
    case (.en, true): return "in " + length
    case (.en, false): return length + " ago"
    case (.ptBR, true): return "em " + length
    case (.ptBR, false): return "há " + length
    }
  }

  /// So many seconds in their largest unit and the one below it, rounded down: `1 d 1 h`,
  /// `23 h 30 min`, `45 s`. The units read the same in both languages.
  ///
  /// Seconds are shown only under a minute; a negative number is shown without its sign.
  package static func duration(_ seconds: Int) -> String {
    let seconds = Int(clamping: seconds.magnitude)
    guard seconds >= 60 else { return "\(seconds) s" }
    let units = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
    ]
    let largest = units.drop { $0.0 == 0 }.prefix(2)
    return largest.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}

extension TimeLanguage {
  /// The short name of a day of the week: `Sat`, `sáb`.
  package func name(of weekday: Weekday) -> String {
    let names =
      switch self {
      case .en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      case .ptBR: ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"]
      }
    return names[weekday.rawValue - 1]
  }

  /// A date: `2026-12-05`, `05/12/2026`.
  package func text(of date: CivilDate) -> String {
    switch self {
    case .en: return date.isoText
    case .ptBR:
      var text = DigitText()
      text.append(date.day, digits: 2)
      text.append("/")
      text.append(date.month, digits: 2)
      text.append("/")
      text.append(date.year, digits: 4)
      return text.text
    }
  }
}
