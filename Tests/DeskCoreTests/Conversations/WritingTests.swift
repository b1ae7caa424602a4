import DeskCore
import DeskTestSupport
import Testing

struct WritingTests {
  typealias Samples = WritingSamples

  /// One way in which a conversation, its window and its author can be.
  struct Case: CustomStringConvertible {
    var isOpen: Bool
    var assignee: String?
    /// `ana` of the team, `caio` of another, nobody for an administrator.
    var author: String?
    var hasWindow: Bool
    /// Seconds since the contact wrote; nil: never.
    var silence: Int?
    var isTemplate: Bool

    var description: String {
      "open \(isOpen) of \(assignee ?? "-") by \(author ?? "-") window \(hasWindow) "
        + "silence \(silence ?? -1) template \(isTemplate)"
    }

    static let all: [Case] = {
      var cases: [Case] = []
      for isOpen in [true, false] {
        for assignee in [nil, "ana", "bia"] {
          for author in ["ana", "caio", nil] {
            for hasWindow in [true, false] {
              for silence in [nil, 0, 86_399, 86_400, 90_000] {
                for isTemplate in [true, false] {
                  cases.append(
                    Case(
                      isOpen: isOpen, assignee: assignee, author: author, hasWindow: hasWindow,
                      silence: silence, isTemplate: isTemplate))
                }
              }
            }
          }
        }
      }
      return cases
    }()

    var facts: Writing.Facts {
      Samples.facts { facts in
        facts.conversation.state = isOpen ? .open : .closed
        facts.conversation.assignee = assignee.map { Samples.slug($0) }
        facts.agent = author.map { Samples.slug($0) }
        facts.teams = author == "ana" ? [Samples.slug("suporte")] : []
        facts.hasWindow = hasWindow
        facts.contact.lines =
          silence.map {
            [Samples.line(Samples.number("1"), "+551187654321", Samples.now - $0)]
          } ?? []
      }
    }

    var content: Writing.Content {
      guard isTemplate else { return .free(text: "Oi", files: []) }
      return .template(
        Samples.slug("aviso"), Samples.template,
        [
          TemplateParameter(key: "dia", value: "sexta"),
          TemplateParameter(key: "nome", value: "Lu"),
        ])
    }

    /// Whether the rules let it go.
    var refusal: String? {
      if !isOpen { return "closed" }
      let isClosed = silence.map { $0 >= 86_400 } ?? true
      return hasWindow && isClosed && !isTemplate ? "C13" : nil
    }

    /// Who has it afterwards.
    var taker: String? { assignee ?? (author == "ana" ? "ana" : nil) }

    func fault() -> String? {
      do {
        let done = try Samples.write(content, facts)
        if refusal != nil { return "it went" }
        let after = done.conversations[0]
        if done.conversations.count != 1 || done.others != 0 { return "other effects" }
        if after.assignee?.text != taker { return "assignee \(after.assignee?.text ?? "-")" }
        if after.attention != facts.conversation.attention { return "attention" }
        if after.messageCount != 3 || done.messages.map(\.id) != [3] { return "messages" }
        if done.messages[0].automatic || done.messages[0].direction == .inbound { return "whose" }
        if done.messages[0].outbox != done.outbox[0].id { return "not joined" }
        return nil
      } catch WritingRefusal.closed {
        return refusal == "closed" ? nil : "closed"
      } catch WritingRefusal.windowClosed {
        return refusal == "C13" ? nil : "C13"
      } catch {
        return "\(error)"
      }
    }
  }

  @Test func `C13 C21 every state, author and silence ends as the rules say`() throws {
    let faults = Case.all.compactMap { one in one.fault().map { "\(one): \($0)" } }
    try Exhaustion.count(
      "C13, C21: an agent writes: state, assignee, author, window, silence",
      cases: Case.all.count, failures: faults.count)
    #expect(faults == [])
    #expect(Case.all.count == 360)
  }

