import DeskSystem
import DeskTestSupport
import Foundation
import Synchronization
import Testing

/// An import that is stopped at each of its system calls, as a kill stops it: no call after it is
/// made.
struct ImportFaultTests {
  private static let batch = 3
  private static let rows = 8

  /// Counts the calls of a run, and fails those from one on. A class with a lock, because the
  /// kernel's judge is asked from wherever a call is made.
  private final class Stop: Sendable {
    private let made = Mutex(0)
    private let limit: Int

    init(at limit: Int) { self.limit = limit }

    var count: Int { made.withLock { $0 } }

    func judge(_ call: SystemCall, _ path: String) -> Verdict {
      made.withLock { made in
        made += 1
        return made > limit ? .fail(EIO) : .proceed
      }
    }
  }

  private func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    // The last row completes a contact that the first one made.
    let rows = (1..<Self.rows).map { "Cliente \($0);11 97000-00\($0 + 10);c\($0)@loja.com.br" }
    try desk.write(
      "novos.csv", "nome;fone;email\n" + rows.joined(separator: "\n") + "\n;;c1@loja.com.br\n")
    return desk
  }

  private func copy(of desk: TestDesk) throws -> TestDesk {
    let copy = try TestDesk()
    for name in ["config", "data", "novos.csv"] {
      try FileManager.default.copyItem(
        atPath: desk.root + "/" + name, toPath: copy.root + "/" + name)
    }
    return copy
  }

  private func run(_ desk: TestDesk, stoppedAt limit: Int) -> (answer: TestDesk.Answer, calls: Int) {
    let stop = Stop(at: limit)
    desk.kernel = Kernel { stop.judge($0, $1) }
    defer { desk.kernel = Kernel() }
    let answer = desk.run("contact", "import", "novos.csv", "--batch", String(Self.batch))
    return (answer, stop.count)
  }

  /// The records, indexes and log of a desk, byte for byte.
  private func content(_ desk: TestDesk) throws -> [String: String] {
    var content: [String: String] = [:]
    let data = desk.root + "/data"
    for path in try FileManager.default.subpathsOfDirectory(atPath: data) {
      let isRecord = ["contacts/", "index/", "log/"].contains(where: path.hasPrefix)
      guard isRecord, path.hasSuffix(".jsonl") else { continue }
      content[path] = try desk.read("data/" + path)
    }
    return content
  }

  @Test func `stopped at any call it has whole batches, and again ends the same`() throws {
    let start = try desk()
    let whole = try copy(of: start)
    let (answer, calls) = run(whole, stoppedAt: Int.max)
    try #require(answer.status == 0, "\(answer.error)")
    let expected = try content(whole)
    #expect(calls > 150)
    for limit in 0..<calls {
      let stopped = try copy(of: start)
      let (answer, _) = run(stopped, stoppedAt: limit)
      let added = stopped.run("contact", "list", "-q", "--match", "cliente").output
        .split(separator: "\n").count
      let isWhole = added % Self.batch == 0 || added == Self.rows - 1
      #expect(isWhole, "stopped at call \(limit), \(added) contacts: \(answer.error)")
      #expect(stopped.run("contact", "import", "novos.csv", "--batch", "3").status == 0)
      #expect(try content(stopped) == expected, "stopped at call \(limit)")
    }
  }
}
