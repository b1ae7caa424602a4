import CommandLineKit
import DeskCore
import JSON

extension EntryKind<MessageTemplate> {
  static let template = EntryKind(
    one: Text(en: "a template", pt: "um modelo"), all: Text(en: "the templates", pt: "os modelos"),
    summary: Text(
      en: "Messages that WhatsApp approved.", pt: "Mensagens que o WhatsApp aprovou."),
    discussion: Text(
      en: """
        WhatsApp decides whether a template may be sent; here stands what it decided. A template is
        the one message that reaches a contact who has not written for 24 hours.
        """,
      pt: """
        É o WhatsApp que decide se um modelo pode ser enviado; aqui fica o que ele decidiu. Um modelo
        é a única mensagem que chega a um contato que não escreve há 24 horas.
        """),
    example: "aviso --status approved --body 'Olá, {{nome}}!'",
    uses: EntryUses(
      schedules: { $0.template.flatMap { try? MessageTemplate.ID(text: $0) } },
      outbox: { $0.body.template.flatMap { try? MessageTemplate.ID(text: $0) } }),
    // WhatsApp's names have no hyphens.
    nameFromID: { $0.split(separator: "-").joined(separator: "_") })
}

extension CommandGroup<Action> {
  static var template: CommandGroup {
    let kind = EntryKind<MessageTemplate>.template
    return kind.group([
      kind.list, .templateShow, kind.add, kind.set, kind.remove, .templateImport,
    ])
  }
}
