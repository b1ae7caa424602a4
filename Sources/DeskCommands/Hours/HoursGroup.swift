import CommandLineKit
import DeskCore
import DeskStore

extension CommandGroup<Action> {
  static var hours: CommandGroup {
    let kind = EntryKind<BusinessHours>.hours
    return kind.group([kind.list, .hoursShow, kind.add, kind.set, kind.remove])
  }
}

extension Desk {
  var hours: Catalog<BusinessHours> { get throws { try config().catalog(BusinessHours.self) } }

  /// Business hours with what they inherit, and the zone that they go by.
  func zonedHours(_ id: BusinessHours.ID) throws -> ZonedHours? {
    guard let whole = try hours.whole(id) else { return nil }
    return ZonedHours(hours: whole, zone: try whole.zone.map { try zone(named: $0) } ?? zone())
  }
}
