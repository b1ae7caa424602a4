import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

/// What a power cut would do cannot be seen in a process that goes on: the memory of the system
/// outlives a kill. So the calls themselves are read, in their order.
struct SyncTests {
  @Test(arguments: Trial.commits)
  func `nothing is taken for done that is not on the disk`(trial: Trial) throws {
    let calls = try KillHarness(trial).calls
    var disk = DiskModel()
    for call in calls { disk.see(call) }
    #expect(disk.mistakes == [])
    #expect(disk.hasCommitted)
    #expect(disk.phase == .empty, "the emptied journal is not on the disk")
  }

  @Test func `the order of a commit is seen to be wrong`() {
    func mistakes(_ calls: [(SystemCall, String)]) -> [String] {
      var disk = DiskModel()
      for (kind, path) in calls { disk.see(FaultyKernel.Call(kind: kind, path: path)) }
      return disk.mistakes
    }
    let commit: [(SystemCall, String)] = [(.write, "journal"), (.sync, "journal")]
    #expect(mistakes([(.write, "log/a.jsonl")]) == ["log/a.jsonl is written before the commit"])
    #expect(
      mistakes(commit + [(.write, "log/.deskctl-new-a"), (.rename, "log/a")])
        == ["log/a takes its place before it is on the disk"])
    #expect(
      mistakes(commit + [(.write, "log/a"), (.truncate, "journal")])
        == ["the journal is emptied before log/a is on the disk"])
    #expect(
      mistakes(commit + [(.rename, "log/a"), (.truncate, "journal")])
        == ["the journal is emptied before log is on the disk"])
    #expect(
      mistakes(commit + [(.rename, "log/a"), (.sync, "log"), (.truncate, "journal")]) == [])
  }
}

/// What is written and not yet on the disk.
private struct DiskModel {
  private(set) var mistakes: [String] = []
  private(set) var hasCommitted = false
  private(set) var phase = Phase.empty
  private var pending: Set<String> = []

  /// How the journal stands.
  enum Phase {
    case empty
    case written
    case committed
    case emptied
  }

  mutating func see(_ call: FaultyKernel.Call) {
    if call.path == Layout.journal { return seeJournal(call.kind) }
    switch call.kind {
    case .write:
      if phase != .committed { mistakes.append("\(call.path) is written before the commit") }
      pending.insert(call.path)
    case .rename:
      if pending.contains(Folder.temporary(for: call.path)) {
        mistakes.append("\(call.path) takes its place before it is on the disk")
      }
      pending.insert(Folder.parent(of: call.path))
    case .remove where call.path.hasSuffix(".jsonl") && !call.path.contains(Folder.temporaryPrefix):
      pending.insert(Folder.parent(of: call.path))
    case .sync: pending.remove(call.path)
    case .syncFileSystem: pending = []
    case .remove, .open, .stat, .read, .truncate, .makeFolder, .list, .lock, .mode, .owner, .touch,
      .space:
      break
    }
  }

  private mutating func seeJournal(_ kind: SystemCall) {
    switch (kind, phase) {
    case (.write, _): phase = .written
    case (.sync, .written):
      phase = .committed
      hasCommitted = true
    case (.sync, .emptied): phase = .empty
    case (.truncate, _):
      for path in pending.sorted() {
        mistakes.append("the journal is emptied before \(path) is on the disk")
      }
      phase = .emptied
    default: break
    }
  }
}
