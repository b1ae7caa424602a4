import DeskCore
import DeskTestSupport
import Testing

@testable import DeskStore

struct PresenceStoreTests {
  private func switchedOn(_ store: TestStore) throws {
    try store.write { transaction in
      var presence = try transaction.presence()
      presence.set(try Agent.ID(text: "ana"), on: .livechat, isOnline: true, at: store.now)
      try transaction.apply([.presence(presence)])
      let ana = try Agent.ID(text: "ana")
      #expect(try transaction.presence().since(ana, on: .livechat) == store.now)
    }
  }

  @Test func `L3 nobody is online in a new store, and who is stays so`() throws {
    let store = try TestStore()
    #expect(try store.read { try $0.presence() } == Presence())
    try switchedOn(store)
    let ana = try Agent.ID(text: "ana")
    #expect(try store.read { try $0.presence() }.since(ana, on: .livechat) == store.now)
  }

  /// Every bit of the file, one by one: no answer is made of what was altered. What only moves its
  /// layout says the same.
  @Test func `no altered bit makes somebody online or offline`() throws {
    let store = try TestStore()
    try switchedOn(store)
    let whole = store["presence.json"] ?? []
    let said = try Presence(stored: whole)
    var failures = 0
    for bit in 0..<whole.count * 8 {
      var altered = whole
      altered[bit / 8] ^= 1 << (bit % 8)
      let read = try? Presence(stored: altered)
      if let read, read != said { failures += 1 }
    }
    try Exhaustion.count("flipped bits of presence", cases: whole.count * 8, failures: failures)
    #expect(failures == 0)
  }
}