  @Test func `C21 the first to write becomes it, and the ticket follows (W10)`() throws {
    let done = try Samples.write()
    #expect(done.conversations[0].history.map(\.what) == [.answered])
    #expect(done.tickets.map(\.assignee?.text) == ["ana"])
    #expect(done.events.map(\.what) == ["answered", "assigned", "assigned"])
    #expect(done.events.map(\.rule) == ["C21", "C21", "W10"])
  }

  @Test func `C9 the first answer is history once, a later taker is assigned`() throws {
    var facts = Samples.facts { $0.conversation.assignee = Samples.slug("bia") }
    facts.conversation = try Samples.write(.free(text: "1", files: []), facts).conversations[0]
    #expect(facts.conversation.history.map(\.what) == [.answered])
    #expect(facts.conversation.history[0].assignee?.text == "bia")
    facts.conversation.assignee = nil
    let later = try Samples.write(.free(text: "2", files: []), facts).conversations[0]
    #expect(later.history.map(\.what) == [.answered, .assigned])
    #expect(later.assignee?.text == "ana")
  }

  @Test func `the message leaves by the conversation's number to where they wrote from`() throws {
    let done = try Samples.write()
    #expect(done.outbox[0].number?.text == "1" && done.outbox[0].to == "+551187654321")
    #expect(done.outbox[0].agent?.text == "ana" && done.outbox[0].conversation?.number == 4)
    let begun = Samples.facts {
      $0.conversation.number = nil
      $0.hasWindow = false
    }
    let other = try Samples.write(.free(text: "Oi", files: []), begun).outbox[0]
    #expect(other.number?.text == "2" && other.to == "+5511987654321")
  }

  @Test func `nobody to send to is refused, an address of theirs will do`() throws {
    let nobody = Samples.facts {
      $0.contact.phones = []
      $0.contact.lines = []
    }
    #expect(throws: WritingRefusal.noAddress(Contact.ID(7), name: "contact/7")) {
      try Samples.write(.free(text: "Oi", files: []), nobody)
    }
    let hidden = Samples.facts {
      $0.contact.phones = []
      $0.contact.lines[0].address = "BR.1502576394655843"
    }
    #expect(
      try Samples.write(.free(text: "Oi", files: []), hidden).outbox[0].to
        == "BR.1502576394655843")
  }

  // MARK: What is written

  @Test func `WhatsApp's limits: 4096 characters, 1024 beside a file, not nothing`() throws {
    let file = Attachment(name: "a.pdf", sha256: "", size: 1)
    func texts(_ count: Int, _ files: Int) throws -> [Int?] {
      let text = String(repeating: "é", count: count)
      let files = Array(repeating: file, count: files)
      return try Samples.write(.free(text: text, files: files)).outbox.map { $0.body.text?.count }
    }
    #expect(try texts(4096, 0) == [4096])
    #expect(try texts(1024, 2) == [1024, nil])
    #expect(try texts(1025, 2) == [1025, nil, nil])
    #expect(try texts(0, 1) == [nil])
    #expect(throws: WritingRefusal.tooLong(count: 4097, limit: 4096)) { try texts(4097, 1) }
    #expect(throws: WritingRefusal.empty) { try texts(0, 0) }
    #expect(throws: WritingRefusal.empty) { try Samples.write(.free(text: " \n", files: [])) }
  }

  @Test func `C14 a template goes filled in, its parameters in the text's order`() throws {
    let window = Case(
      isOpen: true, assignee: nil, author: "ana", hasWindow: true, silence: nil, isTemplate: true)
    let entry = try Samples.write(window.content, window.facts).outbox[0]
    #expect(entry.kind == .template && entry.body.template == "aviso")
    #expect(entry.body.text == "Olá, Lu! Até sexta, Lu.")
    #expect(entry.body.parameters.map(\.key) == ["nome", "dia"])
    #expect(throws: WritingRefusal.template(Samples.slug("aviso"), .missing("nome"))) {
      try Samples.write(.template(Samples.slug("aviso"), Samples.template, []))
    }
  }
}
