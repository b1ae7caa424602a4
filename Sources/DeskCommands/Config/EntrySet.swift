import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension EntryKind {
  var set: CommandSpec<Action> { setting() }

  /// `edit` puts in what options besides those of the fields say.
  func setting(
    _ options: [OptionSpec] = [],
    _ edit: @escaping @Sendable (JSONObject, ParsedWords) throws -> JSONObject = { entry, _ in entry
    }
  ) -> CommandSpec<Action> {
    CommandSpec(
      name: "set", summary: Text(en: "Change \(one.en).", pt: "Altera \(one.pt)."),
      arguments: [EntryKind.argument],
      options: EntryOptions.options(of: Entry.self) + options + [
        EntryOptions.unset(of: Entry.self)
      ],
      action: .config { desk, words in
        let (id, old, new, notices) = try desk.rewriteEntries(Entry.self) { entries in
          let id = try desk.id(Entry.self, words.arguments[0])
          let old = entries[id.text]?.object ?? JSONObject()
          var new = old
          let unset = words.values(EntryOptions.unset(of: Entry.self))
          for key in Self.keys where unset.contains(key.text) {
            new = new.setting(nil, at: key.steps)
          }
          new = try edit(desk.fill(new, Entry.self, words), words)
          entries[id.text] = .object(new)
          return (id, old, new, try warnings?(desk, id, old, new) ?? [])
        }
        let what =
          old == new
          ? Text(en: "already so", pt: "já estava assim") : EntryKind.difference(old, new)
        let changed = desk.change(Entry.self, id.text, what, new)
        return Output(.changed(schema: Entry.noun, [changed]), notices: notices)
      })
  }

  /// `set: teams suporte → suporte,vendas; login ana`
  private static func difference(_ old: JSONObject, _ new: JSONObject) -> Text {
    let changed = keys.filter { $0.value(in: old) != $0.value(in: new) }
    let parts = changed.map { key in
      let words = [key.value(in: old), key.value(in: new)].map { value in
        let word = Shown(key.word(value)).line
        return word.isEmpty ? "-" : word
      }
      return "\(key.text) \(words[0]) → \(words[1])"
    }
    let word = EventWord.text("set")
    let list = parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
    return Text(en: word.en + list, pt: word.pt + list)
  }
}
