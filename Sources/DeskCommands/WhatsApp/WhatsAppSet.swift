import CommandLineKit
import JSON

extension CommandSpec<Action> {
  static var whatsappSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Change WhatsApp's settings, all of them together or none.",
        pt: "Altera as configurações do WhatsApp, todas juntas ou nenhuma."),
      discussion: Text(
        en: "Each key of `whatsapp show` has its option. A text may be @FILE.",
        pt: "Cada chave de `whatsapp show` tem a sua opção. Um texto pode ser @ARQUIVO."),
      examples: [
        Example(
          "deskctl whatsapp set --open-on-conversation-start yes --title 'WhatsApp {contact.name}' --team suporte",
          Text(en: "tickets open by themselves", pt: "chamados se abrem sozinhos")),
        Example(
          "deskctl whatsapp set --email-required no --email-max-attempts 3",
          Text(
            en: "who gives no e-mail may go on without",
            pt: "quem não informa e-mail pode seguir sem")),
      ],
      options: SettingsSection.whatsapp.options, action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let section = SettingsSection.whatsapp
    let (changes, notices) = try desk.rewriteKeys(section.wanted(desk, words))
    let change = Output.Change(
      id: section.name, line: section.line(of: changes, desk.language),
      record: ["changes": .array(changes.map { $0.change(desk.language).record })])
    return Output(.changed(schema: "whatsapp.change", [change]), notices: notices)
  }
}
