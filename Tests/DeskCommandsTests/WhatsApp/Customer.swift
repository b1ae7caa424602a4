import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// Somebody who writes to a desk by WhatsApp: what they do becomes a webhook body of Meta's form.
struct Customer {
  let desk: TestDesk
  /// As WhatsApp writes it; nil for one who shows their user id alone.
  var phone: String?
  var name = "Lia Moraes"
  var userID: String?

  init(_ desk: TestDesk, phone: String? = "5511955554444") {
    self.desk = desk
    self.phone = phone
  }

  static let number = "207700011122233"

  /// Sends a message; answers the line that says what it did, without the columns before.
  @discardableResult
  func says(_ text: String, id: String? = nil, at: Instant? = nil) -> String {
    send(message(["type": "text", "text": ["body": JSONValue(text)]], id: id, at: at))
  }

  /// Sends anything else.
  @discardableResult
  func sends(_ content: JSONObject, id: String? = nil, at: Instant? = nil) -> String {
    send(message(content, id: id, at: at))
  }

  func send(_ body: JSONValue) -> String {
    let answer = desk.run(["whatsapp", "receive", "-", "--explain"], input: body.text())
    #expect(answer.status == 0, "\(answer.error)")
    return String(answer.output.dropLast())
  }

  /// A body with one message. Its id is made of who writes and when, unless it is given.
  func message(_ content: JSONObject, id: String? = nil, at: Instant? = nil) -> JSONValue {
    let at = at ?? desk.now
    var message: JSONObject = [
      "id": JSONValue(id ?? "wamid.\(phone ?? userID ?? "")/\(at.secondsSinceEpoch)"),
      "timestamp": JSONValue(String(at.secondsSinceEpoch)),
    ]
    if let phone { message["from"] = JSONValue(phone) }
    if let userID { message["from_user_id"] = JSONValue(userID) }
    for (key, value) in content { message[key] = value }
    var contact: JSONObject = ["profile": ["name": JSONValue(name)]]
    if let phone { contact["wa_id"] = JSONValue(phone) }
    if let userID { contact["user_id"] = JSONValue(userID) }
    return Self.body(["contacts": [.object(contact)], "messages": [.object(message)]])
  }

  /// What became of a message, as WhatsApp tells it.
  static func status(
    _ status: String, of message: String, at: Instant, data: String? = nil
  ) -> JSONValue {
    var object: JSONObject = [
      "id": JSONValue(message), "status": JSONValue(status),
      "timestamp": JSONValue(String(at.secondsSinceEpoch)), "recipient_id": "5511955554444",
    ]
    if let data { object["biz_opaque_callback_data"] = JSONValue(data) }
    return body(["statuses": [.object(object)]])
  }

  private static func body(_ content: JSONObject) -> JSONValue {
    var value: JSONObject = [
      "messaging_product": "whatsapp",
      "metadata": [
        "display_phone_number": "551140028922", "phone_number_id": JSONValue(number),
      ],
    ]
    for (key, part) in content { value[key] = part }
    return [
      "object": "whatsapp_business_account",
      "entry": [
        ["id": "104400055566677", "changes": [["field": "messages", "value": .object(value)]]]
      ],
    ]
  }
}

extension TestDesk {
  /// A record or a list as scripts read it.
  func json(_ words: String...) throws -> JSONValue {
    let answer = run(words + ["--json"])
    #expect(answer.status == 0, "\(words): \(answer.error)")
    return try JSONValue(parsing: answer.output)["data"] ?? .null
  }

  /// The texts that went out, oldest first.
  func sent() throws -> [String] {
    (try json("outbox", "list", "--all").array ?? []).compactMap { $0["body"]?["text"]?.string }
  }

  /// Changes settings; what is refused fails the test.
  func set(_ settings: String...) {
    let answer = run(["config", "set"] + settings)
    #expect(answer.status == 0, "\(answer.error)")
  }

  /// Closes a conversation behind the commands' back.
  func close(conversation number: Int) throws {
    let store = try Store(root + "/data", now: now)
    _ = try store.write(patience: 1) { transaction in
      var conversation = try transaction.get(Conversation.ID(number))
      conversation.state = .closed
      conversation.closedAt = now
      try transaction.apply([.conversation(conversation)])
    }
  }
}
