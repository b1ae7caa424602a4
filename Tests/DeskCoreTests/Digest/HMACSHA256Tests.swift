import DeskCore
import DeskTestSupport
import Testing

struct HMACSHA256Tests {
  struct Sample: CustomTestStringConvertible {
    let name: String
    let key: [UInt8]
    let data: [UInt8]
    let code: String
    var testDescription: String { name }

    init(_ name: String, key: [UInt8], data: [UInt8], _ code: String) {
      self.name = name
      self.key = key
      self.data = data
      self.code = code
    }
  }

  /// RFC 4231, section 4; of its case 5 the first 128 bits, as published.
  static let samples = [
    Sample(
      "4.2", key: .init(repeating: 0x0B, count: 20), data: Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Sample(
      "4.3", key: Array("Jefe".utf8), data: Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Sample(
      "4.4", key: .init(repeating: 0xAA, count: 20), data: .init(repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Sample(
      "4.5", key: Array(1...25), data: .init(repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    Sample(
      "4.6", key: .init(repeating: 0x0C, count: 20), data: Array("Test With Truncation".utf8),
      "a3b6167473100ee06e0c796c2955552b"),
    Sample(
      "4.7", key: .init(repeating: 0xAA, count: 131),
      data: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    Sample(
      "4.8", key: .init(repeating: 0xAA, count: 131),
      data: Array(
        """
        This is a test using a larger than block-size key and a larger than block-size data. The key \
        needs to be hashed before being used by the HMAC algorithm.
        """.utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ]

  @Test(arguments: samples)
  func `a key and a text have their published code`(sample: Sample) {
    let code = HMACSHA256.code(of: sample.data, key: sample.key).hexadecimal
    #expect(code.hasPrefix(sample.code))
    #expect(code.utf8.count == 64)
  }

  /// Keys shorter than a block, as long as one, and longer; texts around a block's end.
  @Test(arguments: [(1, 1), (32, 55), (63, 64), (64, 65), (65, 119), (131, 100_003)])
  func `openssl finds the same`(key: Int, length: Int) throws {
    guard try Needed.program("openssl") != nil else { return }
    var generator = SeededGenerator(seed: UInt64(key * length))
    let (secret, bytes) = (generator.bytes(key), generator.bytes(length))
    let expected = try RealProgram(
      name: "openssl",
      arguments: [
        "dgst", "-sha256", "-r", "-mac", "HMAC", "-macopt", "hexkey:\(secret.hexadecimal)",
      ]
    ).output(of: bytes)
    #expect(expected.prefix(64) == HMACSHA256.code(of: bytes, key: secret).hexadecimal)
  }

  @Test func `it makes no difference in which pieces the bytes come`() {
    var generator = SeededGenerator(seed: 4)
    let (key, bytes) = (generator.bytes(40), generator.bytes(150))
    let whole = HMACSHA256.code(of: bytes, key: key)
    for cut in 0...bytes.count {
      var code = HMACSHA256(key: key)
      code.update(Array(bytes[..<cut]))
      _ = code.finalize()
      code.update(Array(bytes[cut...]))
      #expect(code.finalize() == whole, "cut at \(cut)")
    }
  }

  @Test func `two codes are equal only where every bit is`() {
    let code = HMACSHA256.code(of: [], key: [])
    #expect(ConstantTime.areEqual(code, code))
    for place in code.indices {
      for bit in 0..<8 {
        var other = code
        other[place] ^= 1 << UInt8(bit)
        #expect(!ConstantTime.areEqual(code, other))
      }
    }
    #expect(!ConstantTime.areEqual(code, Array(code.dropLast())))
    #expect(!ConstantTime.areEqual(code, code + [0]))
    #expect(ConstantTime.areEqual([], []))
  }
}
