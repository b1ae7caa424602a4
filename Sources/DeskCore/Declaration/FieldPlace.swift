/// Where a field lies in its record, which is given as memory: so that all records are read and
/// written by the same code.
///
/// A stored field is taken where it lies: a key path takes ten times as long, and every line of the
/// store goes through here.
struct FieldPlace<Owner, Value>: Sendable {
  private let path: any WritableKeyPath<Owner, Value> & Sendable
  /// In bytes from the record's beginning; nil for a field that is computed.
  private let offset: Int?

  init(_ path: any WritableKeyPath<Owner, Value> & Sendable) {
    self.path = path
    offset = MemoryLayout<Owner>.offset(of: path)
  }

  func value(in record: UnsafeRawPointer) -> Value {
    guard let offset else {
      return record.assumingMemoryBound(to: Owner.self).pointee[keyPath: path]
    }
    return (record + offset).assumingMemoryBound(to: Value.self).pointee
  }

  func set(_ value: Value, in record: UnsafeMutableRawPointer) {
    if let offset {
      (record + offset).assumingMemoryBound(to: Value.self).pointee = value
    } else {
      record.assumingMemoryBound(to: Owner.self).pointee[keyPath: path] = value
    }
  }
}
