import DeskTestSupport
import Testing

/// Words that no engine can make figures of, and a part of what it then says.
struct WrongWords: Sendable, CustomTestStringConvertible {
  let path: String
  let zone: String
  let days: [String]
  let said: String

  init(_ said: String, path: String = "data", zone: String = "UTC", days: [String]? = nil) {
    self.path = path
    self.zone = zone
    self.days = days ?? ["2026-11-01", "2026-11-30"]
    self.said = said
  }

  static let all = [
    WrongWords("no data folder of a desk matches", path: "no*"),
    WrongWords("Nowhere", zone: "America/Nowhere"),
    WrongWords("2026-02-30", days: ["2026-02-30", "2026-03-01"]),
    WrongWords("the last day comes before the first", days: ["2026-11-02", "2026-11-01"]),
    WrongWords("conversations/0000.jsonl", path: "damaged"),
  ]

  var testDescription: String { said }

  /// Whether an engine says so: in a line, and with nothing of figures.
  func expectLine(of engine: ReportEngine, _ desk: TestDesk) throws {
    try desk.write("damaged/lock", "")
    try desk.write("damaged/format.json", "{}")
    try desk.write("damaged/conversations/0000.jsonl", "{\"id\":1,\"chan\n")
    guard let answer = try engine.run(desk.root + "/" + path, zone, days) else { return }
    #expect(answer.status != 0)
    #expect(answer.output.isEmpty)
    // Words that are typed wrongly are told below how they are typed.
    let line = answer.error.split(separator: "\n").filter { !$0.hasPrefix("usage: ") }
    #expect(line.count == 1 && answer.error.contains(said), "\(answer.error)")
  }
}
