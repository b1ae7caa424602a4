/// Random numbers that are the same in every run: SplitMix64, by Steele, Lea and Flood (2014).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// So many bytes, each of any value.
  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }

  /// A text of characters taken from those that a reader looks at, which gets deeper into it than
  /// bytes of any value do.
  package mutating func text(of alphabet: String, length: ClosedRange<Int>) -> String {
    let characters = Array(alphabet)
    let length = Int.random(in: length, using: &self)
    return String(
      (0..<length).compactMap { _ in characters.randomElement(using: &self) })
  }
}
