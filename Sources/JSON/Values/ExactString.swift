/// A string that is equal to another when their code points are, as RFC 8259 (8.3) compares names.
///
/// Swift's own comparison holds a composed and a decomposed `é` for the same.
struct ExactString: Hashable, Sendable {
  let string: String

  init(_ string: String) { self.string = string }

  static func == (left: ExactString, right: ExactString) -> Bool {
    let left = left.string.utf8Span.span
    let right = right.string.utf8Span.span
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    string.utf8Span.span.withUnsafeBytes { bytes in hasher.combine(bytes: bytes) }
    hasher.combine(0xFF as UInt8)
  }
}

extension ExactString {
  /// A cheap digest: equal strings share it, and the keys of one object seldom do otherwise.
  var fingerprint: UInt64 {
    let bytes = string.utf8Span.span
    let count = bytes.count
    guard count > 0 else { return 0 }
    let first = UInt64(bytes[0])
    let second = UInt64(bytes[count / 3])
    let third = UInt64(bytes[count / 2])
    let last = UInt64(bytes[count - 1])
    return UInt64(truncatingIfNeeded: count) << 32 | first << 24 | second << 16 | third << 8 | last
  }
}
