package import DeskCore
import JSON

extension WebAnswer {
  /// What a visitor's page is told of their conversation.
  /// `menu` stands beside what the webchat asks.
  package static func view(_ view: VisitorView, _ menu: WebchatMenu? = nil) -> WebAnswer {
    var members: JSONObject = [
      "state": JSONValue(view.state.rawValue),
      "presence": view.isOnline ? "online" : "offline",
      "messages": .array(view.lines.map(\.json)),
      "ticket": view.ticket.map { JSONValue($0.number) } ?? .null,
      "ticketLink": view.ticketLink.map { JSONValue($0) } ?? .null,
      "next": JSONValue(view.next),
    ]
    if let opening = view.opensAt { members["opensAt"] = JSONValue(opening.rfc3339) }
    if let ask = view.ask, let menu {
      members["ask"] = JSONValue(ask.word)
      for (key, value) in menu.members { members[key] = value }
    }
    return json(.object(members))
  }

  /// What a page is told before anybody wrote: whether somebody is there.
  package static func state(_ state: ChannelState) -> WebAnswer {
    json(.object(JSONObject(uniqueMembers: state.members)))
  }
}

/// How a channel stands, as a page asks before it shows anything.
package enum ChannelState: Sendable {
  case there(ChatAvailability)
  /// The desk does not have it.
  case off

  /// `"state":"closed","opensAt":"2026-12-07T12:00:00Z"`; who is closed for good names no time.
  var members: [(String, JSONValue)] {
    let opening: [(String, JSONValue)] =
      if case .there(let availability) = self, let opening = availability.opensAt {
        [("opensAt", JSONValue(opening.rfc3339))]
      } else { [] }
    return [("state", JSONValue(word))] + opening
  }

  /// `closed` counts as offline (L3).
  private var word: String {
    switch self {
    case .there(.online): "online"
    case .there(.offline): "offline"
    case .there(.closed): "closed"
    case .off: "off"
    }
  }
}

extension VisitorView.Line {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["n": JSONValue(number), "from": JSONValue(from.rawValue)]
    if let kind { object["kind"] = JSONValue(kind.rawValue) }
    if let id { object["id"] = JSONValue(id) }
    if let name { object["name"] = JSONValue(name) }
    object["text"] = JSONValue(text)
    object["at"] = JSONValue(at.rfc3339)
    return .object(object)
  }
}
