import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension EntryKind {
  var add: CommandSpec<Action> { adding() }

  /// `edit` puts in what options besides those of the fields say.
  func adding(
    _ options: [OptionSpec] = [],
    _ edit: @escaping @Sendable (JSONObject, ParsedWords) throws -> JSONObject = { entry, _ in entry
    }
  ) -> CommandSpec<Action> {
    CommandSpec(
      name: "add", summary: Text(en: "Add \(one.en).", pt: "Acrescenta \(one.pt)."),
      examples: [
        Example(
          "deskctl \(Entry.noun) add \(example)",
          Text(
            en: "it is written behind those that are there",
            pt: "entra depois dos que já existem"))
      ],
      arguments: [EntryKind.argument],
      options: EntryOptions.options(of: Entry.self) + options,
      action: .config { desk, words in
        let id = try desk.newID(Entry.self, words.arguments[0])
        let (entry, notices) = try desk.rewriteEntries(Entry.self) { entries in
          if entries[id.text] != nil {
            throw ConfigError.alreadyAnEntry(noun: Entry.noun, id: id.text)
          }
          let new = try edit(desk.fill(named(id), Entry.self, words), words)
          try EntryKind.checkWhole(new)
          entries[id.text] = .object(new)
          return (new, try warnings?(desk, id, JSONObject(), new) ?? [])
        }
        let added = desk.change(Entry.self, id.text, EventWord.text("added"), entry)
        return Output(.changed(schema: Entry.noun, [added]), notices: notices)
      })
  }

  private func named(_ id: Slug<Entry>) -> JSONObject { ["name": JSONValue(nameFromID(id.text))] }

  private static func checkWhole(_ object: JSONObject) throws {
    if let key = keys.first(where: { $0.field.isRequired && $0.value(in: object) == nil }) {
      throw Failure.missing("--\(key.option)", "…")
    }
  }
}
