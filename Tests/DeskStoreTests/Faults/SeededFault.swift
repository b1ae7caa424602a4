import DeskSystem
import DeskTestSupport
import Foundation
import Synchronization
import Testing

@testable import DeskStore

/// Something that a careless program would do: put between the program and the calls that it makes.
/// What the careless program calls is what a test sees, counts, and makes fail.
struct SeededFault: Sendable, CustomTestStringConvertible {
  typealias Judge = @Sendable (SystemCall, String) -> Verdict

  let name: String
  /// Decides the calls of one program on the store in a folder.
  private let make: @Sendable (_ root: String, _ inner: @escaping Judge) -> Judge

  var testDescription: String { name }

  private init(
    _ name: String, make: @escaping @Sendable (String, @escaping Judge) -> Judge
  ) {
    self.name = name
    self.make = make
  }

  /// Calls that are left out, of which the program believes that they were made.
  private init(
    _ name: String, without isLeftOut: @escaping @Sendable (SystemCall, String) -> Bool
  ) {
    self.init(name) { _, inner in
      { call, path in isLeftOut(call, path) ? .pretend : inner(call, path) }
    }
  }

  /// The careless program's calls on a store, as another kernel decides them.
  func over(_ kernel: Kernel, _ root: String) -> Kernel {
    Kernel(judge: make(root, kernel.judge ?? { _, _ in .proceed }))
  }
}

extension SeededFault {
  static let noLock = SeededFault("no lock") { call, _ in call == .lock }

  /// The journal's first sync is the commit, the second makes its clearing last.
  static let noSyncOfJournal = journal("no sync of the journal") { $0 == .write }
  static let noDurableClear = journal("no durable clear of the journal") { $0 == .truncate }

  static let noSyncOfBatch = batch("the first sync of a batch left out") { $0 % 2 == 1 }
  static let noLastSyncOfBatch = batch("the last sync of a batch left out") { $0 % 2 == 0 }

  static let noSyncOfFiles = SeededFault("no sync of a new file") { call, path in
    call == .sync && path.contains(Folder.temporaryPrefix)
  }

  static let noSyncOfAppends = SeededFault("no sync of what was appended") { call, path in
    call == .sync && path.hasSuffix(".jsonl") && !path.contains(Folder.temporaryPrefix)
  }

  static let noSyncOfFolders = SeededFault("no sync of a folder") { call, path in
    call == .sync && path != Layout.journal && !path.hasSuffix(".jsonl")
  }

  static let noTailRepair = SeededFault("no repair of torn ends") { call, path in
    call == .truncate && path.hasSuffix(".jsonl")
  }

  /// What was to take a file's place is written over it instead.
  static let inPlace = SeededFault("a write in place") { root, inner in
    { call, path in
      guard call == .rename, FileManager.default.fileExists(atPath: "\(root)/\(path)") else {
        return inner(call, path)
      }
      return overwrite(path, root, inner)
    }
  }

  /// The calls of a write in place, each decided as any other.
  private static func overwrite(_ path: String, _ root: String, _ inner: Judge) -> Verdict {
    let temporary = Folder.temporary(for: path)
    let bytes = FileManager.default.contents(atPath: "\(root)/\(temporary)") ?? Data()
    let file = FileHandle(forUpdatingAtPath: "\(root)/\(path)")
    let steps: [(SystemCall, String, () throws -> Void)] = [
      (.truncate, path, { try file?.truncate(atOffset: 0) }),
      (.write, path, { try file?.write(contentsOf: bytes) }),
      (.sync, path, { try file?.synchronize() }),
      (.remove, temporary, { try FileManager.default.removeItem(atPath: "\(root)/\(temporary)") }),
    ]
    for (call, path, step) in steps {
      let verdict = inner(call, path)
      if case .fail = verdict { return verdict }
      do { try step() } catch { return .fail(EIO) }
    }
    return .pretend
  }

  /// An error while listing is taken for a folder with nothing in it: one stands there for as long
  /// as the call takes.
  static let failedListingIsEmpty = SeededFault("a failed listing taken for empty") { root, inner in
    let hidden = Mutex<String?>(nil)
    return { call, path in
      hidden.withLock { place in
        if let path = place { show(path, root) }
        place = nil
        let verdict = inner(call, path)
        guard call == .list, case .fail = verdict else { return verdict }
        hide(path, root)
        place = path
        return .proceed
      }
    }
  }

  private static func hide(_ path: String, _ root: String) {
    rename("\(root)/\(path)", "\(root)/aside")
    mkdir("\(root)/\(path)", 0o700)
  }

  private static func show(_ path: String, _ root: String) {
    rmdir("\(root)/\(path)")
    rename("\(root)/aside", "\(root)/\(path)")
  }

  // MARK: Making them

  /// Leaves out the journal's syncs that follow a call of a kind.
  private static func journal(
    _ name: String, after isBefore: @escaping @Sendable (SystemCall) -> Bool
  ) -> SeededFault {
    SeededFault(name) { _, inner in
      let last = Mutex(SystemCall.open)
      return { call, path in
        guard path == Layout.journal else { return inner(call, path) }
        let isLeftOut = last.withLock { last in
          defer { if call == .write || call == .truncate { last = call } }
          return call == .sync && isBefore(last)
        }
        return isLeftOut ? .pretend : inner(call, path)
      }
    }
  }

  /// Leaves out syncs of the file system by their numbers, from 1.
  private static func batch(
    _ name: String, isLeftOut: @escaping @Sendable (Int) -> Bool
  ) -> SeededFault {
    SeededFault(name) { _, inner in
      let count = Mutex(0)
      return { call, path in
        guard call == .syncFileSystem else { return inner(call, path) }
        let number = count.withLock { count in
          count += 1
          return count
        }
        return isLeftOut(number) ? .pretend : inner(call, path)
      }
    }
  }
}
