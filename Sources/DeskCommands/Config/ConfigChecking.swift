import DeskStore
import DeskSystem

extension Desk {
  /// Every fault of Config as it is, or as it was assumed to be.
  func configFaults() throws -> [ConfigFault] {
    let zones = ZoneFiles(environment: surroundings.environment)
    return try config().faults { (try? zones.knows($0)) ?? false }
  }

  /// Throws all faults together, where there are any.
  func checkConfig() throws {
    let faults = try configFaults()
    if !faults.isEmpty { throw ConfigError.faults(faults, folder: configPath) }
  }
}
