import DeskCore
import Testing

struct ConfirmationTests {
  typealias Samples = WritingSamples

  var claiming: Contact {
    var contact = Samples.contact
    contact.userIDs = ["BR.15"]
    contact.profileName = "Cá"
    contact.lastInboundAt = Samples.now
    contact.lines.append(Samples.line(Samples.number("2"), "BR.15", Samples.now))
    return contact
  }

  var claimed: Contact {
    var contact = Contact()
    contact.id = Contact.ID(1)
    contact.registered = true
    contact.phones = [Samples.phone("+551187654321"), Samples.phone("+5521998765432")]
    contact.lines = [
      Samples.line(Samples.number("1"), "+5521998765432", Samples.now),
      Samples.line(Samples.number("2"), "+5521998765432", Samples.now - 60),
    ]
    return contact
  }

  var plan: [Effect] {
    var schedule = Schedule()
    schedule.id = Schedule.ID(3)
    return Confirmation(
      of: claiming, as: claimed, conversations: [Samples.conversation], tickets: [Samples.ticket],
      schedules: [schedule], actor: "ana", now: Samples.now
    ).plan()
  }

  var contacts: [Contact] {
    plan.compactMap { if case .contact(let contact) = $0 { contact } else { nil } }
  }

  @Test func `W7 confirmed, phones, ids and lines are the claimed contact's`() {
    let joined = contacts[1]
    // The same mobile with and without its ninth digit is one phone.
    #expect(joined.phones.map(\.e164) == ["+551187654321", "+5521998765432"])
    #expect(joined.userIDs == ["BR.15"])
    #expect(joined.profileName == "Cá" && joined.lastInboundAt == Samples.now)
    // Answers go to where they wrote from last.
    #expect(joined.lines.map(\.address) == ["+5521998765432", "BR.15"])
    #expect(joined.registered)
  }

  @Test func `W7 the claiming contact keeps no phone and says who it is`() {
    let left = contacts[0]
    #expect(left.phones.isEmpty && left.userIDs.isEmpty && left.lines.isEmpty)
    #expect(left.claim == nil && left.joined == Contact.ID(1))
  }

  @Test func `W7 what is open and what waits is the claimed contact's`() {
    var owners: [Contact.ID?] = []
    for effect in plan {
      switch effect {
      case .conversation(let moved): owners.append(moved.contact)
      case .ticket(let moved): owners.append(moved.contact)
      case .schedule(let moved): owners.append(moved.contact)
      case .contact, .event, .message, .outbox, .notification, .status, .inbox, .presence: break
      }
    }
    #expect(owners == [Contact.ID(1), Contact.ID(1), Contact.ID(1)])
  }

  @Test func `W8 a token works once, in its time, and for nobody else`() throws {
    var contact = Samples.contact
    let key = Redemption.key(of: "segredo")
    contact.passwordToken = PasswordToken(sha256: key, expiresAt: Samples.now + 10)
    func redeem(_ contact: Contact?, _ token: String, at now: Instant) throws -> [Effect] {
      try Redemption.plan(
        contact, key: Redemption.key(of: token), actor: "administrator", now: now)
    }
    let effects = try redeem(contact, "segredo", at: Samples.now + 9)
    guard case .contact(let used) = effects.first else {
      Issue.record("no contact")
      return
    }
    #expect(used.passwordToken?.usedAt == Samples.now + 9)
    for (contact, token) in [(contact, "outro"), (used, "segredo"), (nil, "segredo")] {
      #expect(throws: Redemption.Refusal.noSuchToken) {
        try redeem(contact, token, at: Samples.now)
      }
    }
    #expect(throws: Redemption.Refusal.expired(at: Samples.now + 10)) {
      try redeem(contact, "segredo", at: Samples.now + 10)
    }
  }
}
