import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var contactShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "One contact, whole, with the newest conversations and tickets.",
        pt: "Um contato, inteiro, com as conversas e os chamados mais novos."),
      arguments: [.contact], options: [newest], action: .read(nil, run))
  }

  private static let newest = OptionSpec.value(
    "limit", "N",
    Text(
      en: "the newest N of each; 10 unless set", pt: "os N mais novos de cada; 10 se não for dito"))

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let contact = try desk.visible(desk.contact(words.arguments[0], in: store), store)
    let work = try ContactWork(
      of: contact, newest: words.number(newest, from: 0) ?? 10, desk, store)
    var record = contact.fullJSON.object ?? JSONObject()
    work.add(to: &record)
    return Output(
      .one(
        schema: "contact", .object(record), text: try desk.sheet(contact) + work.text))
  }
}
