import DeskTestSupport
import Foundation
import Testing

/// README's first block is what `make demo` prints. `DESKCTL_RECORD=1` (`make record`) writes it anew
/// where it is not, and fails.
struct DemoTranscriptTests {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// What the demo prints, in a checkout that lies in `~/deskctl`.
  func demo(_ language: String) throws -> String {
    let folder = NSTemporaryDirectory() + "deskctl-demo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let answer = try Binary.run(
      ["/bin/sh", Self.project + "/Samples/demo.sh", Binary.built.path, ".build/demo", language],
      environment: ["HOME": folder], folder: folder)
    #expect(answer.error == "")
    #expect(answer.status == 0)
    return answer.output.replacingOccurrences(of: folder, with: "~/deskctl")
  }

  @Test func `README begins with what the demo really prints`() throws {
    let path = Self.project + "/README.md"
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(readme.range(of: "```console\n$ make demo\n"))
    let end = try #require(readme[start.upperBound...].range(of: "```\n"))
    let written = String(readme[start.upperBound..<end.lowerBound])
    let shown = try demo("en")
    if shown != written, ProcessInfo.processInfo.environment["DESKCTL_RECORD"] != nil {
      let mended = readme.replacingCharacters(in: start.upperBound..<end.lowerBound, with: shown)
      try mended.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(shown == written)
    #expect(shown.split(separator: "\n").count < 70)
  }

  @Test func `the demo speaks Portuguese, and shows the same`() throws {
    let portuguese = try demo("pt-BR")
    #expect(portuguese.contains("-- 1 O WhatsApp abre um chamado"))
    let english = try demo("en")
    func commands(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("$") }
    }
    #expect(commands(portuguese) == commands(english))
  }
}
