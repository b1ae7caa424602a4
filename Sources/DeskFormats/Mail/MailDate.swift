import DeskCore

/// An instant as the header `Date` has it, in UTC: `Sat, 05 Dec 2026 13:00:00 +0000`.
struct MailDate {
  private let local: CivilDateTime

  init(_ instant: Instant) { local = CivilDateTime(utc: instant) }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  var text: String {
    let date = local.date
    let day = "\(Self.days[date.weekday.rawValue - 1]), \(two(date.day))"
    let time = [local.hour, local.minute, local.second].map(two).joined(separator: ":")
    return "\(day) \(Self.months[date.month - 1]) \(date.year) \(time) +0000"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
