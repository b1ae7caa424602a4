/// What is given bytes of any kind: by `make fuzz` for as long as wanted, and in `make test` those
/// that were kept, in `Tests/Corpora`.
///
/// A crash and a hang show by themselves. Each subject also knows what has to hold of whatever it
/// accepts.
package enum FuzzSubject: String, CaseIterable, Sendable {
  case json
  case journal
  case time
  case phone
  case csv
  case command

  /// Throws a `FuzzFinding` where the bytes lead to what must not be.
  package func check(_ bytes: [UInt8]) throws {
    switch self {
    case .json: try checkJSON(bytes)
    case .journal: try checkJournal(bytes)
    case .time: try checkTime(bytes)
    case .phone: try checkPhone(bytes)
    case .csv: try checkCSV(bytes)
    case .command: try checkCommand(bytes)
    }
  }
}

/// What did not hold, of bytes that were accepted.
package struct FuzzFinding: Error, Hashable, CustomStringConvertible {
  package let description: String

  static func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw FuzzFinding(description: what()) }
  }
}

extension FuzzSubject {
  /// Gives bytes in chunks of so many, and none at the end: as a file would that is read slowly.
  static func chunks(of size: Int, _ bytes: [UInt8]) -> () -> [UInt8] {
    var rest = bytes[...]
    return {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }
}
