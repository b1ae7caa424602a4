import CommandLineKit

extension CommandGroup<Action> {
  static var whatsApp: CommandGroup {
    CommandGroup(
      name: "whatsapp", aliases: ["wa"],
      summary: Text(
        en: "Messages that come in, and the tickets they open.",
        pt: "As mensagens que chegam e os chamados que abrem."),
      commands: [
        .whatsAppReceive, .whatsAppWindow,
      ])
  }
}
