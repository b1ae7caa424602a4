/// What a visitor filled in besides name, e-mail and message, which every chat asks for (L9).
package struct FormAnswers: Record, Hashable {
  package var phone: String?
  package var document: String?
  package var company: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field("phone", \.phone, en: "a phone", pt: "um telefone"),
    Field("document", \.document, en: "a document's number", pt: "o número de um documento"),
    Field("company", \.company, en: "a company", pt: "uma empresa"),
  ]

  /// Characters that each may have.
  package static let longest = 200

  /// Whether a value may be kept: a ticket has each as a line of its own, below the desk's words. What is
  /// blank is not filled in.
  package static func canHold(_ value: String) -> Bool {
    value.unicodeScalars.count <= longest && (value.trimmed.isEmpty || value.trimmed.isVisibleLine)
  }

  package subscript(field: FormField) -> String? {
    get {
      switch field {
      case .phone: phone
      case .document: document
      case .company: company
      case .name, .email, .message: nil
      }
    }
    set {
      switch field {
      case .phone: phone = newValue
      case .document: document = newValue
      case .company: company = newValue
      case .name, .email, .message: break
      }
    }
  }
}

extension FormField {
  /// Those that a chat asks for anyway.
  package var isOfEveryChat: Bool {
    switch self {
    case .name, .email, .message: true
    case .phone, .document, .company: false
    }
  }

  /// As the desk's people read it on a ticket.
  func label(_ language: DeskLanguage) -> String {
    switch (self, language) {
    case (.name, .ptBR): "Nome"
    case (.name, .en): "Name"
    case (.email, .ptBR): "E-mail"
    case (.email, .en): "E-mail"
    case (.phone, .ptBR): "Telefone"
    case (.phone, .en): "Phone"
    case (.document, .ptBR): "Documento"
    case (.document, .en): "Document"
    case (.company, .ptBR): "Empresa"
    case (.company, .en): "Company"
    case (.message, .ptBR): "Mensagem"
    case (.message, .en): "Message"
    }
  }
}

extension WebForm {
  /// What it asks besides what every chat does, in its order.
  package var ownFields: [FormField] { fields.filter { !$0.isOfEveryChat } }

  /// R4: the first field that must be filled in and is not.
  package func missing(in answers: FormAnswers) -> FormField? {
    ownFields.first { required.contains($0) && (answers[$0] ?? "").trimmed.isEmpty }
  }

  /// What it asks for, and nothing else, of what a browser sent.
  package func asked(_ answers: FormAnswers) -> FormAnswers {
    var kept = FormAnswers()
    for field in ownFields {
      let value = (answers[field] ?? "").trimmed
      kept[field] = value.isEmpty ? nil : String(value)
    }
    return kept
  }
}
