import DeskCore

/// A 64-bit hash of a file's content (XXH64): tells whether a file is the one that was meant, not
/// whether somebody forged it.
package struct Fingerprint: Hashable, Sendable {
  let value: UInt64

  package init(of bytes: [UInt8]) { value = XXH64.hash(bytes) }
  init?(text: Substring) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// A change with the whole content that its file will have, where that is known.
struct PreparedChange {
  let change: FileChange
  /// The file as it will be; nil for an append or a removal.
  let after: [UInt8]?
}

/// What a transaction does to one file, with what was there before and what will be: enough to do
/// it, to do it again after a crash, and to see that it was done.
package enum FileChange: Hashable, Sendable {
  /// Bytes behind all that a file holds; `offset` is its size before.
  case append(path: String, offset: Int, bytes: [UInt8])
  /// Lines of a block put in their places by id.
  case edit(path: String, before: Fingerprint, after: Fingerprint, lines: [UInt8])
  /// The whole file; `before` is nil for a new one.
  case write(path: String, before: Fingerprint?, bytes: [UInt8])
  case remove(path: String, before: Fingerprint)

  var path: String {
    switch self {
    case .append(let path, _, _), .edit(let path, _, _, _), .write(let path, _, _),
      .remove(let path, _):
      path
    }
  }
}
