import DeskTestSupport
import Foundation
import Testing

/// The program on a real file system whose power is cut while it works.
struct PowerCutTests {
  /// So many cuts of each file system.
  private static let most = Exhaustion.isWhole ? 900 : 20

  @Test(arguments: LoopFileSystem.Kind.allCases)
  func `S10 a power cut leaves it as before or as after`(kind: LoopFileSystem.Kind) throws {
    guard let strace = try Needed.program("strace"),
      let mkfs = try Needed.program(kind.program), let disk = try disk(kind, mkfs)
    else { return }
    var cuts: [PowerCut] = []
    let commands = try Self.commands()
    for command in commands { cuts += try command.cuts() }
    let step = max(1, cuts.count / Self.most)
    let tried = stride(from: 0, to: cuts.count, by: step).map { cuts[$0] }
    let failures = try tried.compactMap { cut in
      try cut.failure(on: disk, strace).map { "\(cut): \($0)" }
    }
    #expect(failures.prefix(3) == [])
    try Exhaustion.count(
      "power cuts: \(kind.rawValue)", cases: tried.count, failures: failures.count)
  }

  @Test(arguments: LoopFileSystem.Kind.allCases)
  func `a program that syncs nothing is caught by a power cut`(kind: LoopFileSystem.Kind) throws {
    guard let strace = try Needed.program("strace"),
      let mkfs = try Needed.program(kind.program), let disk = try disk(kind, mkfs)
    else { return }
    let desk = try BinaryDesk()
    let command = try PowerCutCommand(
      desk, first: [], ["contact", "add", "--name", "Outro", "--phone", "11977776666"])
    let cut = PowerCut(
      command: command, call: nil, loss: .unsynced, leftOut: ["fsync", "fdatasync", "syncfs"])
    let failure = try cut.failure(on: disk, strace)
    #expect(failure == "said to be done, and is not")
    try Exhaustion.count(
      "seeded faults: caught", cases: 1, failures: failure == nil ? 1 : 0)
  }

  /// A file system of a kind; nil where the machine does not let anybody have one.
  private func disk(_ kind: LoopFileSystem.Kind, _ mkfs: String) throws -> LoopFileSystem? {
    let what = "power cuts: \(kind.rawValue)"
    guard getuid() == 0 else {
      try Needed.notRun(what, "only root may mount")
      return nil
    }
    do {
      let disk = try LoopFileSystem(kind, mkfs: mkfs)
      try disk.cut(.unsynced)
      try disk.restart()
      return disk
    } catch let refused as LoopFileSystem.Refused {
      try Needed.notRun(what, "this machine does not let root mount (\(refused.what))")
      return nil
    }
  }

  private static let lines = [
    "schedule add --contact 1 --agent ana --at 2026-12-05T10:00 --comment c -m Oi",
    "contact import novos.csv", "tick",
  ]

  /// Each alone, and each behind another that was said to be done.
  private static func commands() throws -> [PowerCutCommand] {
    try lines.flatMap { line in
      try [[], ["contact", "add", "--name", "Outro", "--phone", "11977776666"]].map { first in
        let desk = try Ground.sample.desk()
        if line == "tick" { try prepareFive(desk) }
        return try PowerCutCommand(desk, first: first, line.split(separator: " ").map(String.init))
      }
    }
  }

  /// Five schedules are due.
  private static func prepareFive(_ desk: BinaryDesk) throws {
    for (number, time) in ["10:10", "10:20", "10:30", "10:40", "10:50"].enumerated() {
      let added = try desk.run(
        "schedule", "add", "--contact", String(1 + number % 2), "--agent", "ana", "--team",
        "suporte", "--at", "2026-12-04T\(time)", "-m", "Oi", "--comment", "c", "--action",
        "openTicketAndNotify")
      try #require(added.status == 0, "\(added.error)")
    }
    desk.environment["DESKCTL_NOW"] = "2026-12-04T11:00:00-03:00"
  }
}
