import DeskFormats
import JSON
import Testing

struct ContactLinesTests {
  private func row(_ text: String) throws -> ContactRow {
    var lines = ContactLines()
    return lines.row(try #require(try JSONValue(parsing: Array(text.utf8)).object), line: 7)
  }

  @Test func `keys are the titles of spreadsheets, values texts or lists`() throws {
    let row = try row(
      #"{"Nome":" Ana ","telefones":["11 3456-7890",11987654321],"email":"a@x.com, b@x.com","grupo":null,"groups":["A, B"]}"#
    )
    var expected = ContactRow(line: 7)
    expected.name = "Ana"
    expected.phones = ["11 3456-7890", "11987654321"]
    expected.emails = ["a@x.com", "b@x.com"]
    expected.groups = ["A, B"]
    #expect(row == expected)
  }

  @Test(arguments: [#"{"phones":{"a":1}}"#, #"{"phones":[["1"]]}"#, #"{"phones":true}"#])
  func `what is no text is told`(text: String) throws {
    #expect(try row(text).problems == [.wrongValue(key: "phones")])
  }

  @Test func `a number that was rounded is told`() throws {
    #expect(
      try row(#"{"fone":5.51199e+12}"#).problems
        == [.scientificNotation(column: "fone", value: "5.51199e+12")])
  }

  @Test func `keys that are not read are known, each once and not without end`() throws {
    var lines = ContactLines()
    for number in 0..<100 {
      let object: JSONObject = ["id": 1, "x\(number)": 2, "email": "a@x.com"]
      _ = lines.row(object, line: number)
    }
    #expect(lines.unread.prefix(3) == ["id", "x0", "x1"])
    #expect(lines.unread.count == ContactLines.keyLimit)
  }
}
