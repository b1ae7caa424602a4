import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// What business hours are warned of: by `config validate`, and when they are changed.
enum HoursFindings {
  /// Of an entry as it is about to be.
  @Sendable static func warnings(
    _ desk: Desk, _ id: BusinessHours.ID, _ old: JSONObject, _ new: JSONObject
  ) throws -> [Notice] {
    // A change with a fault is refused after this, and told better then.
    guard let entry = try? BusinessHours(json: .object(new)) else { return [] }
    let others = try desk.hours.entries.filter { $0.id != id }
    return try notices(desk, id, Catalog(others + [(id, entry)])).map { $0.notice }
  }

  static func notices(
    _ desk: Desk, _ id: BusinessHours.ID, _ catalog: Catalog<BusinessHours>
  ) throws -> [(warning: HoursWarning, notice: Notice)] {
    let isUsed =
      try desk.settings.livechat.hours == id
      || !desk.users(of: id, Queue.self) { [$0.hours] }.isEmpty
    let zone = try catalog[id]?.zone.flatMap { try? desk.zone(named: $0) } ?? desk.zone()
    let warnings = catalog.warnings(of: id, isUsed: isUsed, now: try desk.now(), zone: zone)
    return warnings.map { ($0, $0.notice(id)) }
  }
}

extension Desk {
  /// The same of all there are, each with its place; none where the files have faults.
  func hoursWarnings() throws -> [SettingWarning] {
    guard let catalog = try? hours, (try? zone()) != nil else { return [] }
    let file = BusinessHours.file + ".json"
    let bytes = try config().bytes(file) ?? []
    return try catalog.ids.flatMap { id in
      try HoursFindings.notices(self, id, catalog).map { warning, notice in
        let path: JSONPath = [.key(BusinessHours.file), .key(id.text)]
        let position = JSONValue.position(
          of: path + (warning.key.map { [.key($0)] } ?? []), in: bytes)
        return SettingWarning(notice: notice, file: file, position: position)
      }
    }
  }
}

extension HoursWarning {
  private static func minuteMissing(
    _ id: BusinessHours.ID, _ interval: String, before next: String, whole: String
  ) -> Notice {
    Notice(
      "hours",
      Text(
        en: "\(id) is closed for the minute before \(next), though it goes on then",
        pt: "\(id) fica fechado no minuto antes das \(next), embora continue em seguida"),
      hint: Text(
        en: "\(whole) instead of \(interval)", pt: "\(whole) em vez de \(interval)"))
  }

  func notice(_ id: BusinessHours.ID) -> Notice {
    switch self {
    case .neverOpen:
      Notice(
        "hours", Text(en: "\(id) is never open", pt: "\(id) nunca abre"),
        hint: Text("deskctl hours set \(id) --weekly mon-fri=9:00-18:00"))
    case .minuteMissing(let interval, let next):
      Self.minuteMissing(
        id, interval, before: next,
        whole: "\(interval.dropLast(5))\(next == "00:00" ? "24:00" : next)")
    case .overlap(let first, let second):
      Notice(
        "hours",
        Text(
          en: "\(id) has intervals that overlap: \(first) and \(second)",
          pt: "\(id) tem intervalos que se sobrepõem: \(first) e \(second)"))
    case .dateTwice(let date):
      Notice(
        "hours",
        Text(
          en: "\(id) has two exceptions of \(date.isoText); the first counts",
          pt: "\(id) tem duas exceções em \(date.isoText); vale a primeira"))
    case .pastHolidays(let last):
      Notice(
        "hours",
        Text(
          en: "all holidays of \(id) are past; the last was \(last.isoText)",
          pt: "todos os feriados de \(id) já passaram; o último foi \(last.isoText)"))
    }
  }
}
