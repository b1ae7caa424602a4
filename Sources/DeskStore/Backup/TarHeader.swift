/// What stands before each file of a tar, 512 bytes, as POSIX.1-1988 (ustar) lays them out; a longer
/// header of POSIX.1-2001 (pax) goes before it where a name or a size does not fit.
struct TarHeader: Hashable {
  /// Everything in a tar lies in blocks of so many bytes.
  static let blockSize = 512

  enum Kind: Hashable {
    case file
    /// What the next header says, in longer words.
    case pax
    /// A link, a folder, a device or what else a tar may hold: the letter that says so.
    case other(UInt8)
  }

  var name: String
  var size: Int
  var kind = Kind.file

  /// Zero bytes that fill a content's last block.
  static func padding(after size: Int) -> Int { (blockSize - size % blockSize) % blockSize }

  // MARK: Writing

  /// The header's blocks. `modified` is in seconds since 1970.
  func encoded(modified: Int) -> [UInt8] {
    guard
      name.utf8.count > Self.nameSize || !name.utf8.allSatisfy({ $0 < 0x80 })
        || size > Self.largestSize
    else { return block(name, size, modified) }
    let records = PaxRecord("path", name).bytes + PaxRecord("size", String(size)).bytes
    let long = TarHeader(name: "pax", size: records.count, kind: .pax)
    return long.block(long.name, long.size, modified) + records
      + [UInt8](repeating: 0, count: Self.padding(after: records.count))
      + block("long", min(size, Self.largestSize), modified)
  }

  private static let nameSize = 100
  private static let largestSize = 0o777_7777_7777

  private func block(_ name: String, _ size: Int, _ modified: Int) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ text: String, at place: Int) {
      block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    put(name, at: 0)
    put("0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(Self.octal(size, 11), at: 124)
    put(Self.octal(max(0, modified), 11), at: 136)
    block[156] = kind.letter
    put("ustar", at: 257)
    put("00", at: 263)
    put(Self.octal(Self.sum(of: block), 6), at: 148)
    block[154] = 0
    block[155] = UInt8(ascii: " ")
    return block
  }

  private static func octal(_ number: Int, _ digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// The sum of all bytes, those of the sum itself taken for spaces.
  private static func sum(of block: [UInt8]) -> Int {
    block.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(block[$1])) }
  }
}

extension TarHeader {
  /// Reads one block; nil where it is no header, or its sum does not fit.
  init?(_ block: [UInt8]) {
    guard block.count == Self.blockSize, block[257..<262].elementsEqual("ustar".utf8),
      block[154] == 0, block[155] == UInt8(ascii: " "),
      let sum = Self.number(block[148..<156]), sum == Self.sum(of: block),
      let size = Self.number(block[124..<136]),
      let name = Self.text(block[0..<100]), let prefix = Self.text(block[345..<500])
    else { return nil }
    self.name = prefix.isEmpty ? name : prefix + "/" + name
    self.size = size
    kind = Kind(letter: block[156])
  }

  /// Octal digits, ended by a space or a zero byte.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
    guard !digits.isEmpty, digits.count <= 12 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 < 0 ? nil : $0 }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}

extension TarHeader.Kind {
  init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "0"), 0: self = .file
    case UInt8(ascii: "x"): self = .pax
    default: self = .other(letter)
    }
  }

  var letter: UInt8 {
    switch self {
    case .file: UInt8(ascii: "0")
    case .pax: UInt8(ascii: "x")
    case .other(let letter): letter
    }
  }
}
