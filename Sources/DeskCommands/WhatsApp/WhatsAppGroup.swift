import CommandLineKit

extension CommandGroup<Action> {
  static var whatsapp: CommandGroup {
    CommandGroup(
      name: "whatsapp", aliases: ["wa"],
      summary: Text(
        en: "Messages that come in, and the tickets they open.",
        pt: "As mensagens que chegam e os chamados que abrem."),
      commands: [
        .whatsappShow,
        .whatsappSet,
        .whatsappReceive,
        .whatsappSimulate,
        .whatsappWindow,
      ])
  }
}
