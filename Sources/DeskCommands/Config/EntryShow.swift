import CommandLineKit
import DeskCore
import DeskStore

extension EntryKind {
  var show: CommandSpec<Action> {
    CommandSpec(
      name: "show",
      summary: Text(en: "Show \(one.en), whole.", pt: "Mostra \(one.pt), por inteiro."),
      arguments: [EntryKind.argument],
      action: .none { desk, words in try EntryKind.shown(desk, words.arguments[0]) })
  }

  static func shown(_ desk: Desk, _ typed: String) throws -> Output {
    let id = try desk.id(Entry.self, typed)
    let entry = try desk.config().catalog(Entry.self)[id] ?? Entry()
    return Output(
      .one(
        schema: Entry.noun, EntryRecord.json(id, entry),
        text: "\(Entry.noun)/\(id)\n" + (try desk.sheet(entry))))
  }
}
