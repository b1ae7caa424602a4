import DeskCore
import JSON

/// Somebody who writes to the desk without existing: what they send becomes a body of a webhook.
struct SimulatedCustomer {
  /// As WhatsApp writes a phone: digits alone.
  let address: String
  let name: String
  /// The desk's number that they write to, by its id.
  let number: PhoneNumberID?
  private var count = 0

  init(address: String, name: String, number: PhoneNumberID?) {
    self.address = address
    self.name = name
    self.number = number
  }

  /// The body that brings one message.
  mutating func body(_ content: JSONObject, at: Instant) -> JSONValue {
    count += 1
    var message: JSONObject = [
      "from": JSONValue(address), "id": JSONValue("simulated.\(count)"),
      "timestamp": JSONValue(String(at.secondsSinceEpoch)),
    ]
    for (key, value) in content { message[key] = value }
    let metadata: JSONObject =
      number.map { ["phone_number_id": JSONValue($0.text)] } ?? JSONObject()
    let value: JSONValue = [
      "messaging_product": "whatsapp", "metadata": .object(metadata),
      "contacts": [["profile": ["name": JSONValue(name)], "wa_id": JSONValue(address)]],
      "messages": [.object(message)],
    ]
    return [
      "object": "whatsapp_business_account",
      "entry": [["id": "0", "changes": [["field": "messages", "value": value]]]],
    ]
  }
}
