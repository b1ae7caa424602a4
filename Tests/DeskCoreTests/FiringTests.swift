import DeskCore
import Testing

/// Firing one schedule: from what is known at that moment to what is done.
struct FiringTests {
  static let due = Instant(secondsSinceEpoch: 1_796_475_600)

  static func slug<Kind>(_ text: String) -> Slug<Kind> {
    guard let slug = try? Slug<Kind>(text: text) else { preconditionFailure(text) }
    return slug
  }

  static func contact(phone: String? = "+5511987654321") -> Contact {
    var contact = Contact()
    contact.id = Contact.ID(7)
    contact.name = "Carla"
    contact.registered = true
    contact.groups = [slug("loja-azul")]
    contact.phones = phone.flatMap { PhoneNumber(e164: $0) }.map { [$0] } ?? []
    return contact
  }

  static func schedule(_ edit: (inout Schedule) -> Void = { _ in }) -> Schedule {
    var schedule = Schedule()
    schedule.id = Schedule.ID(42)
    schedule.at = due
    schedule.contact = Contact.ID(7)
    schedule.agent = slug("ana")
    schedule.team = slug("suporte")
    schedule.comment = "cobrar a nota"
    schedule.message = "Bom dia, {contact.name}! {ticket}"
    schedule.madeBy = "administrator"
    edit(&schedule)
    return schedule
  }

  static func facts(_ edit: (inout FiringFacts) -> Void = { _ in }) -> FiringFacts {
    var facts = FiringFacts(
      contact: contact(), agentTeams: [slug("suporte")], openTickets: [], conversation: nil,
      template: nil, number: nil, hasWindow: false, dateText: "05/12/2026",
      next: NextNumbers(contact: 9, ticket: 3, conversation: 4, outbox: 5, notification: 6))
    edit(&facts)
    return facts
  }

