import DeskCore
import DeskFormats
import DeskStore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// Every target's folder from one odd desk, and what an export promises besides its bytes.
struct TicketExportTests {
  @discardableResult
  private func export(
    _ target: ExportTarget, _ desk: TestDesk, to folder: String = "out", _ words: String...
  ) throws -> String {
    let answer = desk.run(
      ["ticket", "export", "--to", target.rawValue, "-o", folder, "--lang", "en"] + words)
    #expect(answer.status == 0, "\(answer.error)")
    return desk.root + "/" + folder
  }

  @Test(arguments: ExportTarget.allCases)
  func `the odd desk becomes the golden folder, again and again`(target: ExportTarget) throws {
    let desk = try TestDesk.odd()
    let folder = try export(target, desk, "--conversations")
    #expect(try GoldenFolder("export/\(target.rawValue)").differences(from: folder) == [])
    let again = try export(target, desk, to: "again", "--conversations")
    #expect(try GoldenFolder.files(in: folder) == GoldenFolder.files(in: again))
  }

  @Test func `what is said of it counts what a rehearsal counts`() throws {
    let desk = try TestDesk.odd()
    let rehearsed = desk.run("ticket", "export", "--to", "zammad", "-n", "--json")
    try export(.zammad, desk, to: "done")
    let done = try desk.read("done/manifest.json")
    #expect(rehearsed.status == 0)
    for count in [#""tickets":5"#, #""entries":21"#, #""count":5"#] {
      #expect(done.contains(count))
    }
    #expect(rehearsed.output.contains(#""tickets": 5"#))
    #expect(rehearsed.output.contains(#""entries": 21"#))
    #expect(desk.run("ticket", "export", "--to", "zammad", "-n").output.contains("requesters"))
  }

  @Test func `C1 one exports what one sees, messages too`() throws {
    let desk = try TestDesk.odd()
    let none = desk.run("ticket", "export", "--to", "jsonl", "-o", "bruno", "--as", "bruno")
    #expect(none.status == 0)
    #expect(try desk.read("bruno/tickets.jsonl") == "")
    let seen = desk.run("ticket", "export", "--to", "jsonl", "-o", "bia", "--as", "bia")
    #expect(seen.status == 0)
    #expect(try desk.read("bia/tickets.jsonl").split(separator: "\n").count == 5)
    #expect(desk.run("ticket", "export", "1", "--to", "csv", "-n", "--as", "bruno").status == 3)
  }

  @Test func `a base leaves out what is as it was, and the manifest goes on from it`() throws {
    let desk = try TestDesk.odd()
    try export(.csv, desk, to: "first", "--conversations")
    #expect(desk.run("ticket", "note", "3", "mais uma").status == 0)
    #expect(desk.run("conversation", "say", "1", "até logo", "--as", "ana").status == 0)
    #expect(desk.run("ticket", "add", "--team", "suporte", "--title", "novo").status == 0)
    let second = try export(
      .csv, desk, to: "second", "--conversations", "--base", "first/manifest.json")
    let table = try String(contentsOfFile: second + "/tickets.csv", encoding: .utf8)
    let names = table.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(names == ["ticket/1", "ticket/3", "ticket/5", "ticket/6"])
    let third = try export(.csv, desk, to: "third", "1", "--base", "second/manifest.json")
    let manifest = try String(contentsOfFile: third + "/manifest.json", encoding: .utf8)
    for name in ["ticket/1", "ticket/6", "conversation/3"] {
      #expect(manifest.contains("\"\(name)\":"), "\(name) was handed over earlier")
    }
  }

  @Test func `messages leave by the clock, also those that came late`() throws {
    let desk = try TestDesk.sample()
    try desk.seedConversation()
    try desk.change { transaction in
      var conversation = try transaction.get(Conversation.ID(1))
      let messages = (1...200).map { place in
        var message = Message()
        message.at = desk.now + 60 * (place % 7 == 0 ? place - 20 : place)
        message.text = "nota \(place)"
        return Effect.message(conversation.take(message))
      }
      return [.conversation(conversation)] + messages
    }
    let answer = desk.run(
      "ticket", "export", "--to", "zendesk", "--conversations", "-o", desk.root + "/out")
    #expect(answer.status == 0, "\(answer.error)")
    let file = try JSONValue(parsing: desk.read("out/tickets-0001.json"))
    let tickets = try #require(file["tickets"]?.array)
    for ticket in tickets {
      let times = (ticket["comments"]?.array ?? []).map { $0["created_at"]?.string ?? "" }
      #expect(times == times.sorted())
    }
    #expect(tickets.contains { ($0["comments"]?.array?.count ?? 0) > 200 })
  }

