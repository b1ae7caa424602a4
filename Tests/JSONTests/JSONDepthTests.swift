import Glibc
import JSON
import Testing

struct JSONDepthTests {
  private static func nested(_ depth: Int) -> [UInt8] {
    let opening = (0..<depth).map { level in level % 2 == 0 ? "[" : "{\"a\":" }
    let closing = (0..<depth).reversed().map { level in level % 2 == 0 ? "]" : "}" }
    return Array((opening + ["0"] + closing).joined().utf8)
  }

  @Test func `512 arrays and objects within each other are read`() throws {
    let bytes = Self.nested(512)
    #expect(try JSONValue(parsing: bytes).serialized() == bytes)
  }

  @Test func `the 513th is refused where it opens`() {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Self.nested(513)) }
    #expect(error?.problem == .tooDeep)
    #expect(error?.offset == 256 + 256 * 5)
    #expect(error?.expected == "at most 512")
  }

  @Test func `depth is that of the place, not of all brackets`() throws {
    let text = "[" + String(repeating: "[[]],", count: 1000) + "0]"
    #expect(try JSONValue(parsing: text).array?.count == 1001)
  }

  @Test func `a million brackets are refused without following them`() {
    for bracket in ["[", "{\"a\":"] {
      let bytes = Array(String(repeating: bracket, count: 1_000_000).utf8)
      let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
      #expect(error?.problem == .tooDeep)
    }
  }

  /// Reads, compares, hashes, writes and frees; a stack that overflows ends the process.
  @Test func `the deepest document needs no more stack than 512 KB`() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    #expect(pthread_attr_setstacksize(&attributes, 512 * 1024) == 0)
    var thread = pthread_t()
    let started = pthread_create(
      &thread, &attributes,
      { _ in
        let bytes = JSONDepthTests.nested(512)
        guard let value = try? JSONValue(parsing: bytes), let same = try? JSONValue(parsing: bytes)
        else { return nil }
        let isWhole =
          value == same && value.hashValue == same.hashValue && value.serialized() == bytes
          && (try? JSONValue(parsing: value.serialized(.pretty))) == value
        return isWhole ? UnsafeMutableRawPointer(bitPattern: 1) : nil
      }, nil)
    #expect(started == 0)
    var result: UnsafeMutableRawPointer?
    #expect(pthread_join(thread, &result) == 0)
    #expect(result == UnsafeMutableRawPointer(bitPattern: 1))
  }
}
