import DeskTestSupport
import Foundation
import Testing

/// The golden folders as other programs read them.
struct ExportFormTests {
  private func check(_ script: String) throws -> Binary.Answer {
    try Binary.run(
      ["python3", "\(ProjectFile.root)/Tests/Corpora/export/\(script)", ProjectFile.root])
  }

  @Test func `every body is as its target's documentation has it`() throws {
    guard try Needed.program("jsonschema") != nil else { return }
    let answer = try check("bodies.py")
    #expect(answer.status == 0, "\(answer.output)\(answer.error)")
    let count = try #require(Int(answer.output.split(separator: " ").first ?? ""))
    try Exhaustion.count("exported bodies against schemas", cases: count, failures: 0)
    #expect(count > 100)
  }

  @Test func `CSV is read back as it was, and no cell is a formula`() throws {
    guard try Needed.program("python3") != nil else { return }
    let answer = try check("tables.py")
    #expect(answer.status == 0, "\(answer.output)\(answer.error)")
  }

  @Test func `CSV has the delimiter and the mark that are asked for`() throws {
    let desk = try TestDesk.odd()
    let words = ["ticket", "export", "1", "--to", "csv", "-o", "out", "--bom", "--delimiter"]
    #expect(desk.run(words + [";;"]).status == 2)
    #expect(desk.run(words + [";"]).status == 0)
    #expect(try desk.read("out/tickets.csv").hasPrefix("\u{FEFF}ticket;title;state;"))
    let messages = try desk.read("out/messages.csv")
    #expect(messages.hasPrefix("\u{FEFF}ticket;id;at;"))
    #expect(messages.contains(#";"a,""b"";c"#))
  }
}
