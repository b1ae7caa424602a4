import CommandLineKit
import DeskCore
import DeskFormats
import JSON

extension CommandSpec<Action> {
  static var livechatShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "Each setting of livechat with its origin, and today's fingerprint.",
        pt: "Cada configuração do livechat com a origem, e a impressão digital de hoje."),
      examples: [
        Example(
          "deskctl livechat show --full",
          Text(en: "with all that is said", pt: "com tudo o que se diz"))
      ],
      options: [.full], action: .none(show))
  }

  private static func show(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let section = SettingsSection.livechat
    let settings = try desk.settings
    let rows = try section.rows(desk)
    let look = ChatLook(settings.livechat, language: settings.desk.language)
    var record = section.json(rows)
    record["fingerprint"] =
      settings.livechat.enabled ? JSONValue(look.fingerprint) : JSONValue.null
    let sheet = SettingSheet(rows, isFull: words.has(.full)).text(desk.language)
    let state =
      settings.livechat.enabled
      ? Text(
        en: "L7  The code of today is \(look.fingerprint).",
        pt: "L7  O código de hoje é \(look.fingerprint).")
      : Text(en: "L1  This desk has no livechat.", pt: "L1  Esta central não tem livechat.")
    return Output(
      .one(schema: "livechat", .object(record), text: "\(state(desk.language))\n\n\(sheet)"),
      notices: settings.livechat.poorContrasts.map { .contrast($0) })
  }
}
