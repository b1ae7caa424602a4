import CommandLineKit
import DeskCommands
import DeskTestSupport
import Foundation
import JSON
import Testing

/// A file of Config with a fault: it is named by file, line, column and key path.
struct ConfigFaultTests {
  struct Sample: CustomTestStringConvertible {
    let file: String
    let text: String
    let line: Int
    let column: Int
    let key: String
    let says: String
    var testDescription: String { says }
  }

  static let samples: [Sample] = [
    Sample(
      file: "desk.json", text: "{\n  \"desk\": {\"name\": \"A\",}\n}", line: 2, column: 23, key: "",
      says: "expected"),
    Sample(
      file: "desk.json", text: "{\"desk\": {\"name\": \"A\", \"zone\": \"UTC\", \"zon\": 1}}",
      line: 1,
      column: 39, key: "desk.zon", says: "did you mean zone?"),
    Sample(
      file: "desk.json", text: "{\n\"desk\": {\"name\": \"A\"}}", line: 2, column: 9, key: "desk",
      says: "zone is missing"),
    Sample(
      file: "desk.json", text: "{\"desk\":{\"name\":\"Não\",\"zone\":\"Marte/Olimpo\"}}", line: 1,
      column: 30, key: "desk.zone", says: "the system knows no such zone"),
    Sample(
      file: "desk.json",
      text:
        "{\"desk\":{\"name\":\"A\",\"zone\":\"UTC\"},\n \"schedules\":{\"spacing\":{\"minutes\":9999}}}",
      line: 2, column: 36, key: "schedules.spacing.minutes", says: "from 0 to 1440"),
    Sample(
      file: "desk.json",
      text: "{\"desk\":{\"name\":\"A\",\"zone\":\"UTC\",\"passwordLink\":\"https://x\"}}", line: 1,
      column: 49, key: "desk.passwordLink", says: "does not hold {token}"),
    Sample(
      file: "desk.json",
      text:
        "{\"desk\":{\"name\":\"A\",\"zone\":\"UTC\"},\n \"whatsapp\":{\"email\":{\"maxAttempts\":3}}}",
      line: 2, column: 37, key: "whatsapp.email.maxAttempts", says: "W2: "),
    Sample(
      file: "desk.json",
      text:
        "{\"desk\":{\"name\":\"A\",\"zone\":\"UTC\"},\n \"whatsapp\":{\"openOnConversationStart\":true}}",
      line: 2, column: 40, key: "whatsapp.openOnConversationStart", says: "W1: "),
    Sample(
      file: "desk.json",
      text: "{\"desk\":{\"name\":\"A\",\"zone\":\"UTC\"},\n \"whatsapp\":{\"team\":\"x\"}}",
      line: 2, column: 21, key: "whatsapp.team", says: "there is no team x"),
    Sample(
      file: "desk.json",
      text: "{\"desk\":{\"name\":\"A\",\"zone\":\"UTC\"},\n \"whatsapp\":{\"title\":\"{x}\"}}",
      line: 2, column: 22, key: "whatsapp.title", says: "cannot hold {x}"),
    Sample(
      file: "surveys.json",
      text:
        "{\"surveys\":{\"x\":{\"name\":\"X\",\"question\":\"?\",\n\"answers\":[\"1=A\",\"1=B\"]}}}",
      line: 2, column: 11, key: "surveys.x.answers", says: "each with another value"),
    Sample(
      file: "hours.json",
      text: #"{"hours":{"x":{"name":"X","# + "\n" + #""weekly":["mon=9:00-12:00","mon=9-12"]}}}"#,
      line: 2, column: 28, key: "hours.x.weekly[1]", says: "9-12 is not like 9:00-12:00"),
    Sample(
      file: "hours.json",
      text: #"{"hours":{"x":{"name":"X","# + "\n" + #""zone":"Marte/Olimpo"}}}"#,
      line: 2, column: 8, key: "hours.x.zone", says: "the system knows no such zone"),
    Sample(
      file: "hours.json", text: #"{"hours":{"x":{"name":"X","# + "\n" + #""inherits":"y"}}}"#,
      line: 2, column: 12, key: "hours.x.inherits", says: "there is no hours entry y"),
    Sample(
      file: "hours.json", text: #"{"hours":{"x":{"name":"X","# + "\n" + #""inherits":"x"}}}"#,
      line: 2, column: 12, key: "hours.x.inherits", says: "it inherits from itself: x → x"),
    Sample(
      file: "queues.json",
      text: #"{"queues":{"x":{"name":"X","team":"suporte","# + "\n" + #""hours":"y"}}}"#,
      line: 2, column: 9, key: "queues.x.hours", says: "there is no hours entry y"),
    Sample(
      file: "subjects.json", text: #"{"subjects":{"# + "\n" + #""x":{"name":"X"}}}"#,
      line: 2, column: 5, key: "subjects.x", says: "R9: "),
    Sample(
      file: "subjects.json",
      text: #"{"subjects":{"x":{"name":"X","# + "\n" + #""queue":"y"}}}"#,
      line: 2, column: 9, key: "subjects.x.queue", says: "there is no queue y"),
    Sample(
      file: "subjects.json",
      text: #"{"subjects":{"x":{"name":"Pão","queue":"vendas"},"# + "\n"
        + #""y":{"name":" pao","queue":"vendas"}}}"#,
      line: 2, column: 13, key: "subjects.y.name", says: "R1: "),
    Sample(
      file: "desk.json",
      text: #"{"desk":{"name":"A","zone":"UTC"},"# + "\n"
        + #""webchat":{"form":{"enabled":true}}}"#,
      line: 2, column: 30, key: "webchat.form.enabled", says: "R4: "),
    Sample(
      file: "teams.json", text: "{\"teams\": {\n  \"Suporte\": {\"name\": \"S\"}}}", line: 2,
      column: 14,
      key: "teams.Suporte", says: "only a to z"),
    Sample(
      file: "teams.json", text: "{\"team\": {}}", line: 1, column: 2, key: "team",
      says: "did you mean teams?"),
    Sample(file: "teams.json", text: "[]", line: 1, column: 1, key: "", says: "an object"),
    Sample(
      file: "agents.json",
      text:
        "{\"agents\": {\n  \"ana\": {\"name\": \"A\", \"role\": \"atendente\",\n    \"teams\": [\"suporte\", \"vndas\"]}}}",
      line: 3, column: 26, key: "agents.ana.teams[1]", says: "there is no team vndas"),
    Sample(
      file: "agents.json", text: "{\"agents\": {\"ana\": {\"name\": \"A\", \"role\": \"chefe\"}}}",
      line: 1,
      column: 42, key: "agents.ana.role", says: "there is no role chefe"),
    Sample(
      file: "agents.json",
      text: "{\"agents\": {\"ana\": {\"name\": \"A\", \"role\": \"atendente\", \"email\": 7}}}",
      line: 1,
      column: 64, key: "agents.ana.email", says: "a text"),
    Sample(
      file: "roles.json",
      text: "{\"roles\": {\"x\": {\"name\": \"X\", \"permissions\": [\"all\"]}}}", line: 1,
      column: 47, key: "roles.x.permissions[0]", says: "one of desk.administer"),
  ]

