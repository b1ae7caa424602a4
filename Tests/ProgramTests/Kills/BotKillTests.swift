import DeskTestSupport
import Foundation
import Testing

/// W9: the program, killed before, while and after a bot thinks; WhatsApp sends the same again.
struct BotKillTests {
  private static let words = ["whatsapp", "receive", "corpos.jsonl"]

  private func desk() throws -> BinaryDesk {
    let desk = try Ground.sample.desk()
    try """
    cat >/dev/null
    echo '{"messages":[{"text":"Sou o robô."},{"text":"Já chamo alguém."}]}'
    """.write(toFile: desk.root + "/bot.sh", atomically: true, encoding: .utf8)
    let set = try desk.run("whatsapp", "set", "--bot-command", "sh bot.sh", "--bot-timeout", "120")
    #expect(set.status == 0, "\(set.error)")
    return desk
  }

  @Test func `W9 killed at any call, a bot answers once and whole`() throws {
    guard try Needed.program("strace") != nil else { return }
    let desk = try desk()
    let place = desk.original
    let tracer = Tracer()
    let calls = try tracer.calls(of: Self.words, on: BinaryDesk(copying: place)).filter { call in
      // How often the others are called depends on how long the bot takes.
      call.changesDisk
        || ["flock", "vfork", "clone", "clone3", "kill", "wait4"].contains(call.name)
    }
    #expect(calls.contains { ["vfork", "clone", "clone3"].contains($0.name) })
    let whole = try BinaryDesk(copying: place)
    #expect(try whole.run(Self.words).status == 0)
    let after = try whole.snapshot()
    #expect(after.contains("Sou o robô."))
    let chosen = Exhaustion.some(calls, atMost: 8)
    let failures = failures(of: chosen) { call in
      let desk = try BinaryDesk(copying: place)
      try tracer.kill(Self.words, desk, at: call)
      let again = try desk.run(Self.words)
      guard again.status == 0 else { return "\(again.status) \(again.error)" }
      let doctor = try desk.run("doctor")
      guard doctor.status <= 1 else { return doctor.output }
      return try desk.snapshot() == after ? nil : "it ended otherwise"
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: killed beside a bot", cases: chosen.count, failures: failures.count)
  }

  @Test func `W9 a bot whose program was killed harms nothing, and another run asks anew`() throws {
    let desk = try desk()
    let root = desk.root
    try """
    : >asked
    while [ ! -e go ]; do sleep 0.01; done
    echo '{"messages":[{"text":"Sou o robô."}]}'
    """.write(toFile: root + "/bot.sh", atomically: true, encoding: .utf8)
    let started = try desk.start(Self.words)
    while !FileManager.default.fileExists(atPath: root + "/asked") { usleep(5000) }
    // The desk is nobody's while a bot thinks.
    #expect(try desk.run("contact", "set", "3", "--name", "Outra", "--wait", "0").status == 0)
    started.kill()
    _ = try started.wait()
    #expect(
      try desk.run("outbox", "list", "--all", "--jsonl").output.contains("Sou o robô.") == false)
    try "".write(toFile: root + "/go", atomically: true, encoding: .utf8)
    #expect(try desk.run(Self.words).status == 0)
    let sent = try desk.run("outbox", "list", "--all", "--jsonl").output
    #expect(sent.components(separatedBy: "Sou o robô.").count == 2)
    #expect(try desk.run(Self.words).status == 0)
    #expect(try desk.run("outbox", "list", "--all", "--jsonl").output == sent)
  }
}
