import DeskCore
import JSON

/// An object of a webhook body and where it stands there. Keys that nobody asks for are not looked
/// at; a value of another kind than was asked for is refused with its place.
struct WebhookFields {
  let object: JSONObject
  let path: JSONPath

  init(_ value: JSONValue, at path: JSONPath = []) throws(Mismatch) {
    guard let object = value.object else {
      throw Mismatch(.unexpected(.object), at: path)
    }
    self.object = object
    self.path = path
  }

  /// Nil where there is no such key, or null.
  private func value(_ key: String) -> JSONValue? {
    guard let value = object[key], !value.isNull else { return nil }
    return value
  }

  private func refusal(_ key: String, _ expected: Expectation) -> Mismatch {
    Mismatch(.unexpected(expected), at: path + [.key(key)])
  }

  func text(_ key: String) throws(Mismatch) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string else { throw refusal(key, .text(nil)) }
    return text
  }

  /// A text that has to be there, and not empty.
  func required(_ key: String) throws(Mismatch) -> String {
    guard let text = try text(key), !text.isEmpty else { throw missing(key) }
    return text
  }

  func missing(_ key: String) -> Mismatch { Mismatch(.missing(key: key), at: path) }

  /// What WhatsApp writes now as a text, now as a number: its digits.
  func digits(_ key: String) throws(Mismatch) -> String? {
    guard let value = value(key) else { return nil }
    guard let digits = value.string ?? value.number?.text else {
      throw refusal(key, .numberOrText)
    }
    return digits
  }

  func integer(_ key: String) throws(Mismatch) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.int else { throw refusal(key, .integer(Int.min...Int.max)) }
    return number
  }

  /// False where there is no such key.
  func flag(_ key: String) throws(Mismatch) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.bool else { throw refusal(key, .boolean) }
    return flag
  }

  /// Seconds since 1970, which WhatsApp writes as a text.
  func instant(_ key: String) throws(Mismatch) -> Instant {
    guard let digits = try digits(key) else { throw missing(key) }
    guard let seconds = Int(digits), seconds >= 0 else {
      throw refusal(key, .text(.seconds))
    }
    return Instant(secondsSinceEpoch: seconds)
  }

  func fields(_ key: String) throws(Mismatch) -> WebhookFields? {
    guard let value = value(key) else { return nil }
    return try WebhookFields(value, at: path + [.key(key)])
  }

  /// The objects of a list; none where there is no such key.
  func list(_ key: String) throws(Mismatch) -> [WebhookFields] {
    guard let value = value(key) else { return [] }
    guard let elements = value.array else { throw refusal(key, .list(.object)) }
    var list: [WebhookFields] = []
    for (index, element) in elements.enumerated() {
      list.append(try WebhookFields(element, at: path + [.key(key), .index(index)]))
    }
    return list
  }
}
