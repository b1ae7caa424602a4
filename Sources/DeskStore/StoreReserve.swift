import DeskSystem

/// The room that is kept for the moment in which the disk is full and a commit is to be completed.
extension Store {
  static let reserveSize = 1 << 20

  /// No reserve is made where less than this is free.
  static let roomForReserve = 64 * reserveSize

  /// Makes the reserve again where a full disk had used it. Best done, never needed.
  func keepReserve() {
    guard let facts = try? folder.facts(Layout.reserve) else {
      try? Self.makeReserve(folder)
      return
    }
    if facts.kind == "file", !Self.isReserve(facts) { try? Self.makeReserve(folder) }
  }

  static func isReserve(_ facts: FileFacts?) -> Bool {
    facts.map { $0.kind == "file" && $0.size >= reserveSize } ?? false
  }

  static func makeReserve(_ folder: Folder) throws {
    guard try folder.space().bytes > roomForReserve else { return }
    try folder.replace(Layout.reserve, with: [UInt8](repeating: 0, count: reserveSize))
  }
}
