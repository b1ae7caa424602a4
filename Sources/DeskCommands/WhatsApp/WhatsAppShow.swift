import CommandLineKit
import JSON

extension CommandSpec<Action> {
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
      options: [.full], action: .none(show))
  }

  private static func show(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let section = SettingsSection.whatsapp
    let rows = try section.rows(desk)
    let account = try IntakeAccount(desk).text(width: desk.pageWidth)
    return Output(
      .one(
        schema: "whatsapp", .object(section.json(rows)),
        text: account + "\n" + SettingSheet(rows, isFull: words.has(.full)).text(desk.language)))
  }
}

extension OptionSpec {
  static let full = OptionSpec.flag(
    "full", Text(en: "texts to their last line", pt: "os textos até a última linha"))
}
