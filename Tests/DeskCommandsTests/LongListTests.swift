import DeskTestSupport
import Foundation
import Testing

/// Lists of more than is kept in memory on its way out.
struct LongListTests {
  private static let count = 3000

  private static func desk() throws -> TestDesk {
    let desk = try TestDesk(in: TestDesk.memory)
    #expect(desk.run("init").status == 0)
    let rows = (1...count).map { "Pessoa \(count - $0),+55119\(80_000_000 + $0)\n" }
    try desk.write("contatos.csv", "nome,telefone\n" + rows.joined())
    #expect(desk.run("contact", "import", "contatos.csv").status == 0)
    desk.environment["TMPDIR"] = desk.root + "/tmp"
    try FileManager.default.createDirectory(
      atPath: desk.root + "/tmp", withIntermediateDirectories: true)
    return desk
  }

  @Test func `a long list is whole and in order in every format, and leaves nothing`() throws {
    let desk = try Self.desk()
    let ids = (1...Self.count).map(String.init)
    #expect(desk.run("contact", "list", "-q").output == ids.map { $0 + "\n" }.joined())
    let lines = desk.run("contact", "list", "--jsonl").output
    #expect(lines.utf8.count > 2 * (256 << 10))
    #expect(lines.matches(of: /(?m)^\{"id":(\d+),/).map { String($0.1) } == ids)
    let pretty = desk.run("contact", "list", "--json").output
    #expect(pretty.matches(of: /(?m)^      "id": (\d+),/).map { String($0.1) } == ids)
    for format in [[], ["--header"], ["--format", "csv"], ["--format", "table"]] {
      let output = desk.run(["contact", "list", "--fields", "id,name"] + format).output
      let rows = output.split(whereSeparator: \.isNewline)
      let heading = format == [] ? 0 : 1
      #expect(rows.count == Self.count + heading, "\(format)")
      #expect(rows.count { $0.hasPrefix("id") || $0.hasPrefix("ID") } == heading)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.root + "/tmp") == [])
  }

  @Test func `a long list is sorted and limited, and goes to a file`() throws {
    let desk = try Self.desk()
    let words = ["contact", "list", "--sort", "-id", "--limit", "2500", "-q"]
    let expected = (1...Self.count).reversed().prefix(2500).map { "\($0)\n" }.joined()
    #expect(desk.run(words).output == expected)
    #expect(desk.run("contact", "list", "--limit", "2", "-q").output == "1\n2\n")
    let lines = desk.run("contact", "list", "--jsonl").output
    #expect(desk.run("contact", "list", "--jsonl", "--out", "todos.jsonl").output.isEmpty)
    #expect(try desk.read("todos.jsonl") == lines)
  }

  @Test func `a long list that cannot wait anywhere prints nothing and says so`() throws {
    let desk = try Self.desk()
    desk.environment["TMPDIR"] = desk.root + "/nowhere"
    let answer = desk.run("contact", "list", "--jsonl")
    #expect(answer.status == 8)
    #expect(answer.output.isEmpty)
    #expect(answer.error.contains("nowhere"))
    #expect(desk.run("contact", "list", "--jsonl", "--limit", "5").status == 0)
  }
}
