import CDigest

/// The hash SHA-256 of FIPS 180-4, of bytes that come in pieces: by the processor's own instructions
/// where it has some, else by those of this file.
package struct SHA256: Sendable {
  private var state = SHA256.initialState
  private let hasInstructions: Bool

  private static let processorHasInstructions = cdigest_has_sha256()

  /// What does not yet fill a block; always less than one.
  private var pending: [UInt8] = []

  private var length: UInt64 = 0

  private static let blockSize = 64

  /// The hash of nothing yet.
  package init() { self.init(byInstructions: true) }

  init(byInstructions areWanted: Bool) {
    hasInstructions = areWanted && Self.processorHasInstructions
  }

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
      block.withUnsafeBytes { compressBlocks($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / Self.blockSize * Self.blockSize
    compressBlocks(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    pending += rest.dropFirst(whole)
  }

  private mutating func compressBlocks(_ blocks: UnsafeRawBufferPointer) {
    Self.roundConstants.withUnsafeBufferPointer { constants in
      if hasInstructions { return compressByInstructions(blocks, constants) }
      for start in stride(from: 0, to: blocks.count, by: Self.blockSize) {
        compress(
          UnsafeRawBufferPointer(rebasing: blocks[start..<start + Self.blockSize]), constants)
      }
    }
  }

  private mutating func compressByInstructions(
    _ blocks: UnsafeRawBufferPointer, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    let first = blocks.bindMemory(to: UInt8.self).baseAddress
    withUnsafeMutableBytes(of: &state) { state in
      cdigest_sha256(
        state.bindMemory(to: UInt32.self).baseAddress, first, blocks.count / Self.blockSize,
        constants.baseAddress)
    }
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

  /// Section 6.2.2: one block of 64 bytes, in 64 rounds. They are written out sixteen at a time: so
  /// the variables change their places by their names alone, and all of them stay in registers.
  private mutating func compress(
    _ block: UnsafeRawBufferPointer, _ k: UnsafeBufferPointer<UInt32>
  ) {
    var w0 = word(block, 0)
    var w1 = word(block, 1)
    var w2 = word(block, 2)
    var w3 = word(block, 3)
    var w4 = word(block, 4)
    var w5 = word(block, 5)
    var w6 = word(block, 6)
    var w7 = word(block, 7)
    var w8 = word(block, 8)
    var w9 = word(block, 9)
    var w10 = word(block, 10)
    var w11 = word(block, 11)
    var w12 = word(block, 12)
    var w13 = word(block, 13)
    var w14 = word(block, 14)
    var w15 = word(block, 15)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var round = 0
    while true {
      step(a, b, c, &d, e, f, g, &h, w0 &+ k[round])
      step(h, a, b, &c, d, e, f, &g, w1 &+ k[round + 1])
      step(g, h, a, &b, c, d, e, &f, w2 &+ k[round + 2])
      step(f, g, h, &a, b, c, d, &e, w3 &+ k[round + 3])
      step(e, f, g, &h, a, b, c, &d, w4 &+ k[round + 4])
      step(d, e, f, &g, h, a, b, &c, w5 &+ k[round + 5])
      step(c, d, e, &f, g, h, a, &b, w6 &+ k[round + 6])
      step(b, c, d, &e, f, g, h, &a, w7 &+ k[round + 7])
      step(a, b, c, &d, e, f, g, &h, w8 &+ k[round + 8])
      step(h, a, b, &c, d, e, f, &g, w9 &+ k[round + 9])
      step(g, h, a, &b, c, d, e, &f, w10 &+ k[round + 10])
      step(f, g, h, &a, b, c, d, &e, w11 &+ k[round + 11])
      step(e, f, g, &h, a, b, c, &d, w12 &+ k[round + 12])
      step(d, e, f, &g, h, a, b, &c, w13 &+ k[round + 13])
      step(c, d, e, &f, g, h, a, &b, w14 &+ k[round + 14])
      step(b, c, d, &e, f, g, h, &a, w15 &+ k[round + 15])
      round += 16
      if round == 64 { break }
      extend(&w0, w1, w9, w14)
      extend(&w1, w2, w10, w15)
      extend(&w2, w3, w11, w0)
      extend(&w3, w4, w12, w1)
      extend(&w4, w5, w13, w2)
      extend(&w5, w6, w14, w3)
      extend(&w6, w7, w15, w4)
      extend(&w7, w8, w0, w5)
      extend(&w8, w9, w1, w6)
      extend(&w9, w10, w2, w7)
      extend(&w10, w11, w3, w8)
      extend(&w11, w12, w4, w9)
      extend(&w12, w13, w5, w10)
      extend(&w13, w14, w6, w11)
      extend(&w14, w15, w7, w12)
      extend(&w15, w0, w8, w13)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// Words are big-endian.
  @inline(__always)
  private func word(_ block: UnsafeRawBufferPointer, _ i: Int) -> UInt32 {
    UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
  }

  /// The word of the schedule that is 16 later, in the place of the earlier one.
  @inline(__always)
  private func extend(_ w: inout UInt32, _ early: UInt32, _ mid: UInt32, _ late: UInt32) {
    w =
      w &+ (rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)) &+ mid
      &+ (rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10))
  }

  @inline(__always)
  private func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ kw: UInt32
  ) {
    let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ (e & (f ^ g))) &+ kw
    d &+= first
    h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word &>> bits) | (word &<< (32 &- bits))
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
