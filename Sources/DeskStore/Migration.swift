import DeskCore
import DeskSystem
import JSON

/// A step that makes a store of one format one of the next: all of it in one transaction, with the
/// format's number, and told in the log. There is none yet: the first format is the only one.
struct Migration: Sendable {
  /// The format that it starts from; it leads to the next number.
  let from: Int
  /// What it does, in a few words: it stands in the log.
  let name: String
  let run: @Sendable (Transaction) throws -> Void

  static let all: [Migration] = []
}

extension Migration {
  /// Brings a store to the format that this program writes, step by step. The lock is held
  /// exclusively. Nothing limits the size of such a transaction but the disk.
  static func run(
    _ steps: [Migration], on format: StoreFormat, in folder: Folder, now: Instant
  ) throws {
    for number in format.format..<max(format.format, StoreFormat.current) {
      guard let step = steps.first(where: { $0.from == number }) else {
        throw StoreError.damaged(
          path: Layout.format, .unknownFormat(number))
      }
      let files = WorkingSet(folder: folder)
      let transaction = Transaction(files: files, now: now)
      try step.run(transaction)
      try transaction.settleHours()
      try transaction.apply([
        .event(
          Event(
            at: now, actor: "system", record: nil, what: "migrated",
            detail: ["\(number) to \(number + 1)", step.name]))
      ])
      try renumber(files, number + 1)
      _ = try files.mendTails(now: now)
      let unfinished = try Commit(folder: folder, limit: .max).commit(files.changes())
      if let unfinished { throw unfinished }
    }
  }

  private static func renumber(_ files: WorkingSet, _ number: Int) throws {
    var object = try JSONValue(parsing: files.bytes(Layout.format) ?? []).object ?? [:]
    object["format"] = JSONValue(number)
    object[StoredLine.sumKey] = nil
    files.write(Layout.format, SummedFile.text(of: JSONValue(object)))
  }
}
