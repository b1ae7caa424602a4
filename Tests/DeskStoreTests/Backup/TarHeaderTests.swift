import Testing

@testable import DeskStore

/// A tar's headers, written and read.
struct TarHeaderTests {
  @Test(arguments: [
    "data/format.json", String(repeating: "a", count: 100), String(repeating: "b", count: 101),
    "config/não.json", String(repeating: "pasta/", count: 200) + "fim",
  ])
  func `a name is read as it was written`(_ name: String) throws {
    #expect(try read(TarHeader(name: name, size: 7))?.name == name)
  }

  @Test(arguments: [0, 1, 511, 512, 0o777_7777_7777, 0o1_0000_0000_0000])
  func `a size is read as it was written`(_ size: Int) throws {
    #expect(try read(TarHeader(name: "data/format.json", size: size))?.size == size)
  }

  @Test func `no header with one bit flipped is taken for one`() {
    let block = TarHeader(name: "data/format.json", size: 1234).encoded(modified: 1_796_390_400)
    var failures = 0
    for place in 0..<block.count * 8 {
      var altered = block
      altered[place / 8] ^= 1 << UInt8(place % 8)
      if let header = TarHeader(altered) { failures += header.name.isEmpty ? 0 : 1 }
    }
    #expect(failures == 0)
  }

  @Test func `the length of a pax record counts its own digits`() {
    for count in [1, 86, 87, 88, 89, 90, 985, 986, 987, 988] {
      let record = PaxRecord("path", String(repeating: "x", count: count))
      #expect(PaxRecord.all(in: record.bytes) == [record])
      #expect(record.bytes.starts(with: Array("\(record.bytes.count) ".utf8)))
    }
  }

  private func read(_ header: TarHeader) throws -> TarHeader? {
    var bytes = header.encoded(modified: 0)[...]
    var tar = TarReading {
      defer { bytes = bytes.dropFirst(300) }
      return Array(bytes.prefix(300))
    }
    return try tar.next()
  }
}
