package import JSON

/// A value made of declared fields. Reading, writing, checking, its JSON Schema, the options of
/// `set` and `add` and the key path in an error all come from `fields`.
package protocol Record: FieldValue {
  init()
  /// In the order in which they are written. A record that is stored begins with its id.
  static var fields: [Field<Self>] { get }
}

extension Record {
  package static var shape: Shape { .record { fields.map(\.erased) } }

  package init(json: JSONValue) throws(Mismatch) {
    guard let object = json.object else { throw Self.mismatch }
    self.init()
    let fields = Self.fields
    var seen = [Bool](repeating: false, count: fields.count)
    var next = 0
    for (key, value) in object {
      // Written by us, the keys come in the declared order: the next one is nearly always it.
      while next < fields.count, fields[next].key != key { next += 1 }
      if next == fields.count {
        guard let found = fields.firstIndex(where: { $0.key == key }) else {
          throw Mismatch(
            .unknownKey(key, suggestion: nearest(to: key, among: fields.map(\.key))),
            at: [.key(key)])
        }
        next = found
      }
      do {
        try fields[next].read(value, &self)
      } catch {
        throw error.within(.key(key))
      }
      seen[next] = true
    }
    for (field, isSeen) in zip(fields, seen) where field.isRequired && !isSeen {
      throw Mismatch(.missing(key: field.key))
    }
  }

  /// As it is stored: what is unset, or as in a new record, is left out.
  package var json: JSONValue {
    var object = JSONObject()
    for field in Self.fields where field.isRequired || !field.isAsNew(self) {
      if let value = field.write(self) { object[field.key] = value }
    }
    return .object(object)
  }

  /// As scripts read it: every field is there, null where it is unset.
  package var fullJSON: JSONValue {
    .object(JSONObject(uniqueMembers: Self.fields.map { ($0.key, $0.write(self) ?? .null) }))
  }
}

/// The word among `words` that was probably meant: at most two changes away, or a third of it.
package func nearest(to word: String, among words: [String]) -> String? {
  let scored = words.map { (word: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
  guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, min(2, word.count / 2)) ? best.word : nil
}

/// Insertions, removals and replacements that make one text of the other (Levenshtein).
private func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (line, character) in first.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for column in 1..<max(1, row.count) {
      let above = row[column]
      row[column] = min(
        above + 1, row[column - 1] + 1, diagonal + (character == second[column - 1] ? 0 : 1))
      diagonal = above
    }
  }
  return row[second.count]
}
