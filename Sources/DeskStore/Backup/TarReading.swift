/// Reads a tar from its first byte to its last, from a file or a pipe. What is not as `BackupWriting`
/// would write it is refused, and what a header promises is never allocated before it comes.
struct TarReading {
  private let more: () throws -> [UInt8]
  private var waiting: ArraySlice<UInt8> = []
  private var hasBegun = false

  /// `more` answers the next bytes, none at the end.
  init(_ more: @escaping () throws -> [UInt8]) { self.more = more }

  /// How long a pax header, which has to be in memory, may be.
  private static let longestPax = 1 << 16

  /// The next file's header; nil at the tar's end, behind which nothing but zero bytes may come.
  mutating func next() throws -> TarHeader? {
    let block = try hasBegun ? take(TarHeader.blockSize, of: nil) : first()
    if block.allSatisfy({ $0 == 0 }) {
      try end()
      return nil
    }
    guard let header = TarHeader(block) else { throw BackupError(nil, .noTar) }
    switch header.kind {
    case .file: return header
    case .other(let letter):
      let text = letter.isPrintable ? String(decoding: [letter], as: UTF8.self) : "?"
      throw BackupError(header.name, .kind(text))
    case .pax: return try described(header)
    }
  }

  /// The first block; what is shorter, and does not begin as a backup does, was never one.
  private mutating func first() throws -> [UInt8] {
    hasBegun = true
    var block: [UInt8] = []
    while block.count < TarHeader.blockSize {
      do {
        block += try take(1, of: nil)
      } catch let error as BackupError {
        let name = BackupName.data(Layout.format).text.utf8
        throw zip(block, name).allSatisfy(==) ? error : BackupError(nil, .noTar)
      }
    }
    return block
  }

  /// The header behind a pax header, with what that says of it.
  private mutating func described(_ pax: TarHeader) throws -> TarHeader {
    guard pax.size <= Self.longestPax else { throw BackupError(nil, .noTar) }
    let bytes = try take(pax.size, of: nil)
    try skipPadding(after: pax.size, of: nil)
    let block = try take(TarHeader.blockSize, of: nil)
    guard let records = PaxRecord.all(in: bytes), var header = TarHeader(block),
      header.kind == .file
    else { throw BackupError(nil, .noTar) }
    for record in records {
      switch record.key {
      case "path": header.name = record.value
      case "size":
        guard let size = Int(record.value), size >= 0 else { throw BackupError(nil, .noTar) }
        header.size = size
      default: throw BackupError(record.key, .noTar)
      }
    }
    return header
  }

  /// Hands on the content of the file whose header came last, in pieces.
  mutating func content(_ header: TarHeader, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    var left = header.size
    while left > 0 {
      try fill(header.name)
      let piece = waiting.prefix(left)
      waiting = waiting.dropFirst(piece.count)
      left -= piece.count
      try body(piece)
    }
    try skipPadding(after: header.size, of: header.name)
  }

  private mutating func skipPadding(after size: Int, of name: String?) throws {
    let padding = try take(TarHeader.padding(after: size), of: name)
    guard padding.allSatisfy({ $0 == 0 }) else { throw BackupError(name, .padding) }
  }

  private mutating func end() throws {
    guard try take(TarHeader.blockSize, of: nil).allSatisfy({ $0 == 0 }) else {
      throw BackupError(nil, .padding)
    }
    repeat {
      guard waiting.allSatisfy({ $0 == 0 }) else { throw BackupError(nil, .padding) }
      waiting = try more()[...]
    } while !waiting.isEmpty
  }

  private mutating func take(_ count: Int, of name: String?) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      try fill(name)
      let piece = waiting.prefix(count - bytes.count)
      waiting = waiting.dropFirst(piece.count)
      bytes += piece
    }
    return bytes
  }

  private mutating func fill(_ name: String?) throws {
    guard waiting.isEmpty else { return }
    waiting = try more()[...]
    if waiting.isEmpty { throw BackupError(name, .truncated) }
  }
}

extension UInt8 {
  fileprivate var isPrintable: Bool { self > 0x20 && self < 0x7F }
}
