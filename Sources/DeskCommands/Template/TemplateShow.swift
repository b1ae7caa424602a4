import CommandLineKit
import DeskCore
import JSON

extension CommandSpec<Action> {
  static var templateShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "Show a template; with --param, filled in as it would be sent.",
        pt: "Mostra um modelo; com --param, preenchido como seria enviado."),
      examples: [
        Example(
          "deskctl template show lembrete-visita --param nome=Carla --param data=05/12 --param hora=10h",
          Text(en: "as Carla would read it", pt: "como a Carla leria"))
      ],
      arguments: [.template], options: [ScheduleOptions.parameter, .templateLanguage],
      action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let (id, template) = try desk.template(words.arguments[0], words)
    let parameters = try words.templateParameters()
    var record = EntryRecord.json(id, template).object ?? JSONObject()
    record["parameters"] = .array(template.parameterNames.map { JSONValue($0) })
    guard !parameters.isEmpty else {
      return Output(
        .one(
          schema: MessageTemplate.noun, .object(record), text: try whole(id, template, desk)))
    }
    let text = try template.filledText(parameters, named: id)
    record["filled"] = JSONValue(text)
    return Output(
      .one(schema: MessageTemplate.noun, .object(record), text: Shown(text).paragraph + "\n"))
  }

  private static func whole(
    _ id: MessageTemplate.ID, _ template: MessageTemplate, _ desk: Desk
  ) throws -> String {
    let sheet = "template/\(id)\n" + (try desk.sheet(template))
    let names = template.parameterNames
    if names.isEmpty { return sheet }
    let typed = names.map { "--param \(ShellWords.quote($0))=…" }.joined(separator: " ")
    return sheet + "\n" + Text(en: "parameters", pt: "parâmetros")(desk.language) + ": \(typed)\n"
  }
}

extension ArgumentSpec {
  static let template = ArgumentSpec(
    "NAME",
    Text(
      en: "its name here, or the one at WhatsApp", pt: "o nome daqui, ou o que tem no WhatsApp"),
    completion: .dynamic("template"))
}

extension OptionSpec {
  static let templateLanguage = OptionSpec.value(
    "language", "LANGUAGE",
    Text(
      en: "of those with the same name at WhatsApp, this one: pt_BR",
      pt: "dos que têm o mesmo nome no WhatsApp, este: pt_BR"))
}

extension MessageTemplate {
  /// C14: the text filled in, or why it cannot be.
  func filledText(_ parameters: [TemplateParameter], named id: ID) throws -> String {
    do {
      return try filled(with: parameters)
    } catch {
      throw ScheduleRefusal.template(name: id.text, error)
    }
  }
}

extension Desk {
  /// A template by its id, else by its name at WhatsApp; `--language` chooses among those that have
  /// the same name there.
  func template(
    _ typed: String, _ words: ParsedWords
  ) throws -> (id: MessageTemplate.ID, template: MessageTemplate) {
    let entries = try templates.entries
    let own = entries.first { $0.id.text == typed }
    let name = own?.value.name ?? typed
    let namesakes = entries.filter { $0.value.name == name }
    if let language = words.value(.templateLanguage) {
      guard let found = namesakes.first(where: { $0.value.language == language }) else {
        throw Failure.noTemplate(name, in: language, namesakes.map(\.value.language))
      }
      return (found.id, found.value)
    }
    if let own { return (own.id, own.value) }
    guard let first = namesakes.first else {
      throw Failure.noSuchEntry(
        MessageTemplate.noun, typed, nearest(to: typed, among: entries.map(\.id.text)))
    }
    guard namesakes.count == 1 else {
      throw Failure.severalTemplates(name, namesakes.map(\.value.language))
    }
    return (first.id, first.value)
  }
}

extension ParsedWords {
  /// `--param K=V`, as often as it is given.
  func templateParameters() throws -> [TemplateParameter] {
    var known: Set<String> = []
    return try values(ScheduleOptions.parameter).map { typed in
      guard let equals = typed.firstIndex(of: "=") else {
        throw Failure.badValue(ScheduleOptions.parameter, typed, Text("K=V"))
      }
      let key = String(typed[..<equals])
      guard known.insert(key).inserted else {
        throw Failure.badValue(
          ScheduleOptions.parameter, typed,
          Text(en: "each parameter once", pt: "cada parâmetro uma vez"))
      }
      return TemplateParameter(key: key, value: String(typed[typed.index(after: equals)...]))
    }
  }
}
