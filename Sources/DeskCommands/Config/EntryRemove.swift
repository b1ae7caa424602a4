import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension EntryKind {
  var remove: CommandSpec<Action> {
    CommandSpec(
      name: "remove",
      summary: Text(
        en: "Remove \(one.en) that nothing refers to.",
        pt: "Remove \(one.pt) que nada mais usa."),
      arguments: [EntryKind.arguments],
      action: .config { desk, words in
        let removed = try desk.rewriteEntries(Entry.self) { entries in
          try desk.words(words.arguments).map { typed in
            let id = try desk.id(Entry.self, typed)
            let users = try uses.users(of: id, desk)
            if !users.isEmpty {
              throw ConfigError.inUse(noun: Entry.noun, id: id.text, by: users)
            }
            let entry = entries[id.text]?.object ?? JSONObject()
            entries[id.text] = nil
            return desk.change(Entry.self, id.text, EventWord.text("removed"), entry)
          }
        }
        return Output(.changed(schema: Entry.noun, removed))
      })
  }
}
