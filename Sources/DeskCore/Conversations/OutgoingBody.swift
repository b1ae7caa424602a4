/// What one outbox entry of several carries.
struct OutgoingBody: Hashable {
  /// Characters that WhatsApp takes in a text, and beside a file.
  static let textLimit = 4096
  static let captionLimit = 1024

  let kind: MessageKind
  var body = OutboxBody()

  /// The text goes with the first file as its caption where it fits; each further file is a message
  /// of its own, since a provider takes or refuses each by itself.
  static func all(of content: Writing.Content) throws(WritingRefusal) -> [OutgoingBody] {
    switch content {
    case .template(let id, let template, let parameters):
      do {
        return [try OutgoingBody(id, template, parameters)]
      } catch {
        throw .template(id, error)
      }
    case .free(let text, let files):
      return try free(text, files)
    }
  }

  private static func free(
    _ text: String?, _ files: [Attachment]
  ) throws(WritingRefusal) -> [OutgoingBody] {
    let text = text.flatMap { $0.trimmed.isEmpty ? nil : $0 }
    if text == nil && files.isEmpty { throw .empty }
    let count = text?.unicodeScalars.count ?? 0
    if count > textLimit { throw .tooLong(count: count, limit: textLimit) }
    var bodies = files.map { file in
      var body = OutgoingBody(kind: .file)
      body.body.files = [file]
      return body
    }
    if bodies.isEmpty || count > captionLimit {
      bodies.insert(OutgoingBody(kind: .text), at: 0)
    }
    bodies[0].body.text = text
    return bodies
  }

  private init(
    _ id: MessageTemplate.ID, _ template: MessageTemplate, _ parameters: [TemplateParameter]
  ) throws(TemplateRefusal) {
    kind = .template
    body.text = try template.filled(with: parameters)
    body.template = id.text
    body.parameters = template.ordered(parameters)
  }

  private init(kind: MessageKind) { self.kind = kind }
}
