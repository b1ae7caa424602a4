import CommandLineKit

extension CommandGroup<Action> {
  static var whatsApp: CommandGroup {
    CommandGroup(
      name: "whatsapp", aliases: ["wa"],
      summary: Text(
        en: "What is WhatsApp's own.", pt: "O que é próprio do WhatsApp."),
      commands: [
        .whatsAppWindow
      ])
  }
}
