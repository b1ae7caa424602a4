import DeskCore
import DeskFormats
import Testing

/// What a bot writes, read to the letter or refused with its place.
struct BotAnswerTests {
  private func read(_ text: String) throws -> BotAnswer {
    try BotAnswer(reading: Array(text.utf8))
  }

  @Test func `W9 a bot's answer is read whole`() throws {
    let answer = try read(
      #"{"messages":[{"text":"Oi!"},{"text":"Já chamo alguém."}],"handOver":true,"subject":"nota"}"#
    )
    #expect(answer.messages?.map(\.text) == ["Oi!", "Já chamo alguém."])
    #expect(answer.handOver)
    #expect(answer.subject?.text == "nota")
  }

  @Test func `W9 it may say nothing, and hand over without a word`() throws {
    #expect(try read(#"{"messages":[]}"#).messages == [])
    #expect(try read(#" {"handOver":true}"# + "\n").handOver)
    let ten = Array(repeating: #"{"text":"a"}"#, count: 10).joined(separator: ",")
    #expect(try read(#"{"messages":[\#(ten)]}"#).messages?.count == 10)
    let long = String(repeating: "ã", count: 4096)
    #expect(try read(#"{"messages":[{"text":"\#(long)"}]}"#).messages?.count == 1)
  }

  @Test(arguments: [
    ("", "line 1, column 1"), ("oi", "line 1, column 1"), ("{}", "messages"),
    (#"{"handOver":false}"#, "messages"), ("[]", nil),
    (#"{"handOver":true}{}"#, "line 1, column 18"),
    (#"{"messages":"oi"}"#, "messages"), (#"{"messages":["oi"]}"#, "messages[0]"),
    (#"{"messages":[{"text":"a"},{"text":" \n"}]}"#, "messages[1]"),
    (#"{"messages":[{"txt":"a"}]}"#, "messages[0].txt"), (#"{"messages":[{}]}"#, "messages[0]"),
    (#"{"messages":[{"text":"a","type":"text"}]}"#, "messages[0].type"),
    (#"{"handOver":"yes"}"#, "handOver"), (#"{"handOver":true,"subject":"A nota"}"#, "subject"),
    (#"{"handOver":true,"handOver":true}"#, "line 1, column 18"),
    (#"{"handOver":true,"why":"x"}"#, "why"),
  ])
  func `W9 what does not fit is refused, with its place`(text: String, place: String?) {
    #expect(throws: BotFailure(.notUnderstood, place)) { try read(text) }
  }

  @Test func `W9 eleven messages or a text of 4097 characters are refused`() {
    let eleven = Array(repeating: #"{"text":"a"}"#, count: 11).joined(separator: ",")
    #expect(throws: BotFailure(.notUnderstood, "messages[10]")) {
      try read(#"{"messages":[\#(eleven)]}"#)
    }
    let long = String(repeating: "ã", count: 4097)
    #expect(throws: BotFailure(.notUnderstood, "messages[0]")) {
      try read(#"{"messages":[{"text":"\#(long)"}]}"#)
    }
    // One letter under many accents is one to the reader, and many to WhatsApp.
    let accents = "a" + String(repeating: "\u{301}", count: 4096)
    #expect(throws: BotFailure(.notUnderstood, "messages[0]")) {
      try read(#"{"messages":[{"text":"\#(accents)"}]}"#)
    }
    #expect(throws: BotFailure(.tooMuch)) {
      try read(#"{"messages":[]}"# + String(repeating: " ", count: 1 << 20))
    }
  }

  @Test func `W9 bytes that are no text are refused`() {
    #expect(throws: BotFailure.self) { try BotAnswer(reading: [0x7B, 0xFF, 0x7D]) }
  }
}
