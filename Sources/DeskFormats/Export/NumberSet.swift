/// Numbers of records, a bit each: a million of them take an eighth of a megabyte.
package struct NumberSet {
  private var words: [UInt64] = []

  package init() {}

  /// Whether it was not in it yet.
  package mutating func insert(_ number: Int) -> Bool {
    let (word, bit) = Self.place(of: number)
    if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  /// Whether it was in it.
  package mutating func remove(_ number: Int) -> Bool {
    let (word, bit) = Self.place(of: number)
    guard word < words.count, words[word] & bit != 0 else { return false }
    words[word] &= ~bit
    return true
  }

  package func contains(_ number: Int) -> Bool {
    let (word, bit) = Self.place(of: number)
    return word < words.count && words[word] & bit != 0
  }

  private static func place(of number: Int) -> (word: Int, bit: UInt64) {
    (number / 64, 1 << UInt64(number % 64))
  }
}
