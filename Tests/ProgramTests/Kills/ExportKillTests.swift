import DeskTestSupport
import Foundation
import Testing

/// An export that is killed half way: what has its name is whole.
struct ExportKillTests {
  private static let words = ["ticket", "export", "--to", "zendesk", "-o", "out"]

  @Test func `killed at any call, an export leaves no folder that looks whole`() throws {
    guard try Needed.program("strace") != nil else { return }
    let desk = try Ground.sample.desk()
    for title in ["=1+1", "conferir boletos"] {
      let words = ["ticket", "add", "--team", "suporte", "--title", title, "--comment", title]
      #expect(try desk.run(words).status == 0)
    }
    let place = desk.original
    let tracer = Tracer()
    let calls = try tracer.calls(of: Self.words, on: BinaryDesk(copying: place))
      .filter(\.changesDisk)
    #expect(calls.count > 10)
    let whole = try BinaryDesk(copying: place)
    #expect(try whole.run(Self.words).status == 0)
    let after = try content(of: whole)
    #expect(after.keys.sorted() == ["README.md", "manifest.json", "tickets-0001.json"])
    let chosen = Exhaustion.some(calls, atMost: 12)
    var failures: [String] = []
    for call in chosen {
      let desk = try BinaryDesk(copying: place)
      try tracer.kill(Self.words, desk, at: call)
      let left = try content(of: desk)
      if !left.isEmpty, left != after { failures.append("\(call): half a folder") }
      if left.isEmpty, try desk.run(Self.words).status != 0 { failures.append("\(call): again") }
      if try content(of: desk) != after { failures.append("\(call): it ended otherwise") }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: killed while exporting", cases: chosen.count, failures: failures.count)
  }

  private func content(of desk: BinaryDesk) throws -> [String: Data] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: desk.root + "/out")) ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(desk.root)/out/\(name)").map { (name, $0) }
      })
  }
}
