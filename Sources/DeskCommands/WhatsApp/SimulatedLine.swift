import DeskCore
import JSON

/// A line of who plays a customer: what they send, or what happens besides.
enum SimulatedLine: Hashable {
  case message(JSONObject)
  /// The conversation is closed.
  case close
  /// An agent takes it.
  case attend(String)
  /// The contact's automatic messages are blocked.
  case block
  /// So much time passes, as `25h`.
  case wait(String)
  case help
  case leave
  case unknown(String)

  /// Reads a line. One that begins with `//` is a text that begins with `/`.
  init(_ line: String) {
    guard line.hasPrefix("/"), !line.hasPrefix("//") else {
      self = .text(line.hasPrefix("//") ? String(line.dropFirst()) : line)
      return
    }
    let word = line.dropFirst().prefix { $0 != " " }
    self = Self.command(
      String(word).folded, String(line.dropFirst(word.count + 1).trimmed), typed: line)
  }

  private static func command(_ word: String, _ rest: String, typed: String) -> SimulatedLine {
    switch word {
    case "imagem", "image": .image(caption: rest)
    case "audio": .audio
    case "botao", "button": .tapped("button_reply", rest)
    case "lista", "list": .tapped("list_reply", rest)
    case "reacao", "reaction": .reaction(rest)
    case "fechar", "close": .close
    case "atendente", "agent": .attend(rest)
    case "bloquear", "block": .block
    case "espera", "wait": .wait(rest)
    case "ajuda", "help": .help
    case "sair", "quit": .leave
    default: .unknown(typed)
    }
  }

  // MARK: Messages, as the Cloud API has them

  private static func text(_ text: String) -> SimulatedLine {
    .message(["type": "text", "text": ["body": JSONValue(text)]])
  }

  private static func image(caption: String) -> SimulatedLine {
    var image: JSONObject = ["id": "1", "mime_type": "image/jpeg"]
    if !caption.isEmpty { image["caption"] = JSONValue(caption) }
    return .message(["type": "image", "image": .object(image)])
  }

  private static var audio: SimulatedLine {
    .message([
      "type": "audio", "audio": ["id": "2", "mime_type": "audio/ogg; codecs=opus", "voice": true],
    ])
  }

  /// `1 Informar e-mail`: the id, and what is read on it.
  private static func tapped(_ kind: String, _ rest: String) -> SimulatedLine {
    let id = String(rest.prefix { $0 != " " })
    let title = String(rest.dropFirst(id.count).trimmed)
    let choice: JSONValue = ["id": JSONValue(id), "title": JSONValue(title.isEmpty ? id : title)]
    let reply = JSONObject(uniqueMembers: [("type", JSONValue(kind)), (kind, choice)])
    return .message(["type": "interactive", "interactive": .object(reply)])
  }

  private static func reaction(_ emoji: String) -> SimulatedLine {
    .message([
      "type": "reaction",
      "reaction": [
        "message_id": "simulated.0", "emoji": JSONValue(emoji.isEmpty ? "👍" : emoji),
      ],
    ])
  }
}
