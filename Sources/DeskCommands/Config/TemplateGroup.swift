import CommandLineKit
import DeskCore
import JSON

extension EntryKind<MessageTemplate> {
  static let template = EntryKind(
    one: Text(en: "a template", pt: "um modelo"), all: Text(en: "the templates", pt: "os modelos"),
    summary: Text(
      en: "Messages that WhatsApp approved.", pt: "Mensagens que o WhatsApp aprovou."),
    discussion: Text(
      en: """
        WhatsApp decides whether a template may be sent; here stands what it decided. A template is
        the one message that reaches a contact who has not written for 24 hours.
        """,
      pt: """
        É o WhatsApp que decide se um modelo pode ser enviado; aqui fica o que ele decidiu. Um modelo
        é a única mensagem que chega a um contato que não escreve há 24 horas.
        """),
    example: "aviso --status approved --body 'Olá, {{nome}}!'",
    uses: EntryUses(schedules: { $0.template.flatMap { try? MessageTemplate.ID(text: $0) } }),
    // WhatsApp's names have no hyphens.
    nameFromID: { $0.split(separator: "-").joined(separator: "_") })
}

extension CommandGroup<Action> {
  static var template: CommandGroup {
    let kind = EntryKind<MessageTemplate>.template
    return kind.group([kind.list, .templateShow, kind.add, kind.set, kind.remove])
  }
}

extension CommandSpec<Action> {
  fileprivate static var templateShow: CommandSpec {
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
      arguments: [EntryKind<MessageTemplate>.argument], options: [ScheduleOptions.parameter],
      action: .none(showTemplate))
  }

  private static func showTemplate(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let typed = words.arguments[0]
    let parameters = try words.templateParameters()
    guard !parameters.isEmpty else { return try EntryKind<MessageTemplate>.shown(desk, typed) }
    let id = try desk.id(MessageTemplate.self, typed)
    let template = try desk.templates[id] ?? MessageTemplate()
    let text: String
    do {
      text = try template.filled(with: parameters)
    } catch {
      throw ScheduleRefusal.template(name: id.text, error)
    }
    var record = EntryRecord.json(id, template).object ?? JSONObject()
    record["filled"] = JSONValue(text)
    return Output(
      .one(schema: MessageTemplate.noun, .object(record), text: Shown(text).paragraph + "\n"))
  }
}

extension ParsedWords {
  /// `--param K=V`, as often as it is given.
  func templateParameters() throws -> [TemplateParameter] {
    try values(ScheduleOptions.parameter).map { typed in
      guard let equals = typed.firstIndex(of: "=") else {
        throw Failure.badValue(ScheduleOptions.parameter, typed, Text("K=V"))
      }
      return TemplateParameter(
        key: String(typed[..<equals]), value: String(typed[typed.index(after: equals)...]))
    }
  }
}
