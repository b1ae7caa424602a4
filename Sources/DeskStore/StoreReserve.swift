import DeskSystem

/// The room that is kept for the moment in which the disk is full and a commit is to be completed.
extension Store {
  static let reserveSize = 1 << 20

  /// No reserve is made where less than this is free.
  static let roomForReserve = 64 * reserveSize

  /// Makes the reserve again where a full disk had used it. Best done, never needed.
  func keepReserve() {
    guard let size = try? folder.facts(Layout.reserve)?.size ?? 0, size < Self.reserveSize else {
      return
    }
    try? Self.makeReserve(folder)
  }

  static func makeReserve(_ folder: Folder) throws {
    guard try folder.space().bytes > roomForReserve else { return }
    try folder.replace(Layout.reserve, with: [UInt8](repeating: 0, count: reserveSize))
  }
}
