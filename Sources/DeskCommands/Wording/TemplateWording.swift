import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension TemplateRefusal {
  func text(_ name: String) -> Text {
    switch self {
    case .notApproved(let status):
      Text(
        en: "WhatsApp has not approved the template \(name) (\(status.rawValue))",
        pt: "o WhatsApp não aprovou o modelo \(name) (\(status.rawValue))")
    case .needs(let need):
      Text(
        en: "the template \(name) cannot be sent: it has \(need.text.en)",
        pt: "o modelo \(name) não pode ser enviado: tem \(need.text.pt)")
    case .missing(let parameter):
      Text(
        en: "the template \(name) needs the parameter \(parameter)",
        pt: "o modelo \(name) precisa do parâmetro \(parameter)")
    case .surplus(let parameter):
      Text(
        en: "the template \(name) has no parameter \(parameter)",
        pt: "o modelo \(name) não tem o parâmetro \(parameter)")
    case .unsendable(let parameter):
      Text(
        en: "WhatsApp does not take this value of \(parameter): empty, or with line ends, tabs or "
          + "five spaces in a row",
        pt: "o WhatsApp não aceita esse valor de \(parameter): vazio, ou com quebra de linha, "
          + "tabulação ou cinco espaços seguidos")
    }
  }
}

extension TemplateNeed {
  fileprivate var text: Text {
    switch self {
    case .headerMedia:
      Text(
        en: "a picture, video, document or place above its text",
        pt: "uma imagem, vídeo, documento ou local acima do texto")
    case .headerParameters:
      Text(en: "a parameter above its text", pt: "um parâmetro acima do texto")
    case .buttonParameters:
      Text(
        en: "a button whose link or code changes with each message",
        pt: "um botão cujo link ou código muda a cada mensagem")
    case .otherParts:
      Text(
        en: "parts besides text and buttons", pt: "partes além de texto e botões")
    }
  }
}

extension Failure {
  static func noTemplate(_ name: String, in language: String, _ others: [String]) -> Failure {
    guard !others.isEmpty else { return noSuchEntry(MessageTemplate.noun, name, nil) }
    let list = others.joined(separator: ", ")
    return Failure(
      .notFound, "not_found",
      Text(
        en: "there is no template \(name) in \(language)",
        pt: "não existe o modelo \(name) em \(language)"),
      hint: Text(en: "it is there in \(list)", pt: "ele existe em \(list)"))
  }

  static func severalTemplates(_ name: String, _ languages: [String]) -> Failure {
    let list = languages.joined(separator: ", ")
    return Failure(
      .refused, "several_templates",
      Text(
        en: "WhatsApp has \(name) in several languages: \(list)",
        pt: "o WhatsApp tem \(name) em vários idiomas: \(list)"),
      hint: Text("--language \(languages[0])"),
      details: ["languages": .array(languages.map { JSONValue($0) })])
  }

  /// What is wrong with a list of templates, with its place.
  static func templateList(_ fault: ConfigFault) -> Failure {
    let place = fault.file + (fault.position.map { ":\($0.line):\($0.column)" } ?? "")
    return Failure(
      .invalidContent, "template_list",
      Text(
        en: "\(place): \(fault.keyAndProblem(.en))", pt: "\(place): \(fault.keyAndProblem(.ptBR))"),
      hint: Text("deskctl template import --help"),
      details: [
        "file": JSONValue(fault.file), "key": JSONValue(fault.path.text),
        "line": fault.position.map { JSONValue($0.line) } ?? .null,
        "column": fault.position.map { JSONValue($0.column) } ?? .null,
      ])
  }
}

extension Notice {
  static let moreTemplates = Notice(
    "more_templates",
    Text(
      en: "this is one page of WhatsApp's list, and there are more",
      pt: "esta é uma página da lista do WhatsApp, e há outras"),
    hint: Text(
      en: "fetch it with ?limit=1000, or import the page that paging.next names",
      pt: "busque com ?limit=1000, ou importe a página indicada em paging.next"))
}
