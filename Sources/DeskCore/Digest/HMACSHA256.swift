/// The keyed hash HMAC-SHA256 (RFC 2104, RFC 4231): who does not have the key cannot make it.
package struct HMACSHA256: Sendable {
  private var inner = SHA256()
  private let outer: SHA256

  /// SHA-256's block, in bytes.
  private static let blockSize = 64

  /// A key of any length; one that is longer than a block counts as its hash.
  package init(key: [UInt8]) {
    let short = key.count > Self.blockSize ? SHA256.hash(key) : key
    let padded = short + [UInt8](repeating: 0, count: Self.blockSize - short.count)
    inner.update(padded.map { $0 ^ 0x36 })
    var outer = SHA256()
    outer.update(padded.map { $0 ^ 0x5C })
    self.outer = outer
  }

  /// The code of bytes that are all there: 32 bytes.
  package static func code(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = HMACSHA256(key: key)
    code.update(bytes)
    return code.finalize()
  }

  /// Appends bytes to what is hashed.
  package mutating func update(_ bytes: [UInt8]) { inner.update(bytes) }

  /// The code of everything so far: 32 bytes.
  package func finalize() -> [UInt8] {
    var last = outer
    last.update(inner.finalize())
    return last.finalize()
  }
}

/// A comparison that takes the same time wherever two texts differ, so that nobody can find a code
/// byte by byte from how long its refusal takes.
package enum ConstantTime {
  /// Whether both are the same. Of two lengths, which are no secret, the answer is known at once.
  package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (first, second) in zip(left, right) { difference |= first ^ second }
    return difference == 0
  }
}
