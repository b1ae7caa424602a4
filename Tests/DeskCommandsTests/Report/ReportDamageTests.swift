import DeskTestSupport
import Testing

/// A report counts no line that is not as it was written, and misses none in silence.
struct ReportDamageTests {
  private static let file = "data/conversations/0000/01.jsonl"

  private func desk() throws -> TestDesk {
    let desk = try TestDesk.odd()
    #expect(desk.run("report", "--json").status == 0)
    return desk
  }

  @Test func `a flipped byte is damage, with its line`() throws {
    let desk = try desk()
    var lines = try desk.read(Self.file).split(separator: "\n").map(String.init)
    lines[2] = lines[2].replacing("\"at\":\"2026", with: "\"at\":\"2025")
    try desk.write(Self.file, lines.joined(separator: "\n") + "\n")
    let answer = desk.run("report", "--json")
    #expect(answer.status == 9)
    #expect(answer.output.isEmpty)
    #expect(answer.error.contains("01.jsonl:3"), "\(answer.error)")
  }

  @Test func `a message that is missing is damage`() throws {
    let desk = try desk()
    let lines = try desk.read(Self.file).split(separator: "\n").dropLast()
    try desk.write(Self.file, lines.joined(separator: "\n") + "\n")
    #expect(desk.run("report").status == 9)
  }
}
