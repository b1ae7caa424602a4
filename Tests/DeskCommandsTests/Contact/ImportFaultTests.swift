import DeskSystem
import DeskTestSupport
import Foundation
import Testing

/// An import that is stopped at each of its system calls, as a kill stops it: no call after it is
/// made.
struct ImportFaultTests {
  private static let batch = 3
  private static let rows = 8

  private func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    // The last row completes a contact that the first one made.
    let rows = (1..<Self.rows).map { "Cliente \($0);11 97000-00\($0 + 10);c\($0)@loja.com.br" }
    try desk.write(
      "novos.csv", "nome;fone;email\n" + rows.joined(separator: "\n") + "\n;;c1@loja.com.br\n")
    return desk
  }

  private func copy(of desk: TestDesk) throws -> TestDesk {
    let copy = try TestDesk(in: TestDesk.memory)
    for name in ["config", "data", "novos.csv"] {
      try FileManager.default.copyItem(
        atPath: desk.root + "/" + name, toPath: copy.root + "/" + name)
    }
    return copy
  }

  private func run(_ desk: TestDesk, _ fault: FaultyKernel) -> TestDesk.Answer {
    desk.kernel = fault.kernel
    defer { desk.kernel = Kernel() }
    return desk.run("contact", "import", "novos.csv", "--batch", String(Self.batch))
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
    let counting = FaultyKernel()
    let answer = run(whole, counting)
    try #require(answer.status == 0, "\(answer.error)")
    let calls = counting.calls.count
    let expected = try content(whole)
    #expect(calls > 150)
    for limit in 1...calls {
      let stopped = try copy(of: start)
      let answer = run(stopped, FaultyKernel(.kill(at: limit)))
      let added = stopped.run("contact", "list", "-q", "--match", "cliente").output
        .split(separator: "\n").count
      let isWhole = added % Self.batch == 0 || added == Self.rows - 1
      #expect(isWhole, "stopped at call \(limit), \(added) contacts: \(answer.error)")
      #expect(run(stopped, FaultyKernel()).status == 0)
      #expect(try content(stopped) == expected, "stopped at call \(limit)")
    }
  }
}
