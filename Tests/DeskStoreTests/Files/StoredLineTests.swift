import DeskCore
import JSON
import Testing

@testable import DeskStore

struct StoredLineTests {
  private let object: JSONValue = ["id": 42, "name": "Ana Áurea", "tags": ["a", "b"]]

  @Test func `a line ends in a sum over what stands before it`() throws {
    let line = StoredLine.encode(["id": 42, "name": "Ana"])
    let text = String(decoding: line, as: UTF8.self)
    #expect(text.hasPrefix("{\"id\":42,\"name\":\"Ana\",\"sum\":\""))
    #expect(text.hasSuffix("\"}"))
    #expect(text.count == "{\"id\":42,\"name\":\"Ana\"".count + 18)
  }

  @Test func `what was written is read without its sum`() {
    let read = StoredLine.decode(StoredLine.encode(object)[...])
    #expect(read?.text() == object.text())
  }

  @Test func `every bit that is flipped is found`() {
    let line = StoredLine.encode(object)
    for place in line.indices {
      for bit in 0..<8 {
        var flipped = line
        flipped[place] ^= 1 << bit
        #expect(!StoredLine.isWhole(flipped[...]), "byte \(place), bit \(bit)")
      }
    }
  }

  @Test func `no beginning of a line is whole`() {
    let line = StoredLine.encode(object)
    for count in 0..<line.count { #expect(!StoredLine.isWhole(line.prefix(count))) }
  }
}
