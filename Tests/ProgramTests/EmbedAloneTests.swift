import DeskTestSupport
import Testing

struct EmbedAloneTests {
  /// No data folder, no HOME, no language, no terminal: as a job of CI starts it.
  @Test func `L7 making and checking the code need Config alone`() throws {
    let desk = try BinaryDesk()
    let config = desk.root + "/config"
    func run(_ words: String...) throws -> Binary.Answer {
      try Binary.run([Binary.built.path, "--config", config] + words, folder: desk.root)
    }
    for answer in [
      try run("livechat", "embed"), try run("livechat", "preview"), try run("config", "validate"),
    ] {
      #expect(answer.status == 0 && answer.error == "")
    }
    #expect(try run("livechat", "embed", "-o", "p.html").status == 0)
    let checked = try run("livechat", "check", "p.html")
    #expect(checked.status == 0 && checked.output.hasPrefix("up to date"))
  }
}
