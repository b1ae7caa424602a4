import DeskTestSupport
import Foundation
import Testing

/// An export that is killed half way, or is not alone: what has its name is whole.
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
    #expect(calls.count >= 10)
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
      if try !drafts(desk).isEmpty { failures.append("\(call): what the dead one left is there") }
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: killed while exporting", cases: chosen.count, failures: failures.count)
  }

  @Test func `the next export takes away what a dead one left, and nothing of others`() throws {
    guard let flock = try Needed.program("flock") else { return }
    let desk = try BinaryDesk()
    let lock = try hold(flock, desk)
    let dead = try desk.start(Self.words + ["--wait", "60"])
    try until { try drafts(desk).count == 1 }
    let manager = FileManager.default
    for name in ["out-1-77.1", "out-x", "other-77.1"] {
      try manager.createDirectory(
        atPath: "\(desk.root)/.deskctl-new-\(name)/files", withIntermediateDirectories: true)
    }
    dead.kill()
    _ = try dead.wait()
    lock.kill()
    _ = try lock.wait()
    #expect(try drafts(desk).count == 4)
    let next = try desk.run(Self.words)
    #expect(next.status == 0, "\(next.error)")
    #expect(
      try drafts(desk)
        == [".deskctl-new-other-77.1", ".deskctl-new-out-1-77.1", ".deskctl-new-out-x"])
  }

  @Test func `of two at once to one place the second is told, and the first is whole`() throws {
    guard let flock = try Needed.program("flock") else { return }
    let desk = try BinaryDesk()
    let lock = try hold(flock, desk)
    let first = try desk.start(Self.words + ["--wait", "60"])
    try until { try drafts(desk).count == 1 }
    let second = try desk.run(Self.words)
    #expect(second.status == 6 && second.error.contains("another export"), "\(second.error)")
    let elsewhere = try desk.start([
      "ticket", "export", "--to", "csv", "-o", "out-1", "--wait", "60",
    ])
    try until { try drafts(desk).count == 2 }
    lock.kill()
    _ = try lock.wait()
    #expect(try first.wait().status == 0)
    #expect(try elsewhere.wait().status == 0)
    #expect(try content(of: desk).keys.contains("manifest.json"))
    #expect(try drafts(desk) == [])
  }

  @Test func `what took an export's place meanwhile stays, and the export leaves nothing`() throws {
    guard let flock = try Needed.program("flock") else { return }
    let desk = try BinaryDesk()
    let lock = try hold(flock, desk)
    let export = try desk.start(Self.words + ["--wait", "60"])
    try until { try drafts(desk).count == 1 }
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: desk.root + "/out", withIntermediateDirectories: false)
    #expect(manager.createFile(atPath: desk.root + "/out/mine", contents: Data("x".utf8)))
    lock.kill()
    _ = try lock.wait()
    let answer = try export.wait()
    #expect(answer.status == 5 && answer.error.contains("not_empty"), "\(answer.error)")
    #expect(try content(of: desk) == ["mine": Data("x".utf8)])
    #expect(try drafts(desk) == [])
  }

  /// Another program has the store's lock when this returns: an export waits for it, its folder begun.
  private func hold(_ flock: String, _ desk: BinaryDesk) throws -> Binary.Started {
    let mark = desk.root + "/held"
    let held = try Binary.start(
      [flock, "--no-fork", desk.root + "/data/lock", "sh", "-c", "touch \(mark); exec sleep 60"])
    try until { FileManager.default.fileExists(atPath: mark) }
    return held
  }

  private func until(_ isSo: () throws -> Bool) throws {
    for _ in 0..<4000 where try !isSo() { usleep(5000) }
    try #require(try isSo())
  }

  private func drafts(_ desk: BinaryDesk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.root)
      .filter { $0.hasPrefix(".deskctl-new-") }.sorted()
  }

  private func content(of desk: BinaryDesk) throws -> [String: Data] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: desk.root + "/out")) ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(desk.root)/out/\(name)").map { (name, $0) }
      })
  }
}
