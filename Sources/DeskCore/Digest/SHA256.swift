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

  /// Section 6.2.2: one block of 64 bytes, in 64 rounds. They are written out eight at a time: then
  /// the working variables change their places by their names, and nothing is moved.
  private mutating func compress(_ block: UnsafeRawBufferPointer) {
    let words = Self.schedule(of: block)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var round = 0
    while round < 64 {
      step(a, b, c, &d, e, f, g, &h, words, round)
      step(h, a, b, &c, d, e, f, &g, words, round + 1)
      step(g, h, a, &b, c, d, e, &f, words, round + 2)
      step(f, g, h, &a, b, c, d, &e, words, round + 3)
      step(e, f, g, &h, a, b, c, &d, words, round + 4)
      step(d, e, f, &g, h, a, b, &c, words, round + 5)
      step(c, d, e, &f, g, h, a, &b, words, round + 6)
      step(b, c, d, &e, f, g, h, &a, words, round + 7)
      round += 8
    }
    let mixed: [8 of UInt32] = [a, b, c, d, e, f, g, h]
    for index in 0..<8 { state[index] &+= mixed[index] }
  }

  @inline(__always)
  private func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ words: borrowing [64 of UInt32], _ round: Int
  ) {
    let sigma1 = Self.rotated(e, 6) ^ Self.rotated(e, 11) ^ Self.rotated(e, 25)
    let choice = g ^ (e & (f ^ g))
    let first = h &+ sigma1 &+ choice &+ words[unchecked: round]
    let sigma0 = Self.rotated(a, 2) ^ Self.rotated(a, 13) ^ Self.rotated(a, 22)
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ sigma0 &+ majority
  }

  /// The words of the message schedule, each with the constant of its round added.
  @inline(__always)
  private static func schedule(of block: UnsafeRawBufferPointer) -> [64 of UInt32] {
    var words = [64 of UInt32](repeating: 0)
    for index in 0..<16 {
      words[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
      let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ sigma0 &+ words[index - 7] &+ sigma1
    }
    let constants = roundConstants
    for index in 0..<64 { words[index] &+= constants[index] }
    return words
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
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
