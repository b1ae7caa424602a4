import DeskTestSupport
import Foundation
import Glibc
import JSON
import Testing

/// `conversation follow` and `chat`, as processes that wait: what comes in while they do, and how they
/// end.
struct FollowTests {
  /// Carla's conversation 1, with her first message and the desk's answer.
  private func desk() throws -> BinaryDesk {
    let desk = try BinaryDesk()
    try receive("oi", desk)
    return desk
  }

  private func receive(_ text: String, from phone: String = "5511987654321", _ desk: BinaryDesk)
    throws
  {
    let id = UUID().uuidString
    let body =
      #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"\#(id)","#
      + #""from":"\#(phone)","timestamp":"1796390300","type":"text","text":{"body":"\#(text)"}}]}}]}]}"#
    try body.write(toFile: desk.root + "/corpo.json", atomically: true, encoding: .utf8)
    let answer = try desk.run("whatsapp", "receive", "corpo.json")
    try #require(answer.status == 0, "\(answer.error)")
  }

  /// Starts a command whose output another process may read while it runs.
  private func follow(_ line: String, _ desk: BinaryDesk) throws -> Binary.Started {
    let started = try Binary.start(
      ["/bin/sh", "-c", "exec '\(Binary.built.path)' conversation \(line) >saida 2>erros"],
      environment: desk.environment, folder: desk.root, input: desk.input)
    // It looks on as soon as it has the journal's facts: what comes from then on is seen.
    try #require(wait { (try? isWatching(started.process)) == true })
    return started
  }

  /// Whether a process waits: in the kernel's own words.
  private func isWatching(_ process: pid_t) throws -> Bool {
    let call = try String(contentsOfFile: "/proc/\(process)/wchan", encoding: .utf8)
    return call.contains("poll")
  }

  private func wait(for condition: () -> Bool) -> Bool {
    for _ in 0..<1000 {
      if condition() { return true }
      usleep(10_000)
    }
    return false
  }

  private func output(_ desk: BinaryDesk) -> String {
    (try? String(contentsOfFile: desk.root + "/saida", encoding: .utf8)) ?? ""
  }

