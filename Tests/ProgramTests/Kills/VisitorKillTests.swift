import DeskTestSupport
import Foundation
import Testing

/// L9: the program, killed while it answers a visitor's page.
struct VisitorKillTests {
  private static let words = ["cgi"]

  /// How often the visitor's message is in the conversation.
  private static func count(_ desk: BinaryDesk) throws -> Int {
    try desk.run("conversation", "show", "1").output.split(separator: "\n")
      .filter { $0.contains("Alguém?") }.count
  }

  @Test func `L9 killed at any call, a message is there once or nobody was told 200`() throws {
    guard try Needed.program("strace") != nil else { return }
    let desk = try Ground.chatting.desk()
    let place = desk.original
    let tracer = Tracer()
    let calls = try tracer.calls(of: Self.words, on: BinaryDesk(copying: place)).filter { call in
      call.changesDisk || ["flock", "read", "write"].contains(call.name)
    }
    #expect(calls.contains { $0.name == "write" })
    let chosen = Exhaustion.some(calls, atMost: 8)
    let failures = failures(of: chosen) { call in
      let desk = try BinaryDesk(copying: place)
      let killed = try tracer.run(Self.words, desk, "\(call.name):signal=KILL:when=\(call.number)")
      let wasTold = killed.output.hasPrefix("Status: 200")
      let kept = try Self.count(desk)
      if wasTold, kept != 1 { return "told 200, and \(kept) messages" }
      if kept > 1 { return "\(kept) messages" }
      let again = try desk.run(Self.words)
      guard again.output.hasPrefix("Status: 200") else { return again.output + again.error }
      return try Self.count(desk) == 1 ? nil : "sent again: \(Self.count(desk)) messages"
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: killed before a visitor", cases: chosen.count, failures: failures.count)
  }
}
