package import DeskCore
package import JSON

/// WhatsApp's list of a business's templates: what the Cloud API answers to
/// `GET /<account>/message_templates`.
///
///     {"data":[{"name":"aviso","language":"pt_BR","status":"APPROVED","category":"UTILITY",
///       "components":[{"type":"BODY","text":"Olá, {{1}}!"}],"id":"650"}],"paging":{"next":"…"}}
package struct TemplateList: Hashable, Sendable {
  package private(set) var templates: [MessageTemplate] = []
  /// Whether WhatsApp has more of them than this page.
  package let hasMore: Bool

  /// Keys that are of no use here are not looked at; a value of another kind is refused with its
  /// place.
  package init(_ json: JSONValue) throws(Mismatch) {
    let root = try WebhookFields(json)
    guard root.object["data"] != nil else { throw root.missing("data") }
    hasMore = try root.fields("paging")?.text("next") != nil
    for listed in try root.list("data") { templates.append(try listed.template()) }
  }
}

extension WebhookFields {
  fileprivate func template() throws(Mismatch) -> MessageTemplate {
    var template = MessageTemplate()
    template.name = try required("name")
    template.language = try required("language")
    template.status = TemplateStatus(listed: try required("status"))
    var hasBody = false
    for component in try list("components") {
      hasBody = try component.add(to: &template) || hasBody
    }
    guard hasBody else { throw Mismatch(.missing(key: "BODY"), at: path + [.key("components")]) }
    return template
  }

  /// Puts a part into its template; whether it is the body.
  private func add(to template: inout MessageTemplate) throws(Mismatch) -> Bool {
    switch try required("type").uppercased() {
    case "BODY":
      template.body = try required("text")
      return true
    case "HEADER": try addHeader(to: &template)
    case "FOOTER": template.footer = try text("text")
    case "BUTTONS":
      for button in try list("buttons") { try button.addButton(to: &template) }
    default: template.need(.otherParts)
    }
    return false
  }

  private func addHeader(to template: inout MessageTemplate) throws(Mismatch) {
    guard try text("format")?.uppercased() ?? "TEXT" == "TEXT" else {
      return template.need(.headerMedia)
    }
    template.header = try text("text")
    if let header = template.header, TemplateText.hasParameters(header) {
      template.need(.headerParameters)
    }
  }

  private func addButton(to template: inout MessageTemplate) throws(Mismatch) {
    let label = try text("text")
    if let label { template.buttons.append(label) }
    switch try required("type").uppercased() {
    case "QUICK_REPLY", "PHONE_NUMBER", "VOICE_CALL": break
    case "URL":
      if let address = try text("url"), TemplateText.hasParameters(address) {
        template.need(.buttonParameters)
      }
    // Codes, flows and catalogues go with what belongs to one message.
    default: template.need(.buttonParameters)
    }
  }
}

extension MessageTemplate {
  fileprivate mutating func need(_ need: TemplateNeed) {
    if !needs.contains(need) { needs.append(need) }
  }
}

extension TemplateStatus {
  /// As WhatsApp writes it; a word of tomorrow is kept as unknown, and so is never sent.
  fileprivate init(listed word: String) {
    switch word.uppercased() {
    case "APPROVED": self = .approved
    case "PENDING", "SUBMITTED": self = .pending
    case "REJECTED": self = .rejected
    case "PAUSED", "LIMIT_EXCEEDED": self = .paused
    case "DISABLED", "ARCHIVED": self = .disabled
    case "IN_APPEAL": self = .inAppeal
    case "DELETED", "PENDING_DELETION": self = .deleted
    default: self = .unknown
    }
  }
}
