import DeskTestSupport
import Testing

@testable import DeskCore

struct SHA256Tests {
  /// FIPS 180-2, appendix B, and NIST's example of an empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `a text has its published hash`(text: String, hash: String) {
    #expect(SHA256.hash(Array(text.utf8)).hexadecimal == hash)
  }

  @Test(arguments: [1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 100_003])
  func `sha256sum finds the same`(length: Int) throws {
    var generator = SeededGenerator(seed: UInt64(length))
    let bytes = generator.bytes(length)
    let expected = try RealProgram(name: "sha256sum").output(of: bytes)
    #expect(SHA256.hash(bytes).hexadecimal + "  -\n" == expected)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128, 1000, 100_003])
  func `the processor's instructions and ours find the same`(length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    let bytes = generator.bytes(length)
    var ours = SHA256(byInstructions: false)
    ours.update(bytes)
    #expect(ours.finalize() == SHA256.hash(bytes))
  }

  @Test func `it makes no difference in which pieces the bytes come`() {
    var generator = SeededGenerator(seed: 6)
    let bytes = generator.bytes(300)
    let whole = SHA256.hash(bytes)
    for cut in 0...bytes.count {
      var hash = SHA256()
      hash.update(bytes[..<cut])
      _ = hash.finalize()
      hash.update(bytes[cut...])
      #expect(hash.finalize() == whole, "cut at \(cut)")
    }
    var hash = SHA256()
    for byte in bytes { hash.update([byte]) }
    #expect(hash.finalize() == whole)
  }

  @Test func `bytes are written in small hexadecimal digits`() {
    #expect([0x00, 0x0F, 0xA0, 0xFF].map { UInt8($0) }.hexadecimal == "000fa0ff")
  }
}
