import DeskCore
import Testing

struct ScheduleCheckTests {
  static let now = FiringTests.due - 3600

  func rules(_ edit: (inout Schedule) -> Void, contact: Contact = FiringTests.contact()) -> [String]
  {
    let schedule = FiringTests.schedule(edit)
    let facts = ScheduleFacts(
      contact: contact, agentTeams: [FiringTests.slug("suporte")], teamMembers: [],
      template: nil)
    return schedule.refusals(facts, now: Self.now).map(\.rule)
  }

  @Test func `S8 it must be later than the current minute`() {
    #expect(rules { $0.at = Self.now.minute + 60 } == [])
    #expect(rules { $0.at = Self.now.minute } == ["S8"])
    #expect(rules { $0.at = Self.now.minute - 60 } == ["S8"])
  }

  @Test(arguments: [nil, "", "  \n"])
  func `S5 what opens a ticket needs a comment`(comment: String?) {
    #expect(rules { $0.comment = comment } == ["S5"])
    #expect(
      rules {
        $0.comment = comment
        $0.action = .notify
        $0.message = nil
      } == [])
  }

  @Test func `S5 notify takes no message and no file`() {
    #expect(rules { $0.action = .notify } == ["S5"])
    #expect(
      rules {
        $0.action = .notify
        $0.message = nil
        $0.files = [Attachment(name: "a", sha256: "", size: 1)]
      } == ["S5"])
  }

  @Test func `S5 a message for a contact without a phone is refused`() {
    let phoneless = FiringTests.contact(phone: nil)
    #expect(rules({ _ in }, contact: phoneless) == ["S5"])
    #expect(rules({ $0.message = nil }, contact: phoneless) == [])
  }

  @Test func `S5 another phone must be the contact's, with or without its ninth digit`() {
    #expect(rules { $0.phone = PhoneNumber(e164: "+5511999999999") } == ["S5"])
    #expect(rules { $0.phone = PhoneNumber(e164: "+551187654321") } == [])
  }

  @Test func `S6 the agent is in the team and the contact in the group`() {
    #expect(rules { $0.team = FiringTests.slug("vendas") } == ["S6"])
    #expect(rules { $0.team = nil } == ["S6"])
    #expect(rules { $0.group = FiringTests.slug("outro") } == ["S6"])
    #expect(rules { $0.group = FiringTests.slug("loja-azul") } == [])
  }

  @Test func `W13 an unknown placeholder is refused when it is set`() {
    #expect(rules { $0.message = "Olá {nome}" } == ["W13"])
    #expect(rules { $0.message = "Olá {contact.name}, {date}, {{chave}}" } == [])
    #expect(rules { $0.message = "{ticket" } == ["W13"])
  }

  @Test func `every reason is given at once, in the order in which they are tried`() {
    let all = rules {
      $0.at = Self.now
      $0.comment = nil
      $0.team = FiringTests.slug("vendas")
      $0.group = FiringTests.slug("outro")
      $0.message = "{x}"
    }
    #expect(all == ["S8", "S5", "S6", "S6", "W13"])
  }

  static let template: MessageTemplate = {
    var template = MessageTemplate()
    template.status = .approved
    template.body = "Olá {{1}}, até {{2}}! {{1}}"
    return template
  }()

  @Test func `C14 a template is filled in, each parameter wherever it stands`() throws {
    let parameters = [
      TemplateParameter(key: "1", value: "Ana"), TemplateParameter(key: "2", value: "{{1}}"),
    ]
    #expect(try Self.template.filled(with: parameters) == "Olá Ana, até {{1}}! Ana")
  }

  @Test func `C14 a missing or surplus parameter, or one not approved, is refused`() {
    let one = TemplateParameter(key: "1", value: "a")
    let two = TemplateParameter(key: "2", value: "b")
    let three = TemplateParameter(key: "3", value: "c")
    #expect(throws: TemplateRefusal.missing("2")) { try Self.template.filled(with: [one]) }
    #expect(throws: TemplateRefusal.surplus("3")) {
      try Self.template.filled(with: [one, two, three])
    }
    var paused = Self.template
    paused.status = .paused
    #expect(throws: TemplateRefusal.notApproved(.paused)) { try paused.filled(with: [one, two]) }
  }
}
