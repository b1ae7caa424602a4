import DeskTestSupport
import Foundation
import Testing

struct DoctorTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk.sample() }

  /// Changes a letter of a record, as a bad disk or an editor would.
  private func damage(_ path: String, _ word: String, _ other: String) throws {
    let text = try desk.read(path)
    try desk.write(path, text.replacingOccurrences(of: word, with: other))
    chmod("\(desk.root)/\(path)", 0o600)
  }

  @Test func `damage is 9 and is mended, and what was there is kept`() throws {
    try damage("data/contacts/0000.jsonl", "Carla", "Marla")
    let found = desk.run("doctor")
    #expect(found.status == 9)
    #expect(
      found.output
        == "damage\tcontacts/0000.jsonl:1\tthe line is not as it was written\tpossible\n"
        + found.output.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined())
    #expect(found.error.contains("deskctl: hint: deskctl doctor --repair"))
    #expect(desk.run("contact", "show", "1").status == 9)
    #expect(desk.run("contact", "show", "2").status == 0)

    let mended = desk.run("doctor", "--repair")
    #expect(mended.status == 0)
    #expect(mended.output.contains("\tdone\n"))
    #expect(desk.run("doctor").status == 0)
    #expect(desk.run("contact", "show", "1").status == 3)
    #expect(desk.run("contact", "list").status == 0)
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.root + "/data/quarantine")
    #expect(try kept.contains { try desk.read("data/quarantine/\($0)").contains("Marla") })
    #expect(desk.run("log").output.contains("repaired"))
  }

  @Test func `warnings alone are 1, in both languages`() throws {
    chmod("\(desk.root)/data/log", 0o755)
    let found = desk.run("doctor")
    #expect(found.status == 1)
    #expect(found.output == "warning\tlog\tits mode is 755, not 700\tpossible\n")
    let other = desk.run("doctor", "--lang", "pt-BR")
    #expect(other.output == "aviso\tlog\ta permissão é 755, não 700\tpossível\n")
    #expect(desk.run("doctor", "--repair").status == 0)
  }

  @Test func `a rehearsal mends nothing`() throws {
    chmod("\(desk.root)/data/log", 0o755)
    #expect(desk.run("doctor", "--repair", "-n").status == 1)
    #expect(desk.run("doctor").status == 1)
  }

  @Test func `scripts read a word that stays the same`() throws {
    try desk.write("data/tickets/notas.txt", "olá")
    let found = desk.run("doctor", "--jsonl")
    #expect(found.status == 1)
    #expect(
      found.output
        == "{\"severity\":\"warning\",\"code\":\"unknown\",\"path\":\"tickets/notas.txt\","
        + "\"line\":null,\"message\":\"nothing the store would have made\","
        + "\"repair\":\"by hand\"}\n")
  }

  @Test func `an interrupted command is completed, and that is said`() throws {
    try desk.write("data/journal", "deskctl-journal 1 10 00")
    #expect(desk.run("doctor").status == 0)
    #expect(try desk.read("data/journal") == "")
  }

  @Test func `a conversation that cannot be read is no empty list of cases`() throws {
    let body =
      #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"w.1","#
      + #""from":"5511987654321","timestamp":"1796390000","type":"text","text":{"body":"Oi"}}]}}]}]}"#
    #expect(desk.run(["whatsapp", "receive", "-"], input: body).status == 0)
    #expect(desk.run("case", "list", "--protocol", "20261204-000001").status == 0)
    try damage("data/conversations/0000.jsonl", "suporte", "suborte")
    let listed = desk.run("case", "list", "--protocol", "20261204-000001")
    #expect(listed.status == 9 && listed.output.isEmpty, "\(listed)")
  }
}