  @Test func `each bad element of a list is told at its own place`() throws {
    let desk = try TestDesk.sample()
    try desk.write(
      "config/desk.json",
      #"{"desk":{"name":"A","zone":"UTC"},"livechat":{"origins":[5,"https://a.example",6,7]}}"#)
    let answer = desk.run("config", "validate", "--jsonl")
    let faults = try answer.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    let keys = faults.map { $0["key"]?.string ?? "" }.filter { $0.contains("origins") }
    #expect(keys == [0, 2, 3].map { "livechat.origins[\($0)]" })
    #expect(Set(faults.map { $0["column"]?.int }).count == faults.count, "\(faults)")
  }

  @Test(arguments: samples)
  func `validate names file, line, column and key path`(sample: Sample) throws {
    let desk = try TestDesk.sample()
    try desk.write("config/" + sample.file, sample.text)
    let answer = desk.run("config", "validate", "--jsonl")
    #expect(answer.status == 4)
    let faults = try answer.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    let fault = try #require(
      faults.first { $0["file"] == JSONValue("config/\(sample.file)") }, "\(faults)")
    #expect(fault["line"]?.int == sample.line)
    #expect(fault["column"]?.int == sample.column)
    #expect(fault["key"] == JSONValue(sample.key))
    #expect(try #require(fault["message"]?.string).contains(sample.says))
  }

  @Test(arguments: samples)
  func `a command that needs the file says the same`(sample: Sample) throws {
    let desk = try TestDesk.sample()
    try desk.write("config/" + sample.file, sample.text)
    let answer = desk.run("category", "add", "nova")
    #expect(answer.status == 4)
    #expect(answer.error.contains("\(sample.file):\(sample.line):\(sample.column): "))
    #expect(try desk.read("config/" + sample.file) == sample.text)
  }

  @Test func `all faults of all files are listed`() throws {
    let desk = try TestDesk.sample()
    try desk.write("config/teams.json", #"{"teams":{"a":{},"b":{"name":"B","x":1}}}"#)
    try desk.write("config/groups.json", "{")
    let answer = desk.run("config", "validate")
    #expect(answer.status == 4)
    #expect(
      answer.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) } == [
        "config/teams.json:1:15", "config/teams.json:1:34", "config/groups.json:1:2",
      ])
  }

  @Test func `a workflow shows faults beside their lines`() throws {
    let desk = try TestDesk.sample()
    try desk.write("config/groups.json", #"{"groups":{"a":{"name":"50%, sim","x":1}}}"#)
    let answer = desk.run("config", "validate", "--format", "github")
    #expect(answer.status == 4)
    #expect(
      answer.output
        == "::error file=config/groups.json,line=1,col=35::groups.a.x: there is no key x\n")
  }

  @Test func `a file that nothing reads is told of, and is no fault`() throws {
    let desk = try TestDesk.sample()
    try desk.write("config/agent.json", "{}")
    let answer = desk.run("config", "validate")
    #expect(answer.status == 0)
    #expect(answer.error.contains("nothing reads agent.json"))
    #expect(answer.error.contains("agents.json"))
  }

  @Test func `schemas of another version are told of, and refreshed`() throws {
    let desk = try TestDesk.sample()
    try desk.write("config/schema/teams.schema.json", "{}")
    let answer = desk.run("config", "validate")
    #expect(answer.status == 0)
    #expect(answer.error.contains("deskctl config schema --write"))
    #expect(
      desk.run("config", "schema", "--write", "-n").output == "schema/teams.schema.json set\n")
    #expect(try desk.read("config/schema/teams.schema.json") == "{}")
    #expect(desk.run("config", "schema", "--write").output == "schema/teams.schema.json set\n")
    #expect(desk.run("config", "validate").error == "")
    #expect(desk.run("config", "schema", "--write").output == "")
  }

  @Test func `the store is not looked at`() throws {
    let desk = try TestDesk.sample()
    desk.environment["DESKCTL_DATA"] = "/proc/1/nowhere"
    #expect(desk.run("config", "validate").status == 0)
    #expect(desk.run("config", "schema", "desk").status == 0)
  }
}
