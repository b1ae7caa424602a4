/// Reads the TZif format, RFC 9636 section 3: a header and a data block in 32-bit times and, from
/// version 2 on, the same again in 64-bit times with a footer.
struct TZifReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The counts that a header announces, in its order.
  private struct Header {
    let version: UInt8
    let utcIndicators: Int
    let standardIndicators: Int
    let leapSeconds: Int
    let changes: Int
    let types: Int
    let characters: Int

    func blockSize(timeSize: Int) -> Int {
      changes * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
        + standardIndicators + utcIndicators
    }
  }

  mutating func table() throws(ZoneError.Defect) -> ZoneTable {
    let first = try header()
    guard first.version != 0 else { return try block(first, timeSize: 4, hasFooter: false) }
    _ = try take(first.blockSize(timeSize: 4))
    return try block(try header(), timeSize: 8, hasFooter: true)
  }

  private mutating func header() throws(ZoneError.Defect) -> Header {
    guard rest.starts(with: Array("TZif".utf8)) else { throw .notTZif }
    _ = try take(4)
    let version = try take(1).first ?? 0
    _ = try take(15)
    return Header(
      version: version, utcIndicators: try count(), standardIndicators: try count(),
      leapSeconds: try count(), changes: try count(), types: try count(),
      characters: try count())
  }

  private mutating func block(
    _ header: Header, timeSize: Int, hasFooter: Bool
  ) throws(ZoneError.Defect) -> ZoneTable {
    guard header.leapSeconds == 0 else { throw .leapSeconds }
    guard
      (1...256).contains(header.types), header.characters > 0,
      [0, header.types].contains(header.standardIndicators),
      [0, header.types].contains(header.utcIndicators)
    else { throw .counts }
    guard rest.count >= header.blockSize(timeSize: timeSize) else { throw .truncated }
    let changes = try times(header.changes, size: timeSize)
    let kinds = Array(try take(header.changes))
    guard kinds.allSatisfy({ $0 < header.types }) else { throw .typeIndex }
    let offsets = try offsets(header.types)
    _ = try take(header.characters + header.standardIndicators + header.utcIndicators)
    return ZoneTable(
      changes: changes, kinds: kinds, offsets: offsets, rule: hasFooter ? try footer() : nil)
  }

  private mutating func times(_ count: Int, size: Int) throws(ZoneError.Defect) -> [Int] {
    var times: [Int] = []
    times.reserveCapacity(count)
    for _ in 0..<count {
      let time = signed(try take(size))
      if let last = times.last, last >= time { throw .transitionOrder }
      times.append(time)
    }
    let ends = (Instant.earliest - ZoneTable.reach, Instant.latest + ZoneTable.reach)
    return times.map { min(max($0, ends.0.secondsSinceEpoch), ends.1.secondsSinceEpoch) }
  }

  /// Each local time type is an offset, a mark for daylight saving and a name; the offset is all
  /// that a local time needs.
  private mutating func offsets(_ count: Int) throws(ZoneError.Defect) -> [Int] {
    var offsets: [Int] = []
    for _ in 0..<count {
      let offset = signed(try take(6).prefix(4))
      guard abs(offset) < ZoneTable.reach else { throw .offset }
      offsets.append(offset)
    }
    return offsets
  }

  /// A rule between two line feeds; none where nothing stands between them.
  private mutating func footer() throws(ZoneError.Defect) -> PosixZoneRule? {
    guard try take(1).first == 0x0A else { throw .footer }
    guard let end = rest.firstIndex(of: 0x0A) else { throw .truncated }
    let text = rest[..<end]
    guard text.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .footer }
    guard !text.isEmpty else { return nil }
    guard let rule = PosixZoneRule(String(decoding: text, as: UTF8.self)) else { throw .footer }
    return rule
  }

  private mutating func count() throws(ZoneError.Defect) -> Int {
    try take(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func take(_ count: Int) throws(ZoneError.Defect) -> ArraySlice<UInt8> {
    guard rest.count >= count else { throw .truncated }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A number in two's complement, most significant byte first.
  private func signed(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.dropFirst().reduce(Int(Int8(bitPattern: bytes.first ?? 0))) { $0 << 8 | Int($1) }
  }
}

extension ZoneTable {
  init(tzif bytes: [UInt8]) throws(ZoneError.Defect) {
    var reader = TZifReader(bytes)
    self = try reader.table()
  }
}
