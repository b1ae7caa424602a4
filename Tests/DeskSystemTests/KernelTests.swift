import DeskSystem
import Foundation
import Synchronization
import Testing

/// Counts the calls that a kernel is asked for.
final class Counter: Sendable {
  private let made = Mutex(0)

  var count: Int { made.withLock { $0 } }

  @discardableResult
  func next() -> Int {
    made.withLock { count in
      count += 1
      return count
    }
  }
}

struct KernelTests {
  @Test func `a call that is interrupted for ever fails in the end`() throws {
    let counter = Counter()
    let test = try TestFolder(
      Kernel { call, _ in
        guard call == .read else { return .proceed }
        counter.next()
        return .fail(EINTR)
      })
    test["a"] = "x"
    #expect(throws: SystemError(.read, "a", EINTR)) { try test.folder.read("a") }
    #expect(counter.count == 100)
  }

  @Test func `a call that is pretended is not made, and nobody is told`() throws {
    let test = try TestFolder(
      Kernel { call, path in call == .rename && path == "a" ? .pretend : .proceed })
    try test.folder.replace("a", with: Array("x".utf8))
    #expect(test["a"] == nil)
    #expect(try test.folder.names(in: ".") == [".deskctl-new-a"])
  }

  @Test func `a call that is interrupted a few times goes on`() throws {
    let counter = Counter()
    let test = try TestFolder(
      Kernel { call, _ in call == .read && counter.next() < 20 ? .fail(EINTR) : .proceed })
    test["a"] = "texto"
    #expect(try test.folder.read("a") == Array("texto".utf8))
  }

  @Test(arguments: [0, 1, 3, 1000])
  func `short reads and writes are gone on with`(limit: Int) throws {
    let test = try TestFolder(Kernel { _, _ in .short(limit) })
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try test.folder.replace("a", with: bytes)
    #expect(try test.folder.read("a") == bytes)
  }

  @Test(arguments: [
    SystemCall.open, .stat, .read, .write, .sync, .rename, .remove, .makeFolder,
  ])
  func `a call that fails says which, on what and why`(call: SystemCall) throws {
    let test = try TestFolder()
    let itself = test.path
    let folder = try Folder(
      itself,
      kernel: Kernel { asked, path in
        asked == call && path != itself ? .fail(EDQUOT) : .proceed
      })
    let error = #expect(throws: SystemError.self) {
      try folder.makeFolder("a/b")
      try folder.replace("a/b/c", with: [1])
      _ = try folder.read("a/b/c")
    }
    #expect(error?.call == call)
    #expect(error?.isOutOfSpace == true)
    #expect(error?.path.contains("a") == true)
  }
}
