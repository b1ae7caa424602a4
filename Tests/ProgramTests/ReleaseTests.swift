import DeskTestSupport
import Foundation
import Testing

/// What `make release` promises of the file that it makes.
struct ReleaseTests {
  @Test func `the release is one static file of under 24 MB, without ICU`() throws {
    guard let path = ProcessInfo.processInfo.environment["DESKCTL_BINARY"] else {
      try Needed.note(
        "not run", "the release's size", "DESKCTL_BINARY names no release; make test does")
      return
    }
    guard let ldd = try Needed.program("ldd") else { return }
    let linked = try Binary.run([ldd, path])
    #expect((linked.output + linked.error).contains("not a dynamic executable"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.count < 24 << 20)
    for word in ["icudt", "libFoundation", "libicu"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
  }

  @Test func `the release says its version, and its manual the same`() throws {
    let desk = try BinaryDesk(sample: false)
    let version = try desk.run("--version").output
    #expect(version.hasPrefix("deskctl ") && version.hasSuffix("\n"))
    let title = try desk.run("manual").output.split(separator: "\n").first ?? ""
    #expect(title.contains("\"\(version.dropLast())\""))
  }
}
