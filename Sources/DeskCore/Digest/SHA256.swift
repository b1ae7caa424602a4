/// The hash SHA-256 of FIPS 180-4, of bytes that come in pieces.
package struct SHA256: Sendable {
  private var state = SHA256.initialState

  /// What does not yet fill a block; always less than one.
  private var pending: [UInt8] = []

  private var length: UInt64 = 0

  private static let blockSize = 64

  /// The hash of nothing yet.
  package init() {}

  /// The hash of bytes that are all there: 32 bytes.
  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Appends bytes to what is hashed.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends bytes to what is hashed.
  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends bytes to what is hashed.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(Self.blockSize - pending.count)
      pending += missing
      rest = rest.dropFirst(missing.count)
      guard pending.count == Self.blockSize else { return }
      let block = pending
      block.withUnsafeBytes { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    while rest.count >= Self.blockSize {
      compress(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.blockSize)))
      rest = rest.dropFirst(Self.blockSize)
    }
    pending += rest
  }

  /// The hash of everything so far: 32 bytes. More may be appended afterwards.
  package func finalize() -> [UInt8] {
    var last = self
    let padding = (2 * Self.blockSize - 9 - pending.count) % Self.blockSize
    let bits = length &* 8
    last.update([0x80] + Array(repeating: 0, count: padding))
    last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in last.state.indices {
      for shift in [24, 16, 8, 0] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: last.state[word] >> shift))
      }
    }
    return bytes
  }

  /// Section 6.2.2: one block of 64 bytes, in 64 rounds. The schedule keeps its last 16 words.
  private mutating func compress(_ block: UnsafeRawBufferPointer) {
    var words = [16 of UInt32](repeating: 0)
    for index in 0..<16 {
      words[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      if round >= 16 { words[round & 15] = scheduled(words, round) }
      let sigma1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sigma1 &+ choice &+ Self.roundConstants[round] &+ words[round & 15]
      let sigma0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sigma0 &+ majority)
    }
    let mixed: [8 of UInt32] = [a, b, c, d, e, f, g, h]
    for index in 0..<8 { state[index] &+= mixed[index] }
  }

  @inline(__always)
  private func scheduled(_ words: [16 of UInt32], _ round: Int) -> UInt32 {
    let early = words[(round + 1) & 15]
    let late = words[(round + 14) & 15]
    let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
    let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
    return words[round & 15] &+ sigma0 &+ words[(round + 9) & 15] &+ sigma1
  }

  @inline(__always)
  private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }
}

extension Sequence<UInt8> {
  /// The bytes in hexadecimal, two small letters or digits each.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * underestimatedCount)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
