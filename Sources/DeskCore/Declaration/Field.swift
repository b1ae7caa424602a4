package import JSON

/// One field of a record, declared once: its key, what it means, and how it is read and written.
package struct Field<Owner>: Sendable {
  package let key: String
  package let note: Note
  package let isRequired: Bool
  package let isAutomatic: Bool
  package let shape: Shape
  /// What it is where it is unset; nil where it then has no value.
  package let standard: JSONValue?
  let read: @Sendable (JSONValue, inout Owner) throws(Mismatch) -> Void
  /// Nil where it is unset.
  let write: @Sendable (Owner) -> JSONValue?
  /// Whether it has the value of a new record, and need not be stored.
  let isAsNew: @Sendable (Owner) -> Bool

  package var erased: AnyField {
    AnyField(
      key: key, note: note, isRequired: isRequired, isAutomatic: isAutomatic, shape: shape,
      standard: standard)
  }

  /// A field that always has a value. It is left out of what is stored where it has the value of
  /// a new record, unless it is required.
  package init<Value: FieldValue>(
    _ key: String, _ path: any WritableKeyPath<Owner, Value> & Sendable, required: Bool = false,
    automatic: Bool = false, within range: ClosedRange<Int>? = nil, en: String, pt: String
  ) where Owner: Record {
    let new = Owner()[keyPath: path]
    self.init(
      key: key, note: Note(en: en, pt: pt), isRequired: required, isAutomatic: automatic,
      shape: range.map { .integer($0) } ?? Value.shape, standard: required ? .none : .some(new.json)
    ) { (json, owner) throws(Mismatch) in
      owner[keyPath: path] = try Self.check(json, Value(json: json), range)
    } write: { owner in
      owner[keyPath: path].json
    } isAsNew: { owner in
      owner[keyPath: path] == new
    }
  }

  /// A field that may be unset; JSON's null is that, too.
  package init<Value: FieldValue>(
    _ key: String, _ path: any WritableKeyPath<Owner, Value?> & Sendable, required: Bool = false,
    automatic: Bool = false, within range: ClosedRange<Int>? = nil, en: String, pt: String
  ) {
    self.init(
      key: key, note: Note(en: en, pt: pt), isRequired: required, isAutomatic: automatic,
      shape: range.map { .integer($0) } ?? Value.shape, standard: nil
    ) { (json, owner) throws(Mismatch) in
      owner[keyPath: path] = json.isNull ? nil : try Self.check(json, Value(json: json), range)
    } write: { owner in
      owner[keyPath: path]?.json
    } isAsNew: { owner in
      owner[keyPath: path] == nil
    }
  }

  private init(
    key: String, note: Note, isRequired: Bool, isAutomatic: Bool, shape: Shape,
    standard: JSONValue?,
    read: @escaping @Sendable (JSONValue, inout Owner) throws(Mismatch) -> Void,
    write: @escaping @Sendable (Owner) -> JSONValue?,
    isAsNew: @escaping @Sendable (Owner) -> Bool
  ) {
    self.key = key
    self.note = note
    self.isRequired = isRequired
    self.isAutomatic = isAutomatic
    self.shape = shape
    self.standard = standard
    self.read = read
    self.write = write
    self.isAsNew = isAsNew
  }

  private static func check<Value>(
    _ json: JSONValue, _ value: Value, _ range: ClosedRange<Int>?
  ) throws(Mismatch) -> Value {
    if let range, let number = json.int, !range.contains(number) {
      throw Mismatch(.unexpected(Expectation.integer(range)))
    }
    return value
  }
}
