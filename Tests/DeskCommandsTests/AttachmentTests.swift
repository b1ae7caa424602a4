import DeskCore
import DeskTestSupport
import Testing

/// Files that go with a schedule, from the command line to the folder that they leave by.
struct AttachmentTests {
  @Test func `S5 a file larger than a transaction is copied when it is made, and sent`() throws {
    let desk = try TestDesk.sample()
    let text = String(repeating: "Segunda via do boleto. ", count: 400_000)
    try desk.write("boleto.pdf", text)
    let words = [
      "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "+1m", "--comment", "boleto",
      "-m", "Segue o boleto.", "--file", desk.root + "/boleto.pdf",
    ]
    #expect(desk.run(words + ["-n"]).status == 0)
    #expect(try !desk.files().contains { $0.key.hasPrefix("data/files/") })
    let added = desk.run(words)
    #expect(added.status == 0, "\(added.error)")
    // What is sent is what the file held then.
    try desk.write("boleto.pdf", "outro")
    desk.now = desk.now + 120
    #expect(desk.run("tick", "--deliver").status == 0)
    #expect(try desk.read("data/outgoing/000001-boleto.pdf") == text)
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `S5 a file that is not there is refused, and nothing is made`() throws {
    let desk = try TestDesk.sample()
    let refused = desk.run(
      "schedule", "add", "--contact", "1", "--agent", "ana", "--at", "+1m", "--comment", "x",
      "--file", "nada.pdf")
    #expect(refused.status == 3)
    #expect(refused.error.contains("nada.pdf"))
    #expect(desk.run("schedule", "list", "-q").output.isEmpty)
  }
}
