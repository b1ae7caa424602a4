import CommandLineKit

extension CommandGroup<Action> {
  static var whatsapp: CommandGroup {
    CommandGroup(
      name: "whatsapp", aliases: ["wa"],
      summary: Text(
        en: "WhatsApp: what opens tickets by itself, and what is asked before.",
        pt: "WhatsApp: o que abre chamados sozinho, e o que se pergunta antes."),
      commands: [
        .whatsappShow,
        .whatsappSet,
      ])
  }
}
