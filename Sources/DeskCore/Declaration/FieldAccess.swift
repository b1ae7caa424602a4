import JSON

/// How a field is read and written. The record is given as memory of the type that declares the
/// field: this is no generic type, so the loops below are compiled once and run as they are.
///
/// A class, because a loop over fields would copy all that a value holds.
final class FieldAccess: Sendable {
  typealias Read = @Sendable (JSONValue, UnsafeMutableRawPointer) throws(Mismatch) -> Void

  let key: String
  let isRequired: Bool
  let read: Read
  /// Nil where it is unset.
  let write: @Sendable (UnsafeRawPointer) -> JSONValue?
  /// Adds it to what is stored, unless it has the value of a new record and need not be.
  let store: @Sendable (UnsafeRawPointer, inout JSONObject) -> Void

  init(
    key: String, isRequired: Bool, read: @escaping Read,
    write: @escaping @Sendable (UnsafeRawPointer) -> JSONValue?,
    store: @escaping @Sendable (UnsafeRawPointer, inout JSONObject) -> Void
  ) {
    self.key = key
    self.isRequired = isRequired
    self.read = read
    self.write = write
    self.store = store
  }
}

extension [FieldAccess] {
  /// Reads the members of an object into a new record.
  func read(_ object: JSONObject, into record: UnsafeMutableRawPointer) throws(Mismatch) {
    var requiredSeen = 0
    var next = 0
    for (key, value) in object.members {
      // Written by us, the keys come in the declared order: the next one is nearly always it.
      while next < count, self[next].key != key { next += 1 }
      if next == count { next = try place(of: key) }
      let field = self[next]
      do {
        try field.read(value, record)
      } catch {
        throw error.within(.key(key))
      }
      if field.isRequired { requiredSeen += 1 }
    }
    // An object has each key once.
    for field in self where field.isRequired { requiredSeen -= 1 }
    if requiredSeen < 0 { throw missingKey(in: object) }
  }

  private func place(of key: String) throws(Mismatch) -> Int {
    if let place = firstIndex(where: { $0.key == key }) { return place }
    let suggestion = nearest(to: key, among: map(\.key))
    throw Mismatch(.unknownKey(key, suggestion: suggestion), at: [.key(key)])
  }

  private func missingKey(in object: JSONObject) -> Mismatch {
    let missing = first { $0.isRequired && object[$0.key] == nil }
    return Mismatch(.missing(key: missing?.key ?? ""))
  }

  /// What is unset, or as in a new record, is left out.
  func stored(_ record: UnsafeRawPointer) -> JSONObject {
    var object = JSONObject()
    object.reserveCapacity(count)
    for field in self { field.store(record, &object) }
    return object
  }

  /// Every field, null where it is unset.
  func full(_ record: UnsafeRawPointer) -> JSONObject {
    var object = JSONObject()
    object.reserveCapacity(count)
    for field in self { object.append(newKey: field.key, field.write(record) ?? .null) }
    return object
  }
}
