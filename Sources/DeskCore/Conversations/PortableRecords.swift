package import JSON

/// Records as another desk can take them in: without what refers to records that do not go along,
/// and without what every desk works out for itself.
extension Contact {
  package var portable: Contact {
    var portable = self
    portable.rev = 0
    portable.lastTicket = nil
    portable.claim = nil
    portable.passwordToken = nil
    portable.joined = nil
    for place in lines.indices {
      portable.lines[place].conversation = nil
      portable.lines[place].waiting = []
    }
    return portable
  }
}

extension Conversation {
  package var portable: Conversation {
    var portable = self
    portable.rev = 0
    portable.lastTicket = nil
    portable.tickets = []
    portable.checkAt = nil
    for place in history.indices { portable.history[place].cause = nil }
    return portable
  }
}

extension Message {
  package var portable: Message {
    var portable = self
    portable.outbox = nil
    return portable
  }
}

extension OutboxEntry {
  /// What became of a message. One that had not left is told as not sent: two desks would send it.
  package var portable: JSONValue {
    var portable = self
    portable.rev = 0
    portable.contact = nil
    portable.schedule = nil
    portable.conversation = nil
    portable.agent = nil
    portable.retryAt = nil
    portable.body.secret = nil
    if state == .queued || state == .sending { portable.state = .notSent }
    var object = portable.json.object ?? JSONObject()
    object["id"] = nil
    return .object(object)
  }

  /// Reads it back, as the entry of a number.
  package init(portable json: JSONValue, as id: ID) throws(Mismatch) {
    var object: JSONObject = ["id": JSONValue(id.number)]
    for (key, value) in json.object ?? JSONObject() where key != "id" { object[key] = value }
    try self.init(json: .object(object))
    if state == .queued || state == .sending { state = .notSent }
  }
}
