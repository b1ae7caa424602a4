import DeskStore
import DeskSystem
import JSON

extension Desk {
  /// Every fault of Config as it is, or as it was assumed to be.
  func configFaults() throws -> [ConfigFault] {
    let zones = ZoneFiles(environment: surroundings.environment)
    return try config().faults { name in
      do {
        return try zones.knows(name)
      } catch let error as SystemError where error.isOfTheMoment {
        throw error
      } catch {
        return false
      }
    }
  }

  /// Throws all faults together, where there are any.
  func checkConfig() throws {
    let faults = try configFaults()
    if !faults.isEmpty { throw ConfigError.faults(faults, folder: configPath) }
  }

  /// Changes one file of Config, in one rename, under the lock, and only if Config as a whole has
  /// no fault then. A rehearsal does all of it but the rename.
  func rewrite<Answer>(
    _ file: String, _ change: (JSONObject) throws -> (object: JSONObject, answer: Answer)
  ) throws -> Answer {
    let config = try config()
    return try config.locked(.exclusive, patience: patience()) {
      let old = try config.tree(file)?.object ?? JSONObject()
      let new = try change(old)
      if new.object == old { return new.answer }
      config.assume(file, .object(new.object))
      try checkAssumed()
      if !isDryRun {
        try writeConfig(
          file, JSONValue.object(new.object).serialized(.pretty) + [UInt8(ascii: "\n")])
      }
      return new.answer
    }
  }

  /// Puts a file of Config in its place; that a power cut may still undo it is told.
  func writeConfig(_ file: String, _ bytes: [UInt8]) throws {
    if let error = try config().write(file, bytes: bytes) { note(.notSynced(file, why(error))) }
    noteCommit()
  }

  /// Throws what is wrong with Config as it is assumed to be: what the change would bring in, else
  /// what was there before it and stands in its way.
  private func checkAssumed() throws {
    let after = try configFaults()
    if after.isEmpty { return }
    try config().forget()
    let before = try configFaults()
    let fresh = after.filter { fault in !before.contains { $0.isSame(as: fault) } }
    throw fresh.isEmpty
      ? ConfigError.faults(before, folder: configPath) : ConfigError.wouldFault(fresh)
  }
}
