import CommandLineKit
import DeskCore
import JSON

extension CommandSpec<Action> {
  private static var full: OptionSpec {
    .flag("full", Text(en: "texts to their last line", pt: "os textos até a última linha"))
  }

  static var whatsappShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "What happens to who writes, and each setting with its origin.",
        pt: "O que acontece com quem escreve, e cada configuração com a sua origem."),
      examples: [
        Example(
          "deskctl whatsapp show --full",
          Text(en: "with all that is asked and said", pt: "com tudo o que se pergunta e se diz"))
      ],
      options: [full], action: .none(show))
  }

  private static func show(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let rows = try desk.whatsAppRows()
    let settings = rows.reduce(JSONObject()) { $0.setting($1.value ?? .null, at: $1.key.steps) }
    let record: JSONValue = [
      "settings": .object(settings),
      "origins": .object(
        JSONObject(uniqueMembers: rows.map { ($0.key.text, JSONValue($0.origin)) })),
    ]
    let account = try IntakeAccount(desk).text(width: desk.pageWidth)
    return Output(
      .one(
        schema: "whatsapp", record,
        text: account + "\n" + SettingSheet(rows, isFull: words.has(full)).text(desk.language)))
  }
}

extension Desk {
  /// Every setting of WhatsApp, with the value that holds and where it comes from.
  fileprivate func whatsAppRows() throws -> [SettingRow] {
    let object = try deskObject()
    let origins = try configOrigins()
    return WhatsAppKeys.all.map { key in
      let whole = WhatsAppKeys.whole(key)
      return SettingRow(
        key: key, value: whole.value(in: object), origin: origins.origin(of: whole))
    }
  }
}
