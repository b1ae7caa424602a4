import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// What a target bounds or refuses, and what is done about it.
struct ExportBoundTests {
  private func export(_ target: String, _ desk: TestDesk) throws -> String {
    let answer = desk.run("ticket", "export", "--to", target, "-o", target, "--lang", "en")
    #expect(answer.status == 0, "\(answer.error)")
    return answer.output
  }

  private func desk(title: String) throws -> TestDesk {
    let desk = try TestDesk.sample()
    try desk.fill { transaction in
      var ticket = Ticket()
      ticket.id = Ticket.ID(1)
      ticket.title = title
      ticket.contact = Contact.ID(1)
      try transaction.apply([.ticket(ticket)])
    }
    return desk
  }

  @Test func `a ticket with a requester and no message has its title for a comment`() throws {
    let desk = try desk(title: "conferir boletos")
    _ = try export("zendesk", desk)
    let body = try desk.read("zendesk/tickets-0001.json")
    #expect(body.contains(#""comments":[{"value":"conferir boletos","public":false}]"#))
  }

  @Test(arguments: [
    ("jira", "issues-0001.json"), ("glpi", "requests-0001.jsonl"),
    ("zammad", "requests-0001.jsonl"), ("freshdesk", "requests-0001.jsonl"),
  ])
  func `a title that does not fit is whole in the text`(target: String, file: String) throws {
    let title = String(repeating: "título 👩‍👩‍👧 ", count: 30) + "fim."
    let desk = try desk(title: title)
    let said = try export(target, desk)
    #expect(said.contains("1 long title"), "\(said)")
    let body = try desk.read(target + "/" + file)
    #expect(body.ranges(of: "fim.").count == 1)
    #expect(body.contains(title))
    let fits = try self.desk(title: String(repeating: "a", count: 250))
    #expect(try !export(target, fits).contains("long title"))
  }

  @Test func `a name that is missing in ids.json stops the README's jq`() throws {
    guard try Needed.program("jq") != nil else { return }
    let desk = try desk(title: "conferir boletos")
    #expect(desk.run("ticket", "note", "1", "visto").status == 0)
    _ = try export("zendesk", desk)
    let readme = try desk.read("zendesk/README.md")
    let from = try #require(readme.range(of: "jq --slurpfile"))
    let to = try #require(
      readme.range(of: "tickets-0001.json", range: from.upperBound..<readme.endIndex))
    let command = String(readme[from.lowerBound..<to.upperBound])
    func run(_ ids: String) throws -> Binary.Answer {
      let folder = desk.root + "/zendesk"
      try ids.write(toFile: folder + "/ids.json", atomically: true, encoding: .utf8)
      return try Binary.run(["sh", "-c", "cd '\(folder)' && me=77 && \(command)"])
    }
    let replaced = try run(#"{"contact/1":360001}"#)
    #expect(replaced.output.contains(#""author_id": 77"#), "\(replaced.output)")
    #expect(replaced.status == 0 && replaced.output.contains("360001"), "\(replaced.error)")
    let missing = try run("{}")
    #expect(missing.status != 0 && missing.error.contains("no id for contact/1"))
  }
}
