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
            [id.text] + EntryKind.keys.map { $0.word($0.value(in: object)) })
        }
        return Output(.list(listing))
      })
  }

  private static var columns: [Table.Column] {
    [Table.Column(Text("id"), key: "id")]
      + keys.map { Table.Column(Text($0.text), key: $0.text, shrinks: $0.text != "name") }
  }
}
