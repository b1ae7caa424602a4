extension ChangingCommand {
  static let onConfig =
    onSettings
    + ["team", "category", "ticket-type", "priority", "group"].flatMap { noun in
      entries(noun, add: "", set: "--name Outro")
    } + entries("role", add: "--allow contact.edit", set: "--allow ticket.edit")
    + entries("agent", add: "--role atendente --teams suporte", set: "--teams vendas")
    + entries(
      "template", add: "--name outro --language pt_BR --body Olá", set: "--body Oi")
    + [ChangingCommand("template import modelos.json")]
    + entries("canned", add: "--text Olá", set: "--text Tchau")
    + entries("hours", add: "--weekly mon-fri=9:00-18:00", set: "--zone UTC")
    + entries("queue", add: "--team vendas", set: "--name Outra")
    + entries("subject", add: "--queue vendas", set: "--name Outro")
    + entries("survey", add: "--question Nota? --answers 1=Ruim,2=Boa", set: "--question Valeu?")

  private static let onSettings = [
    ChangingCommand("config set schedules.spacing.minutes=4"),
    ChangingCommand("config unset schedules.spacing.minutes", on: .configured),
    ChangingCommand("config edit desk"),
    ChangingCommand("whatsapp set --email-required yes --team vendas"),
    ChangingCommand("livechat set --font-color white --team vendas"),
  ]

  /// The three verbs of what is configured. A second entry of the same id is refused, and one that
  /// is gone is not found.
  private static func entries(_ noun: String, add: String, set: String) -> [ChangingCommand] {
    [
      ChangingCommand("\(noun) add outro \(add)", again: .refused(5)),
      ChangingCommand("\(noun) set novo \(set)", on: .configured),
      ChangingCommand("\(noun) remove novo", on: .configured, again: .refused(3)),
    ]
  }
}
