package import DeskCore
package import DeskSystem

/// What can be wrong with a store, as facts. A failure of the system itself comes as `SystemError`.
package enum StoreError: Error, Hashable, Sendable {
  /// There is nothing, or nothing of ours, in the folder.
  case noStore(folder: String, holdsOtherFiles: Bool)
  case alreadyThere(folder: String)
  /// Made by a newer program: it is not touched.
  case newerFormat(found: Int, known: Int)
  /// The lock stayed taken for so many seconds.
  case busy(seconds: Double)
  /// A file that is not as it was written; the line where that shows, from 1.
  case damaged(path: String, line: Int? = nil, StoreDamage)
  /// Somebody else changed what a transaction was writing: theirs stands, ours was put aside.
  case changedByOthers(paths: [String], keptIn: String)
  /// The commit reached the disk or did not, and could not be taken back: nobody knows until the
  /// next command looks.
  case uncertain(SystemError)
  /// There is less room than a transaction may need.
  case noRoom(bytes: Int, inodes: Int)
  /// A larger transaction than the journal takes.
  case tooLarge(bytes: Int)
  case networkFileSystem(folder: String)
  /// The store is another Unix user's, and so would be what this one writes.
  case notYours(owner: UInt32)
  /// `--now` is for play desks.
  case notAPlayDesk
  case onHold(since: String, why: String)
  case noSuchRecord(kind: String, number: Int)
  /// `--if-rev` named another revision than the one that is stored.
  case otherRevision(record: String, stored: Int, expected: Int)
}

/// How a file is damaged.
package enum StoreDamage: Error, Hashable, Sendable {
  case missing
  case empty
  /// A line whose sum does not fit.
  case notAsWritten
  case noJSON
  /// It reads, and is no record of its kind.
  case noRecord(Mismatch)
  /// Another record stands where this one belongs.
  case notRecord(Int)
  case missingRecord(Int)
  case tooManyLines
  case noLastLineEnd
  /// The agenda has it due, and it was settled before.
  case notPending(Reference)
  /// An old format from which no step leads on.
  case unknownFormat(Int)
}
