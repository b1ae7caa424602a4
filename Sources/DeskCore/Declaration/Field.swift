import JSON

/// One field of a record, declared once: its key, what it means, and how it is read and written.
package struct Field<Owner>: Sendable {
  let erased: AnyField
  let access: FieldAccess

  /// A field that always has a value. It is left out of what is stored where it has the value of
  /// a new record, unless it is required.
  package init<Value: FieldValue>(
    _ key: String, _ path: any WritableKeyPath<Owner, Value> & Sendable, required: Bool = false,
    automatic: Bool = false, within range: ClosedRange<Int>? = nil, en: String, pt: String
  ) where Owner: Record {
    let place = FieldPlace(path)
    let new = Owner()[keyPath: path]
    erased = AnyField(
      key: key, note: Note(en: en, pt: pt), isRequired: required, isAutomatic: automatic,
      shape: range.map { .integer($0) } ?? Value.shape, standard: required ? .none : .some(new.json)
    )
    access = FieldAccess(key: key, isRequired: required) { (json, record) throws(Mismatch) in
      place.set(try Self.check(json, Value(json: json), range), in: record)
    } write: { record in
      place.value(in: record).json
    } store: { record, object in
      let value = place.value(in: record)
      if required || value != new { object.append(newKey: key, value.json) }
    }
  }

  /// A field that may be unset; JSON's null is that, too.
  package init<Value: FieldValue>(
    _ key: String, _ path: any WritableKeyPath<Owner, Value?> & Sendable, required: Bool = false,
    automatic: Bool = false, within range: ClosedRange<Int>? = nil, en: String, pt: String
  ) {
    let place = FieldPlace(path)
    erased = AnyField(
      key: key, note: Note(en: en, pt: pt), isRequired: required, isAutomatic: automatic,
      shape: range.map { .integer($0) } ?? Value.shape, standard: nil)
    access = FieldAccess(key: key, isRequired: required) { (json, record) throws(Mismatch) in
      place.set(json.isNull ? nil : try Self.check(json, Value(json: json), range), in: record)
    } write: { record in
      place.value(in: record)?.json
    } store: { record, object in
      if let value = place.value(in: record) { object.append(newKey: key, value.json) }
    }
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
