import DeskCore
import JSON
import Testing

struct LivechatSettingsTests {
  private static func settings(_ change: (inout LivechatSettings) -> Void) throws -> [Mismatch] {
    var settings = LivechatSettings()
    settings.enabled = true
    settings.endpoint = try ChatEndpoint(text: "/chat")
    settings.title = "Chat"
    settings.team = try Team.ID(text: "suporte")
    change(&settings)
    return settings.faults
  }

  @Test func `L1 livechat needs an endpoint, a title and a team`() throws {
    #expect(try Self.settings { _ in } == [])
    for (key, change) in [
      ("endpoint", { $0.endpoint = nil }), ("title", { $0.title = nil }),
      ("team", { $0.team = nil }),
    ] as [(String, (inout LivechatSettings) -> Void)] {
      let faults = try Self.settings(change)
      #expect(faults.map(\.problem) == [.contradiction(.livechatWithout(key: key))])
      #expect(
        try Self.settings {
          change(&$0)
          $0.enabled = false
        } == [])
    }
  }

  @Test func `W13 only the welcome that opens a ticket may name it`() throws {
    #expect(try Self.settings { $0.offlineWelcome.text = "Chamado {ticket}" } == [])
    #expect(try Self.settings { $0.onlineWelcome.text = "Chamado {ticket}" }.count == 1)
    #expect(try Self.settings { $0.closing.text = "Chamado {ticket}" }.count == 1)
    #expect(try Self.settings { $0.title = "{contact.nome}" }.count == 1)
  }

  @Test func `L2 a colour in a file is read as CSS reads it, and refused with why`() throws {
    let read = try LivechatSettings(json: ["fontColor": "hsl(120, 100%, 25%)"])
    #expect(read.fontColor == Colour(0x008000))
    #expect(throws: Mismatch(.unreadable(.colour, .colour(.seeThrough)), at: [.key("fontColor")])) {
      try LivechatSettings(json: ["fontColor": "transparent"])
    }
  }
}
