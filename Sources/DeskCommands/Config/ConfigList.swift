import CommandLineKit
import DeskCore
import JSON

extension CommandSpec<Action> {
  private static var showOrigin: OptionSpec {
    .flag(
      "show-origin",
      Text(en: "where each value comes from", pt: "de onde vem cada valor"))
  }

  static var configList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(en: "All keys with their values.", pt: "Todas as chaves, com os valores."),
      options: [showOrigin], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let object = try desk.deskObject()
    let origins = try desk.configOrigins()
    var columns = [
      Table.Column(Text(en: "key", pt: "chave"), key: "key"),
      Table.Column(Text(en: "value", pt: "valor"), key: "value", shrinks: true),
    ]
    if words.has(showOrigin) {
      columns.append(Table.Column(Text(en: "origin", pt: "origem"), key: "origin"))
    }
    var listing = Listing("config", columns)
    for key in ConfigKeys.all {
      let value = key.value(in: object)
      let origin = origins.origin(of: key)
      let cells = [key.text, key.word(value)]
      listing.add(
        id: key.text,
        ["key": JSONValue(key.text), "value": value ?? .null, "origin": JSONValue(origin)],
        words.has(showOrigin) ? cells + [origin] : cells)
    }
    return Output(.list(listing))
  }
}
