package import DeskCore
import JSON

extension StoreReading {
  /// Who is switched on, for which channel; nobody in a store where nobody ever was.
  package func presence() throws -> Presence {
    guard let bytes = try files.bytes(Layout.presence) else { return Presence() }
    do {
      return try Presence(stored: bytes)
    } catch {
      throw StoreError.damaged(path: Layout.presence, error)
    }
  }
}

extension Presence {
  /// Reads `presence.json`.
  init(stored bytes: [UInt8]) throws(StoreDamage) {
    guard let json = try? JSONValue(parsing: bytes) else { throw .noJSON }
    guard let content = SummedFile.content(of: json) else { throw .notAsWritten }
    do {
      try self.init(json: content)
    } catch {
      throw .noRecord(error)
    }
  }
}
