import DeskCore
import DeskFormats
import DeskTestSupport
import Foundation
import JSON
import Testing

/// The conversations of `Samples/whatsapp`: what WhatsApp might have sent, as the desk reads it.
struct SampleConversationTests {
  static let folder = (WebhookSamples.folder as NSString).deletingLastPathComponent

  /// The messages of each line of each file.
  static let files: [(name: String, lines: [[InboundMessage]])] =
    (try? ["primeiro-contato.jsonl"] + names().map { "conversas/\($0)" }).map { names in
      names.compactMap { name in (try? messages(name)).map { (name, $0) } }
    } ?? []

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/conversas").sorted()
  }

  private static func messages(_ name: String) throws -> [[InboundMessage]] {
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      try Webhook.events(JSONValue(parsing: String(line))).map { event in
        guard case .message(let message) = event else { throw Odd(line: String(line)) }
        return message
      }
    }
  }

  private struct Odd: Error { let line: String }

  @Test func `D4 every line is a body with messages of one customer to the desk's number`() throws {
    #expect(try Self.files.count == Self.names().count + 1)
    for (name, lines) in Self.files {
      #expect(lines.allSatisfy { !$0.isEmpty }, "\(name)")
      for message in lines.joined() {
        #expect(message.isInbound && message.number.id == "207700011122233", "\(name)")
        #expect(message.id.hasPrefix("wamid.") && message.sender.phone != nil, "\(name)")
        #expect(message.sender.profileName?.isEmpty == false, "\(name)")
      }
    }
  }

  @Test func `D4 among them are batches, repeats, and messages out of order`() {
    func count(_ isOne: ([[InboundMessage]]) -> Bool) -> Int {
      Self.files.filter { isOne($0.lines) }.count
    }
    #expect(count { lines in lines.contains { $0.count > 1 } } >= 3)
    #expect(count { Set($0.joined().map(\.id)).count < $0.joined().count } >= 4)
    #expect(count { zip($0.joined(), $0.joined().dropFirst()).contains { $0.at > $1.at } } >= 3)
  }

  @Test func `D4 no message stands in two files`() {
    let ids = Self.files.map { Set($0.lines.joined().map(\.id)) }
    #expect(Set(ids.joined()).count == ids.map(\.count).reduce(0, +))
  }
}
