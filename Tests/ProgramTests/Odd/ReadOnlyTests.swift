import DeskTestSupport
import Foundation
import Testing

/// Desks that may be read and not written.
@Suite(.serialized)
struct ReadOnlyTests {
  /// What makes a desk so.
  enum Barrier: String, CaseIterable, Sendable {
    /// The file system is mounted for reading, in this place or as a whole.
    case readOnlyPlace
    case readOnlyDisk
    /// The files belong to another user, who lets all read them.
    case otherUser
  }

  static let reading = [
    "contact list", "contact show 1", "ticket list", "schedule list --all", "outbox list", "log",
    "notification list", "conversation show 1", "config list", "config validate", "agent list",
    "schedule free --near 2026-12-05T10:00 --contact 1", "tick -n",
  ]

  @Test(arguments: Barrier.allCases)
  func `S10 what may only be read is read, and a writer says 8`(_ barrier: Barrier) throws {
    guard try Needed.root("read-only desks"), try Needed.program("mount") != nil,
      try Needed.program("runuser") != nil, try Needed.program("strace") != nil
    else { return }
    let disk = try FullDisk(.ext4)
    for ground in [
      Ground.sample, .scheduled, .due, .unknown, .notSent, .held, .closed, .configured,
    ] {
      let made = try ground.desk()
      try #require(
        made.run("agent", "set", "ana", "--login", "nobody", "--role", "administrador")
          .status == 0)
      let desk = try BinaryDesk(copying: made.original, in: disk.path)
      let before = try desk.snapshot()
      let closed = try Closed(desk, disk, barrier)
      if ground == .scheduled { try expectReading(closed) }
      try expectNoWriting(closed, on: ground)
      try closed.open()
      #expect(try desk.snapshot() == before)
    }
  }

  @Test(arguments: Barrier.allCases)
  func `S10 a reader that may not complete a transaction says 8`(_ barrier: Barrier) throws {
    guard try Needed.root("read-only desks"), try Needed.program("strace") != nil else { return }
    let disk = try FullDisk(.ext4)
    let made = try Ground.scheduled.desk()
    try made.run("agent", "set", "ana", "--login", "nobody", "--role", "administrador")
    let desk = try BinaryDesk(copying: made.original, in: disk.path)
    let killed = try Tracer().run(
      ["contact", "set", "1", "--name", "Carla"], desk, "renameat:signal=KILL:when=1")
    try #require(killed.status == 137)
    let closed = try Closed(desk, disk, barrier)
    for command in ["contact list", "ticket list", "log", "contact set 2 --name X", "doctor"] {
      let answer = try closed.run(command)
      #expect(answer.status == 8, "\(command): \(answer.error)")
      #expect(answer.output == "")
    }
    try closed.open()
    #expect(try desk.run("contact", "show", "1").output.contains("Carla"))
  }

  private func expectReading(_ desk: Closed) throws {
    for command in Self.reading {
      let answer = try desk.run(command)
      #expect(answer.status == 0, "\(command): \(answer.error)")
    }
  }

  /// Every changing command that the ground is made for.
  private func expectNoWriting(_ desk: Closed, on ground: Ground) throws {
    // The doctor mends what it may, and says the rest.
    let commands = ChangingCommand.all.filter {
      $0.ground == ground && !$0.line.hasPrefix("doctor")
    }
    var failures: [String] = []
    for command in commands {
      let answer = try desk.run(command.line)
      let expected: [Int32] = [8] + command.mayEnd
      if !expected.contains(answer.status) || answer.error.isEmpty {
        failures.append("\(command.line): \(answer.status) \(answer.output) \(answer.error)")
      }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: writing to what may be read", cases: commands.count, failures: failures.count)
  }
}

/// A desk that is closed to writers until it is opened again.
private struct Closed {
  let desk: BinaryDesk
  let disk: FullDisk
  let barrier: ReadOnlyTests.Barrier

  init(_ desk: BinaryDesk, _ disk: FullDisk, _ barrier: ReadOnlyTests.Barrier) throws {
    self.desk = desk
    self.disk = disk
    self.barrier = barrier
    switch barrier {
    case .readOnlyPlace:
      try mount("--bind", disk.path, disk.path)
      try mount("-o", "remount,bind,ro", disk.path)
    case .readOnlyDisk: try mount("-o", "remount,ro", disk.path)
    case .otherUser:
      try system(["chmod", "-R", "a+rX", (disk.path as NSString).deletingLastPathComponent])
    }
  }

  func open() throws {
    switch barrier {
    case .readOnlyPlace: try system(["umount", disk.path])
    case .readOnlyDisk: try mount("-o", "remount,rw", disk.path)
    case .otherUser: try system(["chmod", "-R", "go-rwx", desk.root + "/data"])
    }
    if case .otherUser = barrier { try system(["chmod", "-R", "a+rX", desk.root + "/config"]) }
  }

  private func mount(_ words: String...) throws { try system(["mount"] + words) }

  private func system(_ words: [String]) throws {
    let answer = try Binary.run(["/usr/bin/env"] + words)
    if answer.status != 0 { throw FullDisk.NotMounted(words: words, said: answer.error) }
  }

  func run(_ command: String) throws -> Binary.Answer {
    let other = barrier == .otherUser ? ["/usr/sbin/runuser", "-u", "nobody", "--"] : []
    return try Binary.run(
      other + [Binary.built.path] + command.split(separator: " ").map(String.init),
      environment: desk.environment, folder: desk.root)
  }
}
