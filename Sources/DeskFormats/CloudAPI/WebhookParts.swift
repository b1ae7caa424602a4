import DeskCore
import JSON

/// The objects that messages of several types are made of, as values or as words.
extension WebhookFields {
  func media() throws(Mismatch) -> MediaReference {
    MediaReference(
      id: try required("id"), mimeType: try text("mime_type"), sha256: try text("sha256"),
      filename: try text("filename"), isVoice: try flag("voice"))
  }

  /// `Padaria Lua, Rua do Sol 10 (-23.55, -46.63)`
  func place() throws(Mismatch) -> String {
    guard let latitude = try digits("latitude") else { throw missing("latitude") }
    guard let longitude = try digits("longitude") else { throw missing("longitude") }
    let (name, address) = (try text("name"), try text("address"))
    let words = [name, address].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    let point = "\(latitude), \(longitude)"
    return words.isEmpty ? point : "\(words) (\(point))"
  }

  /// `Ana Souza: +55 11 98765-4321`, a line for each.
  func cards() throws(Mismatch) -> String {
    var lines: [String] = []
    for card in try list("contacts") {
      var numbers: [String] = []
      for phone in try card.list("phones") {
        if let number = try phone.text("phone") { numbers.append(number) }
      }
      let name = try card.fields("name")?.text("formatted_name")
      let parts = [name, numbers.isEmpty ? nil : numbers.joined(separator: ", ")]
      lines.append(parts.compactMap { $0 }.joined(separator: ": "))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What is ordered, a line for each: `2 × CAFE-500 (31.9 BRL)`; and what was written to it.
  func order() throws(Mismatch) -> String {
    var lines: [String] = []
    for item in try list("product_items") {
      let quantity = try item.digits("quantity") ?? "1"
      let product = try item.digits("product_retailer_id") ?? "?"
      let price = [try item.digits("item_price"), try item.text("currency")].compactMap { $0 }
      lines.append(
        "\(quantity) × \(product)"
          + (price.isEmpty ? "" : " (\(price.joined(separator: " ")))"))
    }
    if let note = try text("text"), !note.isEmpty { lines.append(note) }
    return lines.joined(separator: "\n")
  }

  /// What was filled in on a flow's pages, a line for each; `body` where that cannot be read.
  func flowAnswers() throws(Mismatch) -> String? {
    let body = try text("body")
    guard let response = try text("response_json"),
      let answers = try? JSONValue(parsing: response).object
    else { return body }
    let lines = answers.filter { $0.key != "flow_token" }.map { key, value in
      "\(key): \(value.string ?? value.text())"
    }
    return lines.isEmpty ? body : lines.joined(separator: "\n")
  }

  /// Who somebody is from now on, where a notice says that they have another number or id.
  func newIdentity() throws(Mismatch) -> WhatsAppUser? {
    var user = WhatsAppUser()
    user.know(address: try text("wa_id"), userID: try text("user_id"))
    // What older versions call it.
    user.know(address: try text("new_wa_id"), userID: nil)
    return user.isNobody ? nil : user
  }
}
