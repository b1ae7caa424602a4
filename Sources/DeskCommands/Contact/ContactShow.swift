import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(en: "One contact, whole.", pt: "Um contato, inteiro."),
      arguments: [.contact], action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let contact = try desk.contact(words.arguments[0], in: store)
    return Output(.one(schema: "contact", contact.fullJSON, text: try desk.sheet(contact)))
  }
}
