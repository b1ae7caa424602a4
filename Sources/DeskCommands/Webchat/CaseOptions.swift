import CommandLineKit
import DeskCore

/// What `case set` can write down: the fields of the customer and of the service, as they are declared.
enum CaseOptions {
  private static let customer = SettingKey.all(below: CaseCustomer.fields.erased)
  private static let service = SettingKey.all(below: CaseService.fields.erased)

  static var all: [OptionSpec] { (customer + service).map(\.optionSpec) }

  /// Empties one of the same fields.
  static let unset = OptionSpec.value(
    "unset", "KEY", Text(en: "empties a field", pt: "esvazia um campo"),
    choices: (customer + service).map(\.text), repeats: true)

  /// The texts that the line gives, by their keys; an empty one empties its field, as `--unset` does.
  static func texts(_ desk: Desk, _ words: ParsedWords) throws -> [String: String] {
    var texts: [String: String] = [:]
    for key in words.values(unset) { texts[key] = "" }
    for key in customer + service {
      guard let typed = words.value(named: key.option) else { continue }
      let text = String(try desk.text(typed).trimmed)
      let limit =
        service.contains { $0.text == key.text } ? CaseService.longest : FormAnswers.longest
      guard text.unicodeScalars.count <= limit else {
        throw Failure.badValue(
          "--\(key.option)", text.prefix(20) + "…",
          Text(en: "at most \(limit) characters", pt: "no máximo \(limit) caracteres"))
      }
      texts[key.text] = text
    }
    return texts
  }
}

/// What a line writes into a case, checked before anything is read.
struct CaseEdit {
  private var customer = CaseCustomer()
  private var service = CaseService()
  private let said: Set<String>

  init(_ desk: Desk, _ words: ParsedWords) throws {
    let texts = try CaseOptions.texts(desk, words)
    guard !texts.isEmpty else { throw Failure.missing("--summary", "'Troca de tela'") }
    said = Set(texts.keys)
    let given = texts.filter { !$0.value.isEmpty }
    customer.name = given["name"]
    customer.email = try given["email"].map { try desk.email("--email", $0) }
    customer.phone = try given["phone"].map { try desk.phone("--phone", $0).e164 }
    customer.document = given["document"]
    service.subject = try given["subject"].map { try desk.id(Subject.self, $0) }
    service.category = try given["category"].map { try desk.id(Category.self, $0) }
    service.summary = given["summary"]
    service.outcome = given["outcome"]
  }

  func apply(to edited: inout Case) {
    if said.contains("name") { edited.customer.name = customer.name }
    if said.contains("email") { edited.customer.email = customer.email }
    if said.contains("phone") { edited.customer.phone = customer.phone }
    if said.contains("document") { edited.customer.document = customer.document }
    if said.contains("subject") { edited.service.subject = service.subject }
    if said.contains("category") { edited.service.category = service.category }
    if said.contains("summary") { edited.service.summary = service.summary }
    if said.contains("outcome") { edited.service.outcome = service.outcome }
  }
}
