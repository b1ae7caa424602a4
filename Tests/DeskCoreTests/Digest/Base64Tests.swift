import DeskCore
import DeskTestSupport
import Testing

struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `the vectors of the standard hold both ways`(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(text.utf8))
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zh==", "Zm9=", "Zm8=\n", " Zm8", "Zm-_", "Zg==Zg==",
    "Zm9v=", "Z=g=", "Zm9é",
  ])
  func `what was not encoded so is refused`(encoded: String) {
    #expect(Base64.decode(encoded) == nil)
  }

  @Test func `base64 finds the same`() throws {
    var generator = SeededGenerator(seed: 7)
    for length in [0, 1, 2, 3, 57, 1000] {
      let bytes = generator.bytes(length)
      let expected = try RealProgram(name: "base64", arguments: ["-w", "0"]).output(of: bytes)
      #expect(Base64.encode(bytes) == expected)
      #expect(Base64.decode(expected) == bytes)
    }
  }
}
