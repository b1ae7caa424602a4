import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// C1, C3, C17: what four people see and may do on each of 24 conversations, as one table, with
/// nothing of the rest in lists, counts, searches, tickets, completion or last messages.
struct SightTableTests {
  struct Person: Sendable, CustomTestStringConvertible {
    let name: String
    let segmented: Bool
    /// `+` for each of the 24 that they see, parted as the kinds are: whatsapp open, whatsapp closed,
    /// livechat open, livechat closed; in each suporte and financeiro, and of each nobody's, ana's,
    /// bruno's.
    let sees: String
    /// What writing in it answers: `+` done, `c` closed, `t` another's (C17, C21), `.` not there.
    let says: String

    var testDescription: String { "\(name), segmented \(segmented)" }

    init(_ name: String, segmented: Bool, sees: String, says: String) {
      self.name = name
      self.segmented = segmented
      self.sees = sees.filter { $0 != " " }
      self.says = says.filter { $0 != " " }
    }

    var seen: Set<Int> { Set(sees.enumerated().filter { $0.element == "+" }.map { $0.offset + 1 }) }
    /// The words that say who acts.
    var words: [String] { name == "administrator" ? [] : ["--as", name] }
  }

  /// Ana is of suporte and has a licence for livechat; bruno is of financeiro and has none; bia's role
  /// has `conversation.viewAll`.
  static let people =
    [
      Person(
        "ana", segmented: false, sees: "+++ .+. ++. .+. ++. ++. ++. ++.",
        says: "+++ .+. cc. .c. ++t ++t cc. cc."),
      Person(
        "ana", segmented: true, sees: "++. .+. ++. .+. ++. ++. ++. ++.",
        says: "++t .+. cc. .c. ++t ++t cc. cc."),
      Person(
        "bruno", segmented: false, sees: "..+ +++ ..+ +.+ ..+ ..+ ..+ ..+",
        says: "..+ +++ ..c c.c ..+ ..+ ..c ..c"),
      Person(
        "bruno", segmented: true, sees: "..+ +.+ ..+ +.+ ..+ ..+ ..+ ..+",
        says: "..+ +t+ ..c c.c ..+ ..+ ..c ..c"),
    ]
    + ["bia", "administrator"].flatMap { name in
      [false, true].map { segmented in
        Person(
          name, segmented: segmented, sees: String(repeating: "+", count: 24),
          says: "+++ +++ ccc ccc +++ +++ ccc ccc")
      }
    }

  /// The numbers of the conversations whose secrets stand in a text.
  private func leaked(_ text: String) -> Set<Int> {
    Set((1...24).filter { text.contains(SightDesk.secret($0)) })
  }

  private func numbers(_ text: String) -> Set<Int> {
    Set(text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) })
  }

  @Test(arguments: people)
  func `C1 what one sees, and what writing answers, on each of 24`(_ person: Person) throws {
    let desk = try SightDesk(segmented: person.segmented).desk
    var sees = ""
    var says = ""
    for number in 1...24 {
      let word = String(number)
      let shown = desk.run(["conversation", "show", word] + person.words)
      let history = desk.run(["conversation", "history", word] + person.words)
      #expect(shown.status == history.status)
      sees += shown.status == 0 ? "+" : "."
      let said = desk.run(["conversation", "say", word, "Oi", "-n"] + person.words)
      says += answer(said)
    }
    #expect(sees == person.sees)
    #expect(says == person.says)
    let failures = zip(sees + says, person.sees + person.says).filter { $0 != $1 }.count
    try Exhaustion.count("people × 24 conversations: see, write", cases: 48, failures: failures)
  }

  private func answer(_ said: TestDesk.Answer) -> String {
    switch said.status {
    case 0: "+"
    case 3: "."
    default: ["C17", "C21"].contains { said.error.contains($0) } ? "t" : "c"
    }
  }

  @Test(arguments: people)
  func `C1 lists, counts and searches hold what one sees, and no more`(_ person: Person) throws {
    let desk = try SightDesk(segmented: person.segmented).desk
    func run(_ words: String...) -> TestDesk.Answer { desk.run(words + person.words) }
    let open = person.seen.filter { SightDesk.kinds[$0 - 1].state == .open }
    let all = run("conversation", "list", "--all")
    #expect(leaked(all.output) == person.seen)
    #expect(numbers(run("conversation", "list", "--all", "-q").output) == person.seen)
    #expect(numbers(run("conversation", "list", "-q").output) == open)
    #expect(
      numbers(run("conversation", "list", "--view", "closed", "-q").output)
        == person.seen.subtracting(open))
    let found = run("conversation", "search", "segredo", "-q").output
    #expect(numbers(found) == person.seen)
    #expect(leaked(run("conversation", "search", "segredo").output) == person.seen)
    #expect(leaked(run("conversation", "follow", "--since", "1h").output) == open)
    #expect(leaked(run("contact", "show", "1", "--limit", "50").output) == person.seen)
    let completed = desk.run(
      ["__complete", "fish", "conversation"] + person.words + ["show", ""]
    ).output.split(separator: "\n").compactMap { Int($0.prefix { $0 != "\t" }) }
    #expect(Set(completed) == open)
    let counts = try JSONValue(parsing: run("conversation", "list", "--json").output)["counts"]
    let counted = ["new", "mine", "others"].compactMap { counts?[$0]?.int }.reduce(0, +)
    #expect(counted == open.count)
    #expect(counts?["pending"]?.int == open.count)
  }

  @Test(arguments: ["ana", "bruno"])
  func `C1 C15 a contact names no ticket and no conversation that is hidden`(agent: String) throws {
    let desk = try SightDesk(segmented: true).desk
    // What is the contact's newest is bruno's and financeiro's: number 6.
    try desk.change { transaction in
      var contact = try transaction.get(Contact.ID(1))
      contact.lastTicket = Ticket.ID(6)
      contact.lines[0].conversation = Conversation.ID(6)
      return [.contact(contact)]
    }
    let hidden: JSONValue = agent == "bruno" ? 6 : .null
    let shown = try desk.shown("contact", "show", "1", "--as", agent)
    #expect(shown["lastTicket"] == hidden)
    #expect((shown["lines"]?.array?.first?["conversation"] ?? .null) == hidden)
    let listed = desk.run("contact", "list", "--jsonl", "--limit", "1", "--as", agent).output
    #expect(try JSONValue(parsing: listed)["lastTicket"] == hidden)
  }

  @Test(arguments: people)
  func `C1 no ticket, note or answer tells of what one does not see`(_ person: Person) throws {
    let desk = try SightDesk(segmented: person.segmented).desk
    let lines = [
      ["ticket", "list", "--all"], ["contact", "show", "1", "--json"], ["inbox"], ["status"],
      ["notification", "list"], ["outbox", "list", "--all"], ["conversation", "list", "--json"],
      ["contact", "list", "--json"],
    ]
    let bound = (1...24).flatMap { number in
      let word = String(number)
      return [
        ["ticket", "show", word], ["conversation", "resolve", word, "-n"],
        ["conversation", "claim", word, "-n"], ["why", "conversation/\(word)"],
        ["conversation", "ticket", word, "--messages", "1", "-n"],
      ]
    }
    for words in lines + Exhaustion.some(bound, atMost: 30) {
      let answer = desk.run(words + person.words)
      let hidden = leaked(answer.output + answer.error).subtracting(person.seen)
      #expect(hidden == [], "\(words)")
    }
  }
}