  @Test func `ten thousand messages in one ticket leave as they are`() throws {
    let desk = try TestDesk.sample()
    try desk.fill { transaction in
      var ticket = Ticket()
      ticket.id = Ticket.ID(1)
      ticket.title = "longo"
      ticket.conversation = Conversation.ID(1)
      var conversation = Conversation()
      conversation.id = Conversation.ID(1)
      conversation.contact = Contact.ID(1)
      for number in 1...10_000 {
        var message = Message()
        message.direction = .inbound
        message.author = "contact/1"
        message.at = TestDesk.start + number
        message.text = "mensagem \(number) 😀"
        try transaction.apply([.message(conversation.take(message))])
      }
      try transaction.apply([.ticket(ticket), .conversation(conversation)])
    }
    let folder = try export(.zendesk, desk)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/tickets-0001.json"))
    let body = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: [[String: Any]]])
    let parts = body["tickets"] ?? []
    let comments = parts.map { $0["comments"] as? [[String: Any]] ?? [] }
    #expect(comments.map(\.count) == [5000, 5000, 4])
    #expect(parts.map { $0["external_id"] as? String } == ["ticket/1", "ticket/1/2", "ticket/1/3"])
    #expect(parts.map { $0["subject"] as? String } == ["longo", "longo (2)", "longo (3)"])
    // Each names the one before and the one after, to agents alone.
    let notes = comments.map { $0.filter { $0["public"] as? Bool == false } }
    #expect(
      notes.map { $0.compactMap { $0["value"] as? String } } == [
        ["Continua no chamado de external_id ticket/1/2."],
        [
          "Continuação do chamado de external_id ticket/1.",
          "Continua no chamado de external_id ticket/1/3.",
        ], ["Continuação do chamado de external_id ticket/1/2."],
      ])
    #expect(SHA256.hash(Array(bytes)).hexadecimal == Self.longHash)
    #expect(String(decoding: bytes, as: UTF8.self).ranges(of: "mensagem").count == 10_000)
  }

  private static let longHash = "b446d3fadaeb0bb4d8e27df1123a0b1531b977f226eb6c96e56884ea89fee404"

  @Test func `nobody else reads a folder that left, and none is half there`() throws {
    let desk = try TestDesk.odd()
    let folder = try export(.glpi, desk)
    let manager = FileManager.default
    func mode(_ path: String) throws -> Int? {
      try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(folder) == 0o700)
    #expect(try mode(folder + "/files") == 0o700)
    for name in try GoldenFolder.files(in: folder).keys {
      #expect(try mode(folder + "/" + name) == 0o600)
    }
    // What fails half way is taken away.
    try manager.removeItem(atPath: desk.root + "/data/conversations/0000/02.jsonl")
    let failed = desk.run("ticket", "export", "--to", "glpi", "-o", "half")
    #expect(failed.status == 9)
    #expect(try manager.contentsOfDirectory(atPath: desk.root).filter { $0.contains("half") } == [])
  }

  @Test func `whichever call fails, no folder is half there`() throws {
    let desk = try TestDesk.odd()
    let words = ["ticket", "export", "--to", "chatwoot", "-o", "out"]
    let counting = FaultyKernel()
    desk.kernel = counting.kernel
    #expect(desk.run(words).status == 0)
    let whole = try GoldenFolder.files(in: desk.root + "/out")
    let numbers = Exhaustion.some(Array(1...counting.calls.count), atMost: 60)
    var failures: [String] = []
    for number in numbers {
      for fault in [FaultyKernel.Fault.kill(at: number), .error(28, at: number)] {
        try FileManager.default.removeItem(atPath: desk.root + "/out")
        desk.kernel = FaultyKernel(fault).kernel
        let status = desk.run(words).status
        let left = (try? GoldenFolder.files(in: desk.root + "/out")) ?? [:]
        if !left.isEmpty, left != whole { failures.append("\(fault): half a folder") }
        if status == 0, left != whole { failures.append("\(fault): said to be done") }
        desk.kernel = FaultyKernel().kernel
        if left.isEmpty, desk.run(words).status != 0 { failures.append("\(fault): again") }
      }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "export: a fault at each call", cases: 2 * numbers.count, failures: failures.count)
  }
}
