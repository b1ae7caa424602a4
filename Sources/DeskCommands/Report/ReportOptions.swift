import CommandLineKit
import DeskCore

/// The days of a report, as they are typed.
enum ReportOptions {
  static let from = OptionSpec.value(
    "from", "DAY", Text(en: "from that day on", pt: "a partir desse dia"))
  static let to = OptionSpec.value(
    "to", "DAY", Text(en: "until that day, included", pt: "até esse dia, inclusive"))
  static let month = OptionSpec.value(
    "month", "YEAR-MONTH", Text(en: "a whole month: 2026-11", pt: "um mês inteiro: 2026-11"))
}

extension ReportSpan {
  /// What the options say; else the month so far.
  init(_ desk: Desk, _ words: ParsedWords) throws {
    let days = [ReportOptions.from, ReportOptions.to].compactMap { words.value($0) }
    if let typed = words.value(ReportOptions.month) {
      if !days.isEmpty { throw Failure.monthAndDays }
      self = try Self.month(typed, desk)
      return
    }
    let zone = try desk.zone()
    func day(_ option: OptionSpec) throws -> CivilDate? {
      try words.value(option).map { try zone.local(desk.time(option, $0, purpose: .moment)).date }
    }
    let last = try day(ReportOptions.to) ?? zone.local(desk.now()).date
    let first = try day(ReportOptions.from) ?? last.adding(days: 1 - last.day)
    if first > last, words.value(ReportOptions.to) == nil { throw Failure.future }
    guard let span = ReportSpan(first, last, zone: zone) else { throw Failure.badSpan }
    self = span
  }

  private static func month(_ typed: String, _ desk: Desk) throws -> ReportSpan {
    let parts = typed.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]),
      let first = CivilDate(year: year, month: month, day: 1),
      let span = ReportSpan(
        first, first.adding(days: CivilDate.length(ofMonth: month, year: year) - 1),
        zone: try desk.zone())
    else {
      throw Failure.badValue(
        ReportOptions.month, typed,
        Text(en: "a month such as 2026-11", pt: "um mês como 2026-11"))
    }
    return span
  }
}

extension Failure {
  fileprivate static let monthAndDays = Failure(
    .usage, "usage",
    Text(
      en: "--month contradicts --from and --to", pt: "--month contradiz --from e --to"))

  fileprivate static let future = Failure(
    .usage, "usage",
    Text(
      en: "--from is a day that has not come: there is nothing to tell yet",
      pt: "--from é um dia que ainda não chegou: não há o que mostrar"))

  fileprivate static let badSpan = Failure(
    .usage, "usage",
    Text(
      en: "--to must not come before --from, and at most \(ReportSpan.longest) days can be told",
      pt: "--to não pode vir antes de --from, e cabem no máximo \(ReportSpan.longest) dias"),
    hint: Text("deskctl report --from 2026-11-01 --to 2026-11-30"))
}
