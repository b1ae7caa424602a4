import DeskTestSupport
import Testing

/// The program on small disks that are really full.
@Suite(.serialized)
struct FullDiskTests {
  /// A command, on a disk of a kind, that is so full.
  struct Case: Sendable, CustomStringConvertible {
    let command: ChangingCommand
    let kind: FullDisk.Kind
    let level: FullDisk.Level

    var description: String { "\(command.line), \(kind.rawValue), \(level)" }
  }

  /// Below 4 MiB or 64 inodes no transaction is begun; Config, and a message that goes out, take
  /// what there is.
  static let levels: [FullDisk.Level] = [
    .left(kilobytes: 0), .left(kilobytes: 4), .left(kilobytes: 12), .left(kilobytes: 900),
    .left(kilobytes: 4000), .left(kilobytes: 4200), .inodes(0), .inodes(1), .inodes(3), .inodes(70),
  ]

  @Test(arguments: FullDisk.Kind.allCases)
  func `S10 on a full disk a command is done, or says so and nothing was`(
    _ kind: FullDisk.Kind
  ) throws {
    guard try Needed.root("full disks"), try Needed.program("mount") != nil,
      try Needed.program("mkfs.ext4") != nil
    else { return }
    let all = ChangingCommand.all.flatMap { command in
      Self.levels.map { Case(command: command, kind: kind, level: $0) }
    }
    let cases = Exhaustion.some(all, atMost: 12)
    let failures = failures(of: cases, fault)
    #expect(failures == [])
    try Exhaustion.count(
      "program: disk full, \(kind.rawValue)", cases: cases.count, failures: failures.count)
  }

  @Sendable private func fault(_ tried: Case) throws -> String? {
    let command = tried.command
    let trial = try Trial(command)
    let disk = try FullDisk(tried.kind)
    let desk = try BinaryDesk(copying: trial.original, in: disk.path)
    try disk.fill(to: tried.level)
    let answer = try desk.run(command.words)
    let found = try desk.snapshot()
    try disk.empty()
    guard answer.status == 0 || answer.status == 8 || command.mayEnd.contains(answer.status) else {
      return "\(answer.status) \(answer.error)"
    }
    if answer.status == 8, command.extent == .whole, found != trial.before {
      return "8, and not as before"
    }
    return try Verdict(trial).fault(desk, isDone: answer.status == 0).map {
      "\(answer.status), \($0) \(answer.error)"
    }
  }
}
