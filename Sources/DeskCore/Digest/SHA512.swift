/// The hashes SHA-512 and SHA-384 of FIPS 180-4, of bytes that are all there.
package enum SHA512 {
  /// 64 bytes.
  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    digest(bytes, from: SHA512Constants.initialState)
  }

  /// 48 bytes: the same rounds from another beginning, cut short. What `integrity` of a page names.
  package static func hash384(_ bytes: [UInt8]) -> [UInt8] {
    Array(digest(bytes, from: SHA512Constants.initialState384).prefix(48))
  }

  private static let blockSize = 128

  private static func digest(_ bytes: [UInt8], from initial: [UInt64]) -> [UInt8] {
    let padding = (2 * blockSize - 17 - bytes.count % blockSize) % blockSize
    let bits = UInt64(bytes.count) &* 8
    let length = (0..<16).map { $0 < 8 ? 0 : UInt8(truncatingIfNeeded: bits >> (120 - 8 * $0)) }
    let padded = bytes + [0x80] + Array(repeating: 0, count: padding) + length
    var state = initial
    for start in stride(from: 0, to: padded.count, by: blockSize) {
      compress(padded[start..<start + blockSize], into: &state)
    }
    return state.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
  }

  /// Section 6.4.2: one block of 128 bytes, in 80 rounds.
  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt64]) {
    let words = schedule(of: block)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<80 {
      let sigma1 = rotated(e, 14) ^ rotated(e, 18) ^ rotated(e, 41)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sigma1 &+ choice &+ SHA512Constants.rounds[round] &+ words[round]
      let sigma0 = rotated(a, 28) ^ rotated(a, 34) ^ rotated(a, 39)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sigma0 &+ majority)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func schedule(of block: ArraySlice<UInt8>) -> [UInt64] {
    var words = (0..<16).map { word in
      (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64(block[block.startIndex + 8 * word + $1]) }
    }
    for round in 16..<80 {
      let (early, late) = (words[round - 15], words[round - 2])
      let sigma0 = rotated(early, 1) ^ rotated(early, 8) ^ (early >> 7)
      let sigma1 = rotated(late, 19) ^ rotated(late, 61) ^ (late >> 6)
      words.append(sigma1 &+ words[round - 7] &+ sigma0 &+ words[round - 16])
    }
    return words
  }

  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word >> bits | word << (64 - bits)
  }
}
