import DeskCore
import Foundation
import JSON

/// Messages of a chat, between their lines of JSON and typed values: ours and Foundation's, in one
/// process.
struct ChatContests {
  private static let count = 20_000

  private let lines: [[UInt8]]
  private let messages: [Message]
  private let datas: [Data]
  private let codables: [CodableMessage]

  init() throws {
    messages = (1...Self.count).map(Self.message)
    lines = messages.map { $0.json.serialized() }
    datas = lines.map { Data($0) }
    let decoder = JSONDecoder()
    codables = try datas.map { try decoder.decode(CodableMessage.self, from: $0) }
  }

  var reading: Contest {
    Contest(
      title: "Reading 20,000 chat messages from JSON into typed values", runs: 15,
      first: Contender("JSONValue(parsing:), Message(json:)") { _ in
        for line in lines { _ = try Message(json: JSONValue(parsing: line)) }
      },
      peers: [
        (
          Contender("JSONDecoder().decode") { _ in
            let decoder = JSONDecoder()
            for data in datas { _ = try decoder.decode(CodableMessage.self, from: data) }
          }, .atLeast(4)
        )
      ])
  }

  var writing: Contest {
    Contest(
      title: "Writing them", runs: 15,
      first: Contender("message.json.serialized()") { _ in
        for message in messages { _ = message.json.serialized() }
      },
      peers: [
        (
          Contender("JSONEncoder().encode") { _ in
            let encoder = JSONEncoder()
            for message in codables { _ = try encoder.encode(message) }
          }, .atLeast(4)
        )
      ])
  }

  private static func message(_ number: Int) -> Message {
    var message = Message()
    message.id = number
    message.conversation = Conversation.ID(1 + number / 40)
    message.direction = number % 2 == 0 ? .inbound : .outbound
    message.author = number % 2 == 0 ? "contact/17" : "ana"
    message.at = BenchDesk.instant + 37 * number
    message.text = """
      Bom dia! A segunda via do boleto \(number) já está disponível; é só responder "sim" que eu envio.
      Posso ajudar em algo mais? 😊
      """
    message.provider = "wamid.HBgNNTUxMTk4NzY1NDMyMRUCABIYFjNFQjBDNkE5\(number)"
    return message
  }
}

/// The same values as `Message` has.
private struct CodableMessage: Codable {
  let id: Int
  let conversation: Int
  let direction: Direction
  let author: String
  let at: String
  let type: String?
  let text: String?
  let automatic: Bool?
  let files: [File]?
  let provider: String?
  let outbox: Int?

  enum Direction: String, Codable {
    case inbound = "in"
    case outbound = "out"
  }

  struct File: Codable {
    let name: String
    let sha256: String
    let size: Int
  }
}
