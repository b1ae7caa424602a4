import DeskCore
import DeskTestSupport
import Testing

struct SHA512Tests {
  /// FIPS 180-4's examples, as NIST publishes them.
  @Test func `the published texts have their published hashes`() {
    #expect(
      SHA512.hash384(Array("abc".utf8)).hexadecimal
        == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7")
    #expect(
      SHA512.hash(Array("abc".utf8)).hexadecimal
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
  }

  /// Lengths around a block's end, where padding has its cases.
  @Test(arguments: ["sha384sum", "sha512sum"])
  func `coreutils finds the same`(program: String) throws {
    guard try Needed.program(program) != nil else { return }
    var generator = SeededGenerator(seed: 384)
    for length in [0, 1, 110, 111, 112, 113, 127, 128, 129, 239, 240, 255, 256, 100_003] {
      let bytes = generator.bytes(length)
      let expected = try RealProgram(name: program, arguments: []).output(of: bytes)
      let hash = program == "sha384sum" ? SHA512.hash384(bytes) : SHA512.hash(bytes)
      #expect(expected.prefix { $0 != " " } == hash.hexadecimal[...], "\(length) bytes")
    }
  }
}
