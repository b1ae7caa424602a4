import DeskTestSupport
import Foundation
import Testing

/// What a fuzzer once found its way with is given to its subject again: `make fuzz` looks for more.
struct CorpusTests {
  @Test(arguments: FuzzSubject.allCases)
  func `whatever was kept of the fuzzer is read or refused`(subject: FuzzSubject) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Corpora/\(subject.rawValue)")
    let inputs = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(inputs.count >= 10)
    var failures: [String] = []
    for input in inputs {
      do {
        try subject.check(Array(Data(contentsOf: input)))
      } catch {
        failures.append("\(input.lastPathComponent): \(error)")
      }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "fuzzer's corpus: \(subject.rawValue)", cases: inputs.count, failures: failures.count)
  }
}
