/// A message that WhatsApp approved: the one kind that may be sent outside the window (C13).
package struct MessageTemplate: ConfiguredRecord, Hashable {
  /// Its name at WhatsApp.
  package var name = ""
  package var language = "pt_BR"
  package var status = TemplateStatus.pending
  package var body = ""
  /// Fixed texts around the body, as WhatsApp shows them.
  package var header: String?
  package var footer: String?
  /// The labels of its buttons.
  package var buttons: [String] = []
  /// What WhatsApp wants besides the body's parameters: a template that has any is not sent.
  package var needs: [TemplateNeed] = []

  package init() {}

  package static let noun = "template"
  package static let file = "templates"
  package static let fields: Fields<Self> = [
    Field("name", \.name, required: true, en: "its name at WhatsApp", pt: "o nome no WhatsApp"),
    Field(
      "language", \.language, en: "its language at WhatsApp, as pt_BR",
      pt: "o idioma no WhatsApp, como pt_BR"),
    Field("status", \.status, en: "whether WhatsApp approved it", pt: "se o WhatsApp o aprovou"),
    Field(
      "body", \.body, required: true, en: "its text; parameters are {{1}} or {{name}}",
      pt: "o texto; os parâmetros são {{1}} ou {{nome}}"),
    Field(
      "header", \.header, automatic: true, en: "what stands above the text",
      pt: "o que fica acima do texto"),
    Field(
      "footer", \.footer, automatic: true, en: "what stands below the text",
      pt: "o que fica abaixo do texto"),
    Field(
      "buttons", \.buttons, automatic: true, en: "the labels of its buttons",
      pt: "os textos dos botões"),
    Field(
      "needs", \.needs, automatic: true, en: "what keeps it from being sent by this program",
      pt: "o que impede este programa de o enviar"),
  ]

  /// The names of its parameters, in the order in which they first stand in the text.
  package var parameterNames: [String] {
    var names: [String] = []
    for case .parameter(let name) in TemplateText.parts(of: body) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// C14: what the contact reads, filled in. A missing or surplus parameter, or a template that is
  /// not approved, is refused.
  package func filled(with parameters: [TemplateParameter]) throws(TemplateRefusal) -> String {
    try check(parameters)
    let values = Dictionary(parameters.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    let text = TemplateText.parts(of: body).map { part in
      switch part {
      case .text(let text): text
      case .parameter(let name): values[name] ?? ""
      }
    }.joined()
    return [header, text, footer].compactMap { $0 }.joined(separator: "\n\n")
  }

  private func check(_ parameters: [TemplateParameter]) throws(TemplateRefusal) {
    guard status == .approved else { throw .notApproved(status) }
    if let need = needs.first { throw .needs(need) }
    let names = parameterNames
    if let surplus = parameters.first(where: { !names.contains($0.key) }) {
      throw .surplus(surplus.key)
    }
    if let missing = names.first(where: { name in !parameters.contains { $0.key == name } }) {
      throw .missing(missing)
    }
    if let bad = parameters.first(where: { !$0.isSendable }) { throw .unsendable(bad.key) }
  }

  /// The parameters in the order in which they first stand in the text: WhatsApp reads those that
  /// are numbered by their places.
  package func ordered(_ parameters: [TemplateParameter]) -> [TemplateParameter] {
    parameterNames.compactMap { name in parameters.last { $0.key == name } }
  }
}

extension TemplateParameter {
  /// WhatsApp takes no value that is empty, has line ends or tabs, or five spaces in a row.
  fileprivate var isSendable: Bool {
    !value.trimmed.isEmpty && !value.contains { $0.isNewline || $0 == "\t" }
      && value.firstRange(of: "     ") == nil
  }
}