  static func openTicket(_ number: Int) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(number)
    ticket.contact = Contact.ID(7)
    return ticket
  }

  /// What a plan does, by kind.
  struct Done {
    var tickets: [Ticket] = []
    var conversations: [Conversation] = []
    var messages: [Message] = []
    var outbox: [OutboxEntry] = []
    var notifications: [DeskCore.Notification] = []
    var schedules: [Schedule] = []
    var events: [Event] = []
    var schedule: Schedule { schedules[0] }

    init(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .contact, .status, .inbox, .presence:
          Issue.record("firing changes no contact, receives nothing")
        case .ticket(let ticket): tickets.append(ticket)
        case .conversation(let conversation): conversations.append(conversation)
        case .message(let message): messages.append(message)
        case .schedule(let schedule): schedules.append(schedule)
        case .outbox(let entry): outbox.append(entry)
        case .notification(let notification): notifications.append(notification)
        case .event(let event): events.append(event)
        }
      }
    }
  }

  func fire(
    _ schedule: Schedule = schedule(), _ facts: FiringFacts = facts(), at now: Instant = due,
    settings: ScheduleSettings = ScheduleSettings()
  ) -> Done {
    Done(
      Firing(schedule, facts: facts, settings: settings, language: .ptBR, now: now).plan())
  }

  // MARK: S4

  @Test func `S4 with all tickets closed the ticket opens and the message is sent`() {
    let done = fire()
    #expect(done.schedule.state == .completed)
    #expect(done.tickets.map(\.id.number) == [3])
    #expect(done.outbox.map(\.body.text) == ["Bom dia, Carla! 3"])
    #expect(done.schedule.ticket == Ticket.ID(3))
    #expect(done.schedule.outbox == OutboxEntry.ID(5))
    #expect(done.events.map(\.rule) == ["S4"])
  }

  @Test(arguments: [ScheduleAction.openTicket, .openTicketAndNotify])
  func `S4 an open ticket sends nothing, opens nothing, tells the agent`(action: ScheduleAction) {
    let done = fire(
      Self.schedule { $0.action = action }, Self.facts { $0.openTickets = [Self.openTicket(2)] })
    #expect(done.schedule.state == .failed)
    #expect(done.schedule.reason == .ticketOpen)
    #expect(done.schedule.openTicket == Ticket.ID(2))
    #expect(done.tickets.isEmpty && done.outbox.isEmpty && done.conversations.isEmpty)
    #expect(done.notifications.map(\.agent) == [Self.slug("ana")])
    #expect(done.notifications[0].text.contains("2"))
    #expect(done.notifications[0].ticket == Ticket.ID(2))
  }

  // MARK: S5

  @Test func `S5 notify only notifies, and fires though a ticket is open`() {
    let schedule = Self.schedule {
      $0.action = .notify
      $0.message = nil
    }
    let done = fire(schedule, Self.facts { $0.openTickets = [Self.openTicket(2)] })
    #expect(done.schedule.state == .completed)
    #expect(done.tickets.isEmpty && done.outbox.isEmpty && done.conversations.isEmpty)
    #expect(done.notifications.map(\.agent) == [Self.slug("ana")])
  }

  @Test func `S5 with neither message nor file the ticket opens and nothing is sent`() {
    let done = fire(Self.schedule { $0.message = nil })
    #expect(done.tickets.count == 1)
    #expect(done.outbox.isEmpty && done.messages.isEmpty)
  }

  @Test func `S5 openTicketAndNotify does both, openTicket notifies nobody`() {
    #expect(fire(Self.schedule { $0.action = .openTicketAndNotify }).notifications.count == 1)
    #expect(fire().notifications.isEmpty)
  }

  @Test func `S5 each file is a message of its own, the first with the text`() {
    let files = ["a.pdf", "b.pdf"].map { Attachment(name: $0, sha256: $0, size: 1) }
    let done = fire(Self.schedule { $0.files = files })
    #expect(done.outbox.map { $0.body.files.map(\.name) } == [["a.pdf"], ["b.pdf"]])
    #expect(done.outbox.map { $0.body.text == nil } == [false, true])
    #expect(done.messages.map(\.id) == [1, 2])
  }

  @Test func `S5 it is sent to the first phone unless another is named`() {
    #expect(fire().outbox[0].to == "+5511987654321")
    let other = Self.schedule { $0.phone = PhoneNumber(e164: "+5521998765432") }
    #expect(fire(other).outbox[0].to == "+5521998765432")
  }

  // MARK: S6, S9, S11

  @Test func `S6 an agent who left the team, or the desk, fails it`() {
    #expect(
      fire(Self.schedule(), Self.facts { $0.agentTeams = [] }).schedule.reason == .agentNotInTeam)
    #expect(
      fire(Self.schedule(), Self.facts { $0.agentTeams = nil }).schedule.reason == .agentNotInTeam)
  }

  @Test func `S6 a contact who left the group fails it`() {
    let grouped = Self.schedule { $0.group = Self.slug("outro") }
    #expect(fire(grouped).schedule.reason == .contactNotInGroup)
    #expect(fire(Self.schedule { $0.group = Self.slug("loja-azul") }).schedule.reason == nil)
  }

  @Test func `S9 late by up to maxLateness it fires, marked with its lateness`() {
    let done = fire(at: Self.due + 86_400)
    #expect(done.schedule.state == .completed)
    #expect(done.schedule.lateness == 86_400)
    #expect(fire(at: Self.due + 59).schedule.lateness == 0)
  }

  @Test func `S9 past maxLateness it expires, and its agent is told`() {
    let done = fire(at: Self.due + 86_460)
    #expect(done.schedule.state == .expired)
    #expect(done.schedule.reason == .late)
    #expect(done.notifications.map(\.agent) == [Self.slug("ana")])
    #expect(done.tickets.isEmpty && done.outbox.isEmpty)
  }

  /// Every set of reasons: the one that is given comes first in the rule's order.
  @Test func `S11 reasons are tried in the rule's order`() {
    for set in 1..<32 {
      func has(_ place: Int) -> Bool { set >> place & 1 == 1 }
      let order: [FailureReason] = [
        .late, .agentNotInTeam, .contactNotInGroup, .ticketOpen, .windowClosed,
      ]
      let schedule = Self.schedule { if has(2) { $0.group = Self.slug("outro") } }
      let facts = Self.facts {
        if has(1) { $0.agentTeams = [] }
        if has(3) { $0.openTickets = [Self.openTicket(1)] }
        if has(4) { $0.hasWindow = true }
      }
      let done = fire(schedule, facts, at: has(0) ? Self.due + 90_000 : Self.due)
      #expect(done.schedule.reason == order.enumerated().first { has($0.offset) }?.element)
    }
  }

  @Test func `S11 outside the window free text fails and a template goes`() {
    let closed = Self.facts {
      $0.hasWindow = true
      $0.template = Self.template()
    }
    #expect(fire(Self.schedule(), closed).schedule.reason == .windowClosed)
    let template = Self.schedule { $0.template = "lembrete" }
    #expect(fire(template, closed).schedule.state == .completed)
    #expect(fire(Self.schedule { $0.message = nil }, closed).schedule.state == .completed)
  }

  @Test func `S11 the window is that of the conversation's number, and of the phone`() {
    func ends(_ number: String?, _ phone: String?) -> DeskCore.ScheduleState {
      let facts = Self.facts {
        $0.hasWindow = true
        $0.number = WritingSamples.number("2")
        $0.contact?.lines = WritingSamples.contact.lines
        $0.contact?.lines[0].lastInboundAt = Self.due - 60
        $0.contact?.phones.append(WritingSamples.phone("+551133334444"))
        if let number {
          var conversation = Conversation()
          conversation.id = Conversation.ID(4)
          conversation.number = WritingSamples.number(number)
          $0.conversation = conversation
        }
      }
      let done = fire(Self.schedule { $0.phone = phone.map(WritingSamples.phone) }, facts)
      if let entry = done.outbox.first {
        #expect(entry.to == "+551187654321" && entry.number?.text == "1")
      }
      return done.schedule.state
    }
    #expect(ends("1", nil) == .completed)
    #expect(ends("1", "+5511987654321") == .completed)
    #expect(ends("1", "+551133334444") == .failed)
    #expect(ends(nil, nil) == .failed)
  }

  static func template(_ edit: (inout MessageTemplate) -> Void = { _ in }) -> MessageTemplate {
    var template = MessageTemplate()
    template.status = .approved
    template.body = "Bom dia!"
    edit(&template)
    return template
  }

  @Test func `C14 a template that may not go any more fails it, whole as in S4`() {
    let schedule = Self.schedule { $0.template = "lembrete" }
    let paused = Self.facts { $0.template = Self.template { $0.status = .paused } }
    let other = Self.facts { $0.template = Self.template { $0.body = "Olá, {{1}}" } }
    for facts in [paused, other, Self.facts()] {
      let done = fire(schedule, facts)
      #expect(done.schedule.reason == .templateRefused)
      #expect(done.tickets.isEmpty && done.outbox.isEmpty && done.notifications.count == 1)
    }
  }

  // MARK: S12, S13, S14

  @Test func `S12 the ticket is its team's and agent's, and holds the comment`() {
    let ticket = fire().tickets[0]
    #expect(ticket.team == Self.slug("suporte"))
    #expect(ticket.assignee == Self.slug("ana"))
    #expect(ticket.origin == .schedule)
    #expect(ticket.comments.map(\.text) == ["cobrar a nota"])
  }

  @Test func `S13 a notification names the contact and the comment, a failure why`() {
    let notified = fire(Self.schedule { $0.action = .openTicketAndNotify }).notifications[0]
    #expect(notified.text.contains("Carla") && notified.text.contains("cobrar a nota"))
    let failed = fire(Self.schedule(), Self.facts { $0.openTickets = [Self.openTicket(9)] })
    let text = failed.notifications[0].text
    #expect(text.contains("Carla") && text.contains("cobrar a nota") && text.contains("9"))
  }

  @Test func `S13 a failure is also told to whoever made it, once`() {
    let open = Self.facts { $0.openTickets = [Self.openTicket(1)] }
    let byBia = fire(Self.schedule { $0.madeBy = "bia" }, open)
    #expect(byBia.notifications.map(\.agent) == [Self.slug("ana"), Self.slug("bia")])
    #expect(byBia.notifications.map(\.id.number) == [6, 7])
    let byAna = fire(Self.schedule { $0.madeBy = "ana" }, open)
    #expect(byAna.notifications.map(\.agent) == [Self.slug("ana")])
  }

  @Test func `S14 the contact gets a conversation bound to the ticket`() {
    let done = fire()
    let conversation = done.conversations[0]
    #expect(done.tickets[0].conversation == conversation.id)
    #expect(conversation.lastTicket == Ticket.ID(3))
    #expect(conversation.team == Self.slug("suporte"))
    #expect(conversation.assignee == Self.slug("ana"))
    #expect(conversation.history.map(\.what) == [.opened])
    #expect(done.messages.map(\.conversation) == [conversation.id])
  }

  @Test func `S14 an open conversation is reused and moved, and its history says so`() {
    var open = Conversation()
    open.id = Conversation.ID(2)
    open.contact = Contact.ID(7)
    open.team = Self.slug("vendas")
    open.messageCount = 8
    let done = fire(Self.schedule(), Self.facts { $0.conversation = open })
    #expect(done.conversations.map(\.id.number) == [2])
    #expect(done.conversations[0].team == Self.slug("suporte"))
    #expect(done.conversations[0].history.map(\.what) == [.moved])
    #expect(done.conversations[0].history[0].cause?.text == "schedule/42")
    #expect(done.messages.map(\.id) == [9])
  }
}
