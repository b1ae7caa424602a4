import DeskCore
import Foundation

/// The zone files of this machine.
enum ZoneFiles {
  private static let folder = "/usr/share/zoneinfo"

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
  }

  static func rules(_ name: String) throws -> TimeZoneRules {
    try TimeZoneRules(name: name, tzif: try bytes(name))
  }

  /// Every zone, by the name that TZ takes; `posix` is the same again.
  static let names: [String] = {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { name in
      !name.hasPrefix("right/") && !name.hasPrefix("posix/") && name != "localtime"
        && (try? bytes(name).starts(with: Array("TZif".utf8))) == true
    }.sorted()
  }()
}

/// A local time written `2026-12-05T10:00` or with seconds, for tables.
func local(_ text: String) throws -> CivilDateTime {
  let instant = Instant(rfc3339: text.count == 16 ? text + ":00Z" : text + "Z")
  guard let instant else { throw UnreadableFixture(text: text) }
  return CivilDateTime(utc: instant)
}

/// An instant in RFC 3339, for tables.
func instant(_ text: String) throws -> Instant {
  guard let instant = Instant(rfc3339: text) else { throw UnreadableFixture(text: text) }
  return instant
}

struct UnreadableFixture: Error {
  let text: String
}
