import DeskTestSupport
import Foundation
import JSON
import Testing

/// The system's own cron, from the line that `--print-cron` gives.
struct CronTests {
  static let group = "deskctlt"
  static let user = "deskctlt"

  @Test func `S10 cron fires a due schedule as another Unix user`() async throws {
    guard let cron = try Needed.program("cron"), try Needed.root("cron") else { return }
    try makeUser()
    let desk = try BinaryDesk(now: nil, sample: false)
    // Cron's user reaches the desk and the program through folders that all may enter.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: desk.root)
    let program = desk.root + "/deskctl"
    try Binary.copy(Binary.built.path, to: program)
    func run(_ words: String...) throws -> Binary.Answer {
      try Binary.run([program] + words, environment: desk.environment, folder: desk.root)
    }
    let made = try run("init", "--sample", "--group", Self.group)
    try #require(made.status == 0, "\(made.error)")
    let added = try run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--at", "+1m",
      "-m", "Bom dia!", "--comment", "cron")
    try #require(added.status == 0, "\(added.error)")
    let line = try run("tick", "--print-cron", "--user", Self.user).output
    #expect(line.contains(program) && line.contains(" \(Self.user) "))
    let table = "/etc/cron.d/deskctl-test"
    try line.write(toFile: table, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: table) }
    let daemon = try Binary.start([cron, "-f"])
    defer { daemon.kill() }
    let deadline = Date().addingTimeInterval(200)
    var state = ""
    while true {
      let shown = try run("schedule", "show", "1", "--json")
      state = try JSONValue(parsing: shown.output)["data"]?["state"]?.string ?? ""
      if state != "pending" || Date() > deadline { break }
      // Up to two minutes, in which other tests have the thread.
      try await Task.sleep(for: .seconds(1))
    }
    #expect(state == "completed")
    // `--deliver` follows in the same run.
    let entry = desk.root + "/data/outgoing/000001.json"
    while Date() < deadline, !FileManager.default.fileExists(atPath: entry) { usleep(100_000) }
    let facts = try FileManager.default.attributesOfItem(atPath: entry)
    #expect(facts[.ownerAccountName] as? String == Self.user)
    #expect(facts[.groupOwnerAccountName] as? String == Self.group)
    #expect((facts[.posixPermissions] as? Int).map { $0 & 0o777 } == 0o660)
    // What cron's user wrote, the one who set the desk up reads and writes on.
    usleep(300_000)
    #expect(try run("ticket", "close", "1").status == 0)
    #expect(try run("doctor").status == 0)
  }

  private func makeUser() throws {
    try Binary.run(["/usr/sbin/groupadd", "-f", Self.group])
    if try Binary.run(["/usr/bin/getent", "passwd", Self.user]).status != 0 {
      let made = try Binary.run([
        "/usr/sbin/useradd", "-M", "-N", "-g", Self.group, "-s", "/bin/sh", Self.user,
      ])
      try #require(made.status == 0, "\(made.error)")
    }
  }
}
