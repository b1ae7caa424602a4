import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension EntryKind {
  var list: CommandSpec<Action> {
    CommandSpec(
      name: "list", summary: Text(en: "List \(all.en).", pt: "Lista \(all.pt)."),
      options: [.limit],
      action: .none { desk, words in
        var listing = Listing(Entry.noun, EntryKind.columns)
        for (id, entry) in try desk.limited(desk.config().catalog(Entry.self).entries, words) {
          let object = entry.json.object ?? JSONObject()
          listing.add(
            id: id.text, EntryRecord.json(id, entry),
            [id.text] + EntryKind.shown.map { $0.word($0.value(in: object)) })
        }
        return Output(.list(listing))
      })
  }

  /// Keys below others are for `show`: a table of all would have no room for them.
  private static var shown: [SettingKey] { keys.filter { $0.steps.count == 1 } }

  private static var columns: [Table.Column] {
    [Table.Column(Text("id"), key: "id")]
      + shown.map { Table.Column(Text($0.text), key: $0.text, shrinks: $0.text != "name") }
  }
}
