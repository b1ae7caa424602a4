/// A word in a time that is typed, folded: small letters, no accents.
enum TimeWord: Hashable, Sendable {
  case now
  case daysFromToday(Int)
  case weekday(Weekday)
  /// What may stand before a time of day: `às 10h`, `at 10:00`.
  case connective

  init?(_ folded: String) {
    guard let word = TimeWord.words[folded] else { return nil }
    self = word
  }

  private static let words: [String: TimeWord] = {
    var words: [String: TimeWord] = [
      "now": .now, "agora": .now,
      "yesterday": .daysFromToday(-1), "ontem": .daysFromToday(-1),
      "today": .daysFromToday(0), "hoje": .daysFromToday(0),
      "tomorrow": .daysFromToday(1), "amanha": .daysFromToday(1),
      "as": .connective, "a": .connective, "at": .connective,
    ]
    for (weekday, names) in weekdayNames {
      for name in names.split(separator: " ") { words[String(name)] = .weekday(weekday) }
    }
    return words
  }()

  private static let weekdayNames: [(Weekday, String)] = [
    (.monday, "seg segunda segunda-feira mon monday"),
    (.tuesday, "ter terca terca-feira tue tues tuesday"),
    (.wednesday, "qua quarta quarta-feira wed wednesday"),
    (.thursday, "qui quinta quinta-feira thu thur thurs thursday"),
    (.friday, "sex sexta sexta-feira fri friday"),
    (.saturday, "sab sabado sat saturday"),
    (.sunday, "dom domingo sun sunday"),
  ]

  /// The seconds of a unit in a span; a day is 24 hours, whatever the clocks do.
  static func seconds(ofUnit folded: String) -> Int? {
    switch folded {
    case "d", "dia", "dias", "day", "days": 86_400
    case "h", "hora", "horas", "hour", "hours": 3600
    case "m", "min", "minuto", "minutos", "minute", "minutes": 60
    default: nil
    }
  }
}
