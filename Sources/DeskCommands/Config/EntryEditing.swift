import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension Desk {
  /// Changes the entries of one file of Config; where there is none yet, it is made.
  func rewriteEntries<Entry: ConfiguredRecord, Answer>(
    _ type: Entry.Type, _ change: (inout JSONObject) throws -> Answer
  ) throws -> Answer {
    try rewrite(Entry.file + ".json") { old in
      // Throws what is wrong with the file as it is: no change is built on that.
      _ = try config().catalog(type)
      var entries = old[Entry.file]?.object ?? JSONObject()
      let answer = try change(&entries)
      var object =
        old.isEmpty ? ["$schema": JSONValue("schema/\(Entry.file).schema.json")] : old
      object[Entry.file] = .object(entries)
      return (object, answer)
    }
  }

  /// The id that a new entry is to have.
  func newID<Entry: ConfiguredRecord>(_ type: Entry.Type, _ typed: String) throws -> Slug<Entry> {
    do {
      return try Slug<Entry>(text: typed)
    } catch {
      var failure = Failure.badValue(
        "ID", typed,
        Text(
          en: "lower-case letters, digits and hyphens, at most 64",
          pt: "letras minúsculas sem acento, dígitos e hífens, no máximo 64"))
      failure.hint = typed.slug.map { Text("deskctl \(Entry.noun) add \($0)") }
      throw failure
    }
  }

  /// `team/vendas added`, with the entry as it is now.
  func change<Entry: ConfiguredRecord>(
    _ type: Entry.Type, _ id: String, _ what: Text, _ object: JSONObject
  ) -> Output.Change {
    Output.Change(
      id: id, line: "\(Entry.noun)/\(id) \(what(language))",
      record: EntryRecord.json(id, type, object))
  }
}

/// An entry as scripts read it.
enum EntryRecord {
  /// Its id, then every field, null where it is unset.
  static func json<Entry: ConfiguredRecord>(
    _ id: String, _ type: Entry.Type, _ object: JSONObject
  ) -> JSONValue {
    let fields = Entry.fields.erased.map { field in
      (field.key, object[field.key] ?? field.standard ?? .null)
    }
    return .object(JSONObject(uniqueMembers: [("id", JSONValue(id))] + fields))
  }

  static func json<Entry: ConfiguredRecord>(_ id: Slug<Entry>, _ entry: Entry) -> JSONValue {
    json(id.text, Entry.self, entry.json.object ?? JSONObject())
  }
}

extension String {
  /// The text as an id, `Nota Fiscal` as `nota-fiscal`; nil where nothing of it can stand in one.
  fileprivate var slug: String? {
    let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = String(words.joined(separator: "-").prefix(64))
    return slug.isEmpty ? nil : slug
  }
}