  private func lines(_ desk: BinaryDesk) -> [String] {
    output(desk).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func `follow prints what comes in, in old and new conversations`(
    signal: Int32, status: Int32
  ) throws {
    let desk = try desk()
    let started = try follow("follow", desk)
    try receive("e a nota?", desk)
    try receive("bom dia", from: "5531988776655", desk)
    #expect(wait { lines(desk).count == 2 }, "\(output(desk))")
    #expect(lines(desk)[0] == "conversation/1 2026-12-04 10:00 > Carla Dias: e a nota?")
    #expect(lines(desk)[1].hasPrefix("conversation/2 "))
    #expect(lines(desk)[1].hasSuffix("bom dia"))
    kill(started.process, signal)
    #expect(try started.wait().status == status)
    #expect(lines(desk).count == 2)
  }

  @Test func `C1 follow shows an agent what they may see, and nothing else`() throws {
    let desk = try desk()
    try desk.run("conversation", "forward", "1", "vendas")
    let started = try follow("follow --as ana --jsonl", desk)
    try receive("de outra equipe", desk)
    try receive("da minha", from: "5531988776655", desk)
    #expect(wait { lines(desk).count >= 1 })
    kill(started.process, SIGTERM)
    _ = try started.wait()
    let texts = try lines(desk).map { try JSONValue(parsing: $0)["text"]?.string }
    #expect(texts == ["da minha"])
  }

  @Test func `follow of one shows no other, and with --all what the desk writes`() throws {
    let desk = try desk()
    let started = try follow("follow 1 --all", desk)
    try receive("bom dia", from: "5531988776655", desk)
    try desk.run("conversation", "say", "1", "já vi", "--as", "ana")
    #expect(wait { lines(desk).count >= 1 })
    kill(started.process, SIGTERM)
    _ = try started.wait()
    #expect(lines(desk) == ["2026-12-04 10:00 < ana: já vi  (queued)"])
  }

  @Test func `--exec is given a text that is longer than a variable may be`() throws {
    let desk = try desk()
    let started = try follow(#"follow --exec 'wc -c; echo "${#DESKCTL_TEXT}"'"#, desk)
    try receive(String(repeating: "x", count: 200_000), desk)
    #expect(wait { lines(desk).count == 2 }, "\(output(desk))")
    kill(started.process, SIGTERM)
    _ = try started.wait()
    #expect(Int(lines(desk).first ?? "") ?? 0 > 200_000)
    #expect(lines(desk).last == "16384")
  }

  @Test func `--exec runs a command for each message, and outlives one that fails`() throws {
    let desk = try desk()
    let script =
      #"'echo "$DESKCTL_CONVERSATION $DESKCTL_CONTACT $DESKCTL_TEXT"; "#
      + #"grep -c "\"id\":$DESKCTL_MESSAGE,"; test "$DESKCTL_TEXT" != um'"#
    let started = try follow("follow --exec \(script)", desk)
    try receive("um", desk)
    try receive("$(id) dois", desk)
    #expect(wait { lines(desk).count == 4 }, "\(output(desk))")
    kill(started.process, SIGTERM)
    _ = try started.wait()
    #expect(lines(desk) == ["1 1 um", "1", "1 1 $(id) dois", "1"])
    let errors = try String(contentsOfFile: desk.root + "/erros", encoding: .utf8)
    #expect(errors.contains("ended with 1"))
  }

  @Test func `a reader that goes away ends it, though nothing came`() throws {
    let desk = try desk()
    let started = try Binary.start(
      [
        "/bin/sh", "-c",
        "{ '\(Binary.built.path)' conversation follow; echo $? >ende; } | sleep 0.1",
      ], environment: desk.environment, folder: desk.root)
    _ = try started.wait()
    #expect(wait { FileManager.default.fileExists(atPath: desk.root + "/ende") })
    #expect(wait { (try? String(contentsOfFile: desk.root + "/ende", encoding: .utf8)) == "141\n" })
  }

  @Test func `while nothing happens it opens no file`() throws {
    guard let strace = try Needed.program("strace") else { return }
    let desk = try desk()
    let started = try follow("follow", desk)
    // Until the second in which the desk last changed is over for certain.
    usleep(2_000_000)
    let trace = try Binary.run([
      "/usr/bin/timeout", "-s", "INT", "1", strace, "-f", "-p", String(started.process), "-o",
      desk.root + "/spur",
    ])
    kill(started.process, SIGTERM)
    _ = try started.wait()
    let calls = try String(contentsOfFile: desk.root + "/spur", encoding: .utf8)
    #expect(calls.contains("poll"), "\(trace.error)")
    #expect(!calls.contains("pread") && !calls.contains("flock"), "\(calls)")
  }

  // MARK: Chat

  @Test func `chat shows the thread, sends each line, and tells of a refusal`() throws {
    let desk = try desk()
    let text = "bom dia\n\n" + String(repeating: "é", count: 4097) + "\núltima"
    try text.write(toFile: desk.root + "/linhas", atomically: true, encoding: .utf8)
    desk.input = "linhas"
    let answer = try desk.run("conversation", "chat", "1", "--as", "ana")
    #expect(answer.status == 7, "\(answer.error)")
    #expect(answer.error.contains("4096"))
    let lines = answer.output.split(separator: "\n")
    #expect(lines.first?.hasSuffix("> Carla Dias: oi") == true)
    let own = lines.filter { $0.contains("< ana: ") }.map { $0.drop { $0 != "a" } }
    #expect(own == ["ana: bom dia  (queued)", "ana: última  (queued)"])
    #expect(try desk.run("doctor").status == 0)
  }

  @Test func `chat at a terminal shows what comes in, and not again what was typed`() throws {
    let desk = try desk()
    let terminal = try PseudoTerminal()
    let started = try Binary.start(
      [
        "/bin/sh", "-c",
        "exec '\(Binary.built.path)' conversation chat 1 --as ana >'\(terminal.path)' 2>&1",
      ], environment: desk.environment, folder: desk.root, input: terminal.path)
    #expect(wait { terminal.read().contains("oi") })
    terminal.type("já vejo\n")
    #expect(
      wait { (try? desk.run("outbox", "list", "-q").output.split(separator: "\n").count) == 2 })
    try receive("obrigada", desk)
    #expect(wait { terminal.read().contains("> Carla Dias: obrigada") })
    // Ctrl-D.
    terminal.type("\u{4}")
    #expect(try started.wait().status == 0)
    #expect(terminal.read().components(separatedBy: "já vejo").count == 2, "\(terminal.read())")
  }
}
