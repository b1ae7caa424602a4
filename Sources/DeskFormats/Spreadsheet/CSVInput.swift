/// The bytes of a CSV file in UTF-8 or an encoding of single bytes, read chunk by chunk; a mark at
/// its beginning is passed over, and UTF-16 is turned into UTF-8 on the way.
struct CSVInput {
  private let chunk: () throws -> [UInt8]
  private var bytes: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var transcoder: UTF16Transcoder?

  /// The closure returns what comes next, and nothing at the end.
  init(_ chunk: @escaping () throws -> [UInt8]) { self.chunk = chunk }

  var isUTF16: Bool { transcoder != nil }

  /// Looks for the mark of an encoding. To be called once, before anything is read.
  mutating func skipMark() throws {
    while bytes.count < 3, !isAtEnd { try load() }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
    guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) else { return }
    var transcoder = UTF16Transcoder(isLittleEndian: isLittleEndian)
    bytes = transcoder.utf8(bytes.dropFirst(2))
    self.transcoder = transcoder
  }

  /// The byte so many places ahead, left where it is; nil past the end.
  @inline(__always)
  mutating func peek(_ ahead: Int = 0) throws -> UInt8? {
    while position + ahead >= bytes.count {
      if isAtEnd { return nil }
      try load()
    }
    return bytes[position + ahead]
  }

  /// Passes over bytes that `peek` has shown.
  @inline(__always)
  mutating func skip(_ count: Int = 1) { position += count }

  private mutating func load() throws {
    let next = try chunk()
    bytes.removeFirst(position)
    position = 0
    isAtEnd = next.isEmpty
    guard transcoder != nil else {
      bytes += next
      return
    }
    bytes += transcoder?.utf8(next[...]) ?? []
    if isAtEnd { bytes += transcoder?.end() ?? [] }
  }
}
