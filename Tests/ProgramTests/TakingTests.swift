import DeskTestSupport
import Foundation
import Testing

/// Agents who take the same at once, a process each: one has it, the others are told who, and nothing
/// else has changed.
struct TakingTests {
  enum Prize: String, CaseIterable, Sendable {
    case visitor = "offer accept 1"
    case conversation = "conversation claim 1"

    var rule: String {
      switch self {
      case .visitor: "R6"
      case .conversation: "C21"
      }
    }

    var words: [String] { rawValue.split(separator: " ").map(String.init) }
  }

  /// A desk on which conversation 1 waits for one of so many agents.
  private func desk(_ prize: Prize, agents: [String]) throws -> BinaryDesk {
    let desk = try BinaryDesk()
    for agent in agents {
      try run(
        "agent add \(agent) --name \(agent) --role atendente --teams suporte --licences whatsapp,webchat",
        desk)
      try run("agent online \(agent) --channel webchat", desk)
    }
    switch prize {
    case .visitor: try visit(desk)
    case .conversation: try write(desk)
    }
    return desk
  }

  private func run(_ line: String, _ desk: BinaryDesk) throws {
    let answer = try desk.run(line.split(separator: " ").map(String.init))
    try #require(answer.status == 0, "\(line): \(answer.error)")
  }

  private func visit(_ desk: BinaryDesk) throws {
    let digits = String(repeating: "0a", count: 16)
    let body =
      #"{"token":"\#(digits)","id":"\#(digits)","channel":"webchat","name":"Davi","#
      + #""email":"davi@nova.example","text":"Oi","subject":"conserto"}"#
    try body.write(toFile: desk.root + "/web.json", atomically: true, encoding: .utf8)
    let environment = desk.environment
    desk.environment.merge([
      "REQUEST_METHOD": "POST", "PATH_INFO": "/start", "CONTENT_TYPE": "application/json",
      "CONTENT_LENGTH": String(body.utf8.count), "HTTP_SEC_FETCH_SITE": "same-origin",
    ]) { $1 }
    desk.input = "web.json"
    try run("cgi", desk)
    desk.environment = environment
    desk.input = nil
  }

  private func write(_ desk: BinaryDesk) throws {
    let body =
      #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.1","#
      + #""from":"5511987654321","timestamp":"1796390300","type":"text","text":{"body":"oi"}}]}}]}]}"#
    try body.write(toFile: desk.root + "/corpo.json", atomically: true, encoding: .utf8)
    // Segmented, a claim also fails because it is not seen any more.
    try run("config set whatsapp.segmentedViews=no", desk)
    try run("whatsapp receive corpo.json", desk)
  }

  @Test(arguments: Prize.allCases, [2, 8])
  func `R6 C21 of several who take at once one wins, and the rest leaves no trace`(
    _ prize: Prize, count: Int
  ) throws {
    let agents = (1...count).map { "caio\($0)" }
    let desk = try desk(prize, agents: agents)
    let started = try agents.map { try desk.start(prize.words + ["--as", $0, "--wait", "60"]) }
    let answers = try zip(agents, started).map { (agent: $0, answer: try $1.wait()) }
    let winners = answers.filter { $0.answer.status == 0 }.map(\.agent)
    try #require(winners.count == 1, "\(answers.map(\.answer.error))")
    for (agent, answer) in answers where agent != winners[0] {
      #expect(answer.status == 5, "\(answer.error)")
      #expect(answer.error.contains(prize.rule) && answer.error.contains(winners[0]))
    }
    let alone = try self.desk(prize, agents: agents)
    try run("\(prize.rawValue) --as \(winners[0])", alone)
    #expect(try desk.snapshot() == alone.snapshot())
  }
}
