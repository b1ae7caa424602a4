import DeskCore
import DeskSystem
import DeskTestSupport
import JSON
import Testing

/// `contact export`: all of one person, and nothing of others.
struct PersonExportTests {
  private func lines(_ answer: TestDesk.Answer) throws -> [JSONValue] {
    try answer.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  @Test func `everything about one person is exported, and nothing of others`() throws {
    let desk = try EraseTests.desk()
    let answer = desk.run("contact", "export", "1")
    #expect(answer.status == 0, "\(answer.error)")
    let kinds = Set(try lines(answer).compactMap { $0.object?.keys.first })
    #expect(
      kinds == [
        "contact", "conversation", "message", "file", "ticket", "schedule", "outbox", "status",
        "notification", "event", "received",
      ])
    for text in EraseTests.texts { #expect(answer.output.contains(text)) }
    #expect(!answer.output.contains("Jonas"))
    #expect(desk.run("contact", "export", "1", "--as", "ana").status == 11)
  }

  @Test func `of what came in together with others' they get their part alone`() throws {
    let desk = try TestDesk.sample()
    let body =
      #"{"object":"x","entry":[{"changes":[{"field":"messages","value":{"contacts":["#
      + #"{"wa_id":"5521977771234","profile":{"name":"Davi"}},"#
      + #"{"wa_id":"5531966665555","profile":{"name":"Lia"}}],"messages":["#
      + #"{"id":"w.1","from":"5521977771234","timestamp":"1796390000","type":"text","text":{"body":"a"}},"#
      + #"{"id":"w.2","from":"5531966665555","timestamp":"1796390000","type":"text","text":{"body":"b"}}"#
      + #"],"statuses":[{"id":"w.9","status":"read","timestamp":"1796390000","recipient_id":"5531966665555"}]}}]}]}"#
    #expect(desk.run(["whatsapp", "receive", "-"], input: body).status == 0)
    let answer = desk.run("contact", "export", "8")
    let received = try lines(answer).compactMap { $0["received"] }
    let expected =
      #"{"object":"x","entry":[{"changes":[{"field":"messages","value":{"contacts":["#
      + #"{"wa_id":"5521977771234","profile":{"name":"Davi"}}],"messages":["#
      + #"{"id":"w.1","from":"5521977771234","timestamp":"1796390000","type":"text","text":{"body":"a"}}"#
      + #"],"statuses":[]}}]}]}"#
    #expect(received.map { $0["body"]?.text() } == [expected])
    #expect(!answer.output.contains("Lia") && !answer.output.contains("w.2"))
    let other = try lines(desk.run("contact", "export", "9")).compactMap { $0["received"] }
    #expect(other.first?.text().contains("w.9") ?? false)
  }

  @Test(arguments: ["jsonl", "html"])
  func `the lock is given back between the days of the log and the files`(_ form: String) throws {
    let desk = try EraseTests.desk()
    desk.now = TestDesk.start + 86_400
    desk.run("contact", "set", "1", "--name", "Carla Dias")
    let kernel = FaultyKernel()
    desk.kernel = kernel.kernel
    #expect(desk.run("contact", "export", "1", "--to", form).status == 0)
    var read: [String] = []
    for call in kernel.calls {
      if call.kind == .lock, call.path == "lock" { read = [] }
      let isLong = ["log/", "files/", "inbox/"].contains { call.path.hasPrefix($0) }
      if call.kind == .open, isLong, read.last != call.path { read.append(call.path) }
      // What they are found by is read at once.
      let isOfLogs = read.contains { !$0.hasPrefix("inbox/") }
      #expect(read.count < 2 || !isOfLogs, "\(read)")
    }
    #expect(kernel.calls.count { $0.kind == .open && $0.path.hasPrefix("log/") } >= 2)
  }

  @Test func `files of schedules are in it, and each once`() throws {
    let desk = try TestDesk.sample()
    try desk.write("nota.txt", "um recibo")
    for hour in 11...12 {
      desk.run(
        "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "2026-12-04T\(hour):00",
        "--file", "nota.txt", "--comment", "c")
    }
    let files = try lines(desk.run("contact", "export", "1")).compactMap { $0["file"] }
    #expect(files.map { $0["content"]?.string } == ["dW0gcmVjaWJv"])
  }

  @Test(arguments: ["en", "pt-BR"])
  func `a page has all of it to read, and runs nothing`(_ language: String) throws {
    let desk = try EraseTests.desk()
    desk.run("contact", "set", "1", "--name", "<script>Carla</script>")
    let answer = desk.run("contact", "export", "1", "--to", "html", "--lang", language)
    #expect(answer.status == 0, "\(answer.error)")
    let page = answer.output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;Carla"))
    for text in EraseTests.texts + [
      "contact/1", "ticket/1", "schedule/1", "outbox/1", "visita à Carla",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(page.contains(language == "en" ? "What was done" : "O que foi feito"))
    #expect(page.contains(language == "en" ? "their name" : "o nome"))
    #expect(!page.contains("Jonas"))
  }
}
