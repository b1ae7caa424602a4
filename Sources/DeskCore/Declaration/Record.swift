package import JSON

/// A value made of declared fields. Reading, writing, checking, its JSON Schema, the options of
/// `set` and `add` and the key path in an error all come from `fields`.
package protocol Record: FieldValue {
  init()
  /// In the order in which they are written. A record that is stored begins with its id.
  static var fields: Fields<Self> { get }
}

extension Record {
  package static var shape: Shape { .record { fields.erased } }

  package init(json: JSONValue) throws(Mismatch) {
    guard let object = json.object else { throw Self.mismatch }
    self.init()
    try withUnsafeMutablePointer(to: &self) { record throws(Mismatch) in
      try Self.fields.accesses.read(object, into: UnsafeMutableRawPointer(record))
    }
  }

  /// As it is stored: what is unset, or as in a new record, is left out.
  package var json: JSONValue {
    withUnsafePointer(to: self) { .object(Self.fields.accesses.stored(UnsafeRawPointer($0))) }
  }

  /// As scripts read it: every field is there, null where it is unset.
  package var fullJSON: JSONValue {
    withUnsafePointer(to: self) { .object(Self.fields.accesses.full(UnsafeRawPointer($0))) }
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
