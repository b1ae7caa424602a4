import DeskTestSupport
import Foundation
import JSON
import Synchronization

/// A desk by the chat's contract, and the page that carries its widget: for what a real desk cannot
/// be made to do at a given moment, such as losing an answer.
final class ChatDouble: Sendable {
  struct State: Sendable {
    var page = ChatPage()
    /// What `GET state` says.
    var channel = "online"
    var isOpen = true
    var presence = "online"
    var opensAt: String?
    var ticket: Int?
    var ticketLink = "https://desk.example/t/12"
    var messages: [JSONValue] = []
    /// Nobody answers.
    var isDown = false
    /// So many messages are taken, and their answers lost on the way. (Not by an end without a byte:
    /// Chromium itself asks again then, and no script learns of it.)
    var lostAnswers = 0
    /// The status and word with which the next message, or any poll, is refused.
    var refusal: (Int, String)?
    /// The seconds that whoever is refused is to wait.
    var retryAfter: Int?
    /// Seconds until the page asks again.
    var next = 0.05
    /// Answers wait until it is over.
    var isSlow = false
    var token: String?
  }

  private let state = Mutex(State())

  /// How many messages the conversation has, of whoever.
  var count: Int { state.withLock { $0.messages.count } }

  func edit(_ change: (inout sending State) -> Void) { state.withLock { change(&$0) } }

  /// Adds what somebody of the desk writes.
  func write(_ text: String, from: String = "agent", name: String? = "Ana") {
    edit { $0.add(from: from, text, name: name) }
  }

  func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    while request.line.hasPrefix("POST"), state.withLock({ $0.isSlow }) { usleep(5_000) }
    return state.withLock { state in
      let path = request.target.split(separator: "?").first.map(String.init) ?? ""
      guard path.hasPrefix("/chat/") else {
        return .page(state.page.html, headers: [state.page.policy])
      }
      if state.isDown { return .bytes("") }
      if path == "/chat/state" { return .json(200, state.channelAnswer.text()) }
      let body = (try? JSONValue(parsing: request.body)) ?? .null
      return state.take(path, body)
    }
  }
}

extension ChatDouble.State {
  mutating func add(
    from: String, _ text: String, name: String? = nil, id: String? = nil, kind: String? = nil
  ) {
    var message: JSONObject = [
      "n": JSONValue(messages.count + 1), "from": JSONValue(from), "text": JSONValue(text),
      "at": "2026-12-05T13:00:00Z",
    ]
    if let name { message["name"] = JSONValue(name) }
    if let kind { message["kind"] = JSONValue(kind) }
    if let id { message["id"] = JSONValue(id) }
    messages.append(JSONValue(message))
  }

  fileprivate mutating func take(_ path: String, _ body: JSONValue) -> LoopbackServer.Reply {
    if let (status, word) = refusal {
      refusal = nil
      let rest = retryAfter.map { ["Retry-After: \($0)"] } ?? []
      return .json(status, #"{"error":"\#(word)"}"#, headers: rest)
    }
    guard path == "/chat/start" || body["token"]?.string == token else {
      return .json(403, #"{"error":"token"}"#)
    }
    let id = body["id"]?.string
    let isKnown = messages.contains { $0["id"]?.string == id }
    if path == "/chat/say", !isKnown, !isOpen { return .json(409, #"{"error":"closed"}"#) }
    if let id, !messages.contains(where: { $0["id"]?.string == id }) {
      add(from: "visitor", body["text"]?.string ?? "", id: id)
      if token == nil { add(from: "desk", "You are welcome.", kind: "welcome") }
    }
    if path == "/chat/start" { token = body["token"]?.string }
    if path == "/chat/end" { end() }
    if id != nil, lostAnswers > 0 {
      lostAnswers -= 1
      return .json(502, "")
    }
    return .json(200, answer(since: body["since"]?.int ?? 0).text())
  }

  mutating func end() {
    isOpen = false
    add(from: "desk", "Thank you, and goodbye.", kind: "closing")
  }

  fileprivate var channelAnswer: JSONValue { .object(told(["state": JSONValue(channel)])) }

  /// With when it opens, where that is said.
  private func told(_ members: JSONObject) -> JSONObject {
    var members = members
    if let opensAt { members["opensAt"] = JSONValue(opensAt) }
    return members
  }

  private func answer(since: Int) -> JSONValue {
    let number = ticket.map { JSONValue($0) } ?? .null
    let members: JSONObject = [
      "state": isOpen ? "open" : "closed", "presence": JSONValue(presence),
      "messages": JSONValue(messages.filter { ($0["n"]?.int ?? 0) > since }), "ticket": number,
      "ticketLink": ticket == nil ? .null : JSONValue(ticketLink),
      "next": JSONNumber(next).map { .number($0) } ?? 1,
    ]
    return .object(told(members))
  }
}
