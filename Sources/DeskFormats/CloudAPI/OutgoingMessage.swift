package import DeskCore
package import JSON

/// A message as the Cloud API takes it: the body of POST `{number}/messages`.
package struct OutgoingMessage: Sendable {
  /// A phone as `+5511987654321`, else WhatsApp's own id for somebody.
  package let to: String
  package let content: Content
  /// What statuses give back: the number of the outbox entry.
  package let callbackData: String

  package init(to: String, content: Content, callbackData: String) {
    self.to = to
    self.content = content
    self.callbackData = callbackData
  }

  /// What it carries.
  package enum Content: Sendable {
    case text(String)
    /// A file that was uploaded before; images show, everything else is a document.
    case media(id: String, name: String, caption: String?)
    case template(name: String, language: String, [TemplateParameter])
  }

  package var json: JSONValue {
    var message: JSONObject = [
      "messaging_product": "whatsapp", "recipient_type": "individual",
      "biz_opaque_callback_data": .string(callbackData),
    ]
    if to.hasPrefix("+") {
      message["to"] = .string(String(to.dropFirst()))
    } else {
      message["recipient"] = .string(to)
    }
    switch content {
    case .text(let text):
      message["type"] = "text"
      message["text"] = ["body": .string(text)]
    case .media(let id, let name, let caption):
      let isImage = Self.isImage(name)
      var media: JSONObject = ["id": .string(id)]
      if let caption { media["caption"] = .string(caption) }
      if !isImage { media["filename"] = .string(name) }
      message["type"] = isImage ? "image" : "document"
      message[isImage ? "image" : "document"] = .object(media)
    case .template(let name, let language, let parameters):
      message["type"] = "template"
      message["template"] = Self.template(name, language, parameters)
    }
    return .object(message)
  }

  /// The kinds that it shows as images.
  private static func isImage(_ name: String) -> Bool {
    ["image/jpeg", "image/png"].contains(MediaType(fileName: name).text)
  }

  private static func template(
    _ name: String, _ language: String, _ parameters: [TemplateParameter]
  ) -> JSONValue {
    var template: JSONObject = [
      "name": .string(name), "language": ["code": .string(language)],
    ]
    if !parameters.isEmpty {
      template["components"] = [["type": "body", "parameters": .array(values(of: parameters))]]
    }
    return .object(template)
  }

  /// Numbered ones in the order of their numbers, others with their names.
  private static func values(of parameters: [TemplateParameter]) -> [JSONValue] {
    let numbered = parameters.compactMap { parameter in
      Int(parameter.key).map { (number: $0, value: parameter.value) }
    }
    if numbered.count == parameters.count {
      return numbered.sorted { $0.number < $1.number }.map {
        ["type": "text", "text": .string($0.value)]
      }
    }
    return parameters.map {
      ["type": "text", "parameter_name": .string($0.key), "text": .string($0.value)]
    }
  }
}
