import DeskCore
import DeskTestSupport
import Testing

/// C6: every state of a survey with every kind of message.
struct SurveyTurnTests {
  typealias Samples = IntakeSamples

  enum Start: String, CaseIterable { case asked, repeated, rated, over }

  static let contents: [(name: String, content: MessageContent)] = [
    ("value", Samples.text(" 2 ")), ("label", Samples.text("bom")),
    ("button", MessageContent(type: "button", choice: ReplyChoice(id: "x", title: "Bom"))),
    ("row", MessageContent(type: "interactive", choice: ReplyChoice(id: "2", title: nil))),
    ("text", Samples.text("gostei")), ("image", MessageContent(type: "image")),
    ("reaction", MessageContent(type: "reaction", role: .reaction(to: "w", emoji: "👍"))),
  ]

  var survey: Survey {
    var survey = Survey()
    survey.question = "Nota?"
    survey.answers = ["1=Ruim", "2=Bom"].compactMap { try? SurveyAnswer(text: $0) }
    return survey
  }

  func plan(
    _ start: Start, _ content: MessageContent, after seconds: Int = 60, blocked: Bool = false
  ) -> SurveyTurn.Plan? {
    var state = SurveyState()
    state.askedAt = Samples.now
    state.until = Samples.now + 3600
    switch start {
    case .asked: break
    case .repeated:
      state.isRepeated = true
      state.comment = "oi"
    case .rated: state.rating = "2"
    case .over: state.endedAt = Samples.now
    }
    return SurveyTurn(
      state: state, survey: survey,
      message: Samples.message(content, at: Samples.now + seconds), isBlocked: blocked,
      now: Samples.now + seconds
    ).plan()
  }

  @Test func `C6 the table of states and messages`() throws {
    let expected: [Start: [String: String]] = [
      .asked: [
        "value": "rating", "label": "rating", "button": "rating", "row": "rating", "text": "again",
        "image": "again",
      ],
      .repeated: ["value": "rating", "label": "rating", "button": "rating", "row": "rating"],
      .rated: ["value": "comment", "label": "comment", "text": "comment"],
      .over: [:],
    ]
    var wrong: [String] = []
    for start in Start.allCases {
      for (name, content) in Self.contents {
        let reply = plan(start, content)?.reply.rawValue
        if reply != expected[start]?[name] { wrong.append("\(start) \(name): \(reply ?? "new")") }
        if plan(start, content, after: 3601) != nil { wrong.append("late \(start) \(name)") }
        if plan(start, content, after: -1) != nil { wrong.append("early \(start) \(name)") }
      }
    }
    let cases = 3 * Start.allCases.count * Self.contents.count
    try Exhaustion.count("survey states × messages", cases: cases, failures: wrong.count)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func `C6 what is no answer is the comment, and one more text ends it`() {
    let again = plan(.asked, Samples.text("gostei"))
    #expect(again?.state.comment == "gostei" && again?.state.isRepeated == true)
    #expect(plan(.repeated, Samples.text("2"))?.state.rating == "2")
    #expect(plan(.repeated, Samples.text("2"))?.state.comment == "oi")
    let comment = plan(.rated, Samples.text("gostei"))
    #expect(comment?.state.comment == "gostei" && comment?.state.isWaiting == false)
  }

  @Test func `C6 the last second counts, and W12 asks a blocked contact nothing`() {
    #expect(plan(.asked, Samples.text("1"), after: 3600)?.state.rating == "1")
    #expect(plan(.asked, Samples.text("oi"), blocked: true) == nil)
  }
}
