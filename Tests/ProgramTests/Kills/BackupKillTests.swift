import DeskTestSupport
import Foundation
import Testing

/// `backup -o` over an older one: whatever happens to it, one of the two is there, whole.
struct BackupKillTests {
  /// A desk with its backup of yesterday, and what came since.
  private func desk(in folder: String) throws -> BinaryDesk {
    let desk = try BinaryDesk(in: folder)
    #expect(try desk.run("backup", "-o", "central.tar").status == 0)
    #expect(try desk.run("contact", "add", "--name", "Nova", "--phone", "11977770000").status == 0)
    return desk
  }

  private func saved(_ root: String) -> Data? {
    FileManager.default.contents(atPath: root + "/central.tar")
  }

  /// What is wrong with the backup: it is neither the older one nor a whole new one.
  private func fault(_ desk: BinaryDesk, older: Data?) throws -> String? {
    let found = saved(desk.root)
    if found == older { return nil }
    let checked = try desk.run("backup", "--verify", "central.tar")
    return checked.status == 0 ? nil : "\(found?.count ?? -1) bytes: \(checked.error)"
  }

  @Test func `killed at any system call it leaves the older backup or the new one`() throws {
    guard try Needed.program("strace") != nil else { return }
    let desk = try desk(in: TestDesk.memory)
    let (tracer, place, older) = (Tracer(), desk.original, saved(desk.root))
    let words = ["backup", "-o", "central.tar"]
    let all = try tracer.calls(of: words, on: BinaryDesk(copying: place)).filter(\.changesDisk)
    #expect(all.count > 20)
    let calls = Exhaustion.some(all, atMost: 8)
    let failures = failures(of: calls) { call in
      let desk = try BinaryDesk(copying: place)
      try tracer.kill(words, desk, at: call)
      if let fault = try fault(desk, older: older) { return fault }
      let again = try desk.run(words)
      return again.status == 0 && saved(desk.root) != older ? nil : "again: \(again)"
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: a backup over an older one, killed", cases: calls.count, failures: failures.count)
  }

  @Test(arguments: [0, 4, 40, 200])
  func `where the disk is full the older backup stays, and nothing else`(_ left: Int) throws {
    guard try Needed.root("full disks"), try Needed.program("mount") != nil else { return }
    let desk = try desk(in: TestDesk.memory)
    let disk = try FullDisk(.tmpfs)
    let path = disk.path + "/central.tar"
    try FileManager.default.moveItem(atPath: desk.root + "/central.tar", toPath: path)
    let older = FileManager.default.contents(atPath: path)
    try disk.fill(to: .left(kilobytes: left))
    let answer = try desk.run("backup", "-o", path)
    #expect(answer.status == (left < 100 ? 8 : 0), "\(answer)")
    #expect((FileManager.default.contents(atPath: path) == older) == (left < 100))
    try disk.empty()
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["central.tar"])
    #expect(try desk.run("backup", "--verify", path).status == 0)
  }
}
