import DeskCore
import Testing

struct PresenceTests {
  private static let start = Instant(secondsSinceEpoch: 1_796_390_400)

  private static func id(_ text: String) throws -> Agent.ID { try Agent.ID(text: text) }

  private static func agents() throws -> Catalog<Agent> {
    var licensed = Agent()
    licensed.licences = [.livechat, .whatsapp]
    return Catalog([
      (try id("bia"), licensed), (try id("ana"), licensed), (try id("bruno"), Agent()),
    ])
  }

  @Test func `L3 who is switched on stays so since then`() throws {
    let ana = try Self.id("ana")
    var presence = Presence()
    presence.set(ana, on: .livechat, isOnline: true, at: Self.start)
    presence.set(ana, on: .livechat, isOnline: true, at: Self.start + 60)
    #expect(presence.since(ana, on: .livechat) == Self.start)
    #expect(presence.since(ana, on: .webchat) == nil)
    presence.set(ana, on: .livechat, isOnline: false, at: Self.start + 90)
    #expect(presence == Presence())
  }

  @Test func `L3 online is who is licensed, switched on and inside the hours`() throws {
    var presence = Presence()
    for name in ["ana", "bruno", "gone"] {
      presence.set(try Self.id(name), on: .livechat, isOnline: true, at: Self.start)
    }
    presence.set(try Self.id("bia"), on: .webchat, isOnline: true, at: Self.start)
    let now = LivechatPresence(presence, try Self.agents())
    #expect(try now.online == [Self.id("ana")])
    #expect(now.isSomebodyOnline)
    #expect(try !now.isOnline(Self.id("bruno")))
    #expect(try !now.isOnline(Self.id("bia")))
    let closed = LivechatPresence(presence, try Self.agents(), isOpen: false)
    #expect(!closed.isSomebodyOnline)
  }

  @Test func `presence reads back as it is written, whatever the order of switching`() throws {
    var (first, second) = (Presence(), Presence())
    let switches: [(String, Licence)] = [("bia", .webchat), ("ana", .livechat), ("bia", .livechat)]
    for (name, channel) in switches {
      first.set(try Self.id(name), on: channel, isOnline: true, at: Self.start)
    }
    for (name, channel) in switches.reversed() {
      second.set(try Self.id(name), on: channel, isOnline: true, at: Self.start)
    }
    #expect(first == second)
    #expect(try Presence(json: first.json) == first)
  }
}
