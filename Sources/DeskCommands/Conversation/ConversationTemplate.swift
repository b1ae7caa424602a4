import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationTemplate: CommandSpec {
    CommandSpec(
      name: "template",
      summary: Text(
        en: "Send the contact a template; it may go at any time.",
        pt: "Envia um modelo ao contato; pode ir a qualquer hora."),
      discussion: Text(
        en: """
          A template goes outside the 24 hours, too. A parameter that is missing or one too many, or
          a template that WhatsApp has not approved, is refused. `template show` shows it filled in
          first.
          """,
        pt: """
          Um modelo também vai fora das 24 horas. Um parâmetro que falte ou sobre, ou um modelo que o
          WhatsApp não aprovou, é recusado. `template show` o mostra preenchido antes.
          """),
      examples: [
        Example(
          "deskctl conversation template 3 lembrete-visita --param nome=Carla --param data=05/12 --param hora=10h",
          Text(en: "waits in the outbox, filled in", pt: "fica na caixa de saída, preenchido"))
      ],
      arguments: [.record(.conversation), .template],
      options: [ScheduleOptions.parameter, .templateLanguage, .ifRevision],
      action: .write(.work, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let (id, template) = try desk.template(words.arguments[1], words)
    let content = Writing.Content.template(id, template, try words.templateParameters())
    return try desk.write(content, in: words.arguments[0], transaction)
  }
}
