import DeskStore
import DeskSystem
import DeskTestSupport
import Foundation
import JSON
import Synchronization
import Testing

/// `init`: what it makes, what it leaves alone, and how it ends right after an interruption.
struct InitTests {
  /// Every file below a folder with its content.
  private func files(_ desk: TestDesk, below folder: String = "") throws -> [String: String] {
    let root = desk.root + "/" + folder
    var found: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue, !path.hasSuffix("reserve") {
        found[path] = String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")), as: UTF8.self)
      }
    }
    return found
  }

  private func mode(_ path: String, _ desk: TestDesk) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(desk.root)/\(path)")[.posixPermissions]
      as? Int
  }

  @Test func `it takes the zone from the machine`() throws {
    let desk = try TestDesk()
    desk.environment["TZ"] = ":Europe/Lisbon"
    #expect(desk.run("init").status == 0)
    #expect(try desk.read("config/desk.json").contains(#""zone": "Europe/Lisbon""#))
  }

  @Test func `a machine whose zone is unknown gets one, and a word about it`() throws {
    let desk = try TestDesk()
    desk.environment["TZ"] = "Marte/Olimpo"
    let answer = desk.run("init")
    #expect(answer.status == 0)
    #expect(answer.error.contains("the desk has America/Sao_Paulo"))
    #expect(try desk.read("config/desk.json").contains(#""zone": "America/Sao_Paulo""#))
  }

  @Test func `a machine without zone data is refused, untouched`() throws {
    let desk = try TestDesk()
    desk.environment["TZDIR"] = desk.root + "/none"
    let answer = desk.run("init")
    #expect(answer.status == 4)
    #expect(answer.error.contains("tzdata"))
    #expect(try files(desk).isEmpty)
    #expect(desk.run("init", "--zone", "UTC").status == 0)
  }

  @Test func `a zone that was typed is taken, an unknown one refused`() throws {
    let desk = try TestDesk()
    #expect(desk.run("init", "--zone", "Sao_Paulo").status == 4)
    #expect(try files(desk).isEmpty)
    #expect(desk.run("init", "--zone", "America/Manaus").status == 0)
    #expect(try desk.read("config/desk.json").contains("America/Manaus"))
  }

  @Test func `a desk that is there is refused, untouched`() throws {
    let desk = try TestDesk()
    desk.run("init")
    let before = try files(desk)
    for line in [["init"], ["init", "--sample"], ["init", "--json"]] {
      let answer = desk.run(line)
      #expect(answer.status == 5)
      #expect(answer.error.contains("already_there"))
      #expect(try files(desk) == before)
    }
  }

  @Test(arguments: ["data/notas.txt", "config/notas.txt", "config/teams.json"])
  func `a folder that holds other files is refused, untouched`(path: String) throws {
    let desk = try TestDesk()
    try desk.write(path, "{}")
    let folder = Folder.parent(of: path)
    let before = try mode(folder, desk)
    let answer = desk.run("init")
    #expect(answer.status == 9)
    #expect(try files(desk) == [path: "{}"])
    #expect(try mode(folder, desk) == before)
  }

  @Test func `a configuration out of git is kept`() throws {
    let desk = try TestDesk()
    desk.run("init")
    try FileManager.default.removeItem(atPath: desk.root + "/data")
    try desk.write("config/.git/HEAD", "ref: refs/heads/main")
    let before = try files(desk, below: "config")
    let answer = desk.run("init")
    #expect(answer.status == 0)
    #expect(answer.error.contains("config_kept"))
    #expect(try files(desk, below: "config") == before)
    #expect(desk.run("schedule", "list").status == 0)
  }

  @Test func `a configuration with a fault makes no desk`() throws {
    let desk = try TestDesk()
    try desk.write("config/desk.json", #"{"desk":{"name":"X","zone":"UTC","zon":1}}"#)
    let answer = desk.run("init")
    #expect(answer.status == 4)
    #expect(answer.error.contains("desk.json:1:34: desk.zon:"))
    #expect(!FileManager.default.fileExists(atPath: desk.root + "/data"))
  }

  @Test func `the sample contacts do not go into another configuration`() throws {
    let desk = try TestDesk()
    desk.run("init")
    try FileManager.default.removeItem(atPath: desk.root + "/data")
    #expect(desk.run("init", "--sample").status == 5)
    #expect(!FileManager.default.fileExists(atPath: desk.root + "/data"))
  }

  @Test(arguments: [["init"], ["init", "--sample"]])
  func `interrupted at any system call and run again, it ends right`(line: [String]) throws {
    let whole = try TestDesk()
    whole.run(line)
    let wanted = try files(whole)
    var calls = 0
    var isInterrupted = true
    while isInterrupted {
      let desk = try TestDesk()
      let budget = Countdown(calls)
      desk.kernel = Kernel { _, _ in budget.next() ? .proceed : .fail(5) }
      isInterrupted = desk.run(line).status != 0
      desk.kernel = Kernel()
      if isInterrupted {
        let answer = desk.run(line)
        // Cut off past its last commit, it was whole already, and says so.
        #expect([0, 5].contains(answer.status), "after \(calls) calls: \(answer.error)")
      }
      // What was committed and not yet in place is put there by the next command.
      #expect(desk.run("schedule", "list").status == 0)
      let made = try files(desk)
      #expect(Set(made.keys) == Set(wanted.keys), "after \(calls) calls")
      let differing = made.filter { wanted[$0.key] != $0.value }.keys
      #expect(Set(differing) == ["data/format.json"], "after \(calls) calls")
      calls += isInterrupted ? 7 : 0
    }
    #expect(calls > 100)
  }

  @Test func `made under a set clock, it is a desk to play with`() throws {
    let desk = try TestDesk()
    #expect(desk.run("--now", "2026-12-04T10:20", "init").status == 0)
    let format = try JSONValue(parsing: desk.read("data/format.json"))
    #expect(format["play"] == true)
    #expect(format["madeAt"] == "2026-12-04T13:20:00Z")
  }

  @Test func `a desk of one user is closed to others, whatever the umask`() throws {
    let desk = try TestDesk()
    let old = umask(0)
    defer { umask(old) }
    desk.run("init", "--sample")
    #expect(try mode("data", desk) == 0o700)
    #expect(try mode("data/contacts/0000.jsonl", desk) == 0o600)
    #expect(try mode("config", desk) == 0o755)
    #expect(try mode("config/desk.json", desk) == 0o644)
  }

  @Test func `a Unix group shares a desk, whatever the umask`() throws {
    let desk = try TestDesk()
    let old = umask(0o077)
    defer { umask(old) }
    let group = try #require(groupName(getegid()))
    #expect(desk.run("init", "--sample", "--group", group).status == 0)
    #expect(try mode("data", desk) == 0o2770)
    #expect(try mode("data/contacts", desk) == 0o2770)
    #expect(try mode("data/contacts/0000.jsonl", desk) == 0o660)
    #expect(try mode("config", desk) == 0o2755)
    #expect(try mode("config/teams.json", desk) == 0o644)
  }

  private func groupName(_ number: gid_t) -> String? {
    getgrgid(number).map { String(cString: $0.pointee.gr_name) }
  }

  @Test func `a Unix group that the machine does not know is not found`() throws {
    let desk = try TestDesk()
    let answer = desk.run("init", "--group", "nao-existe")
    #expect(answer.status == 3)
    #expect(answer.error.contains("groupadd nao-existe"))
    #expect(try files(desk).isEmpty)
  }

  @Test func `a Unix group that one does not belong to is refused`() throws {
    let desk = try TestDesk()
    desk.user = 12_345
    let mine = Caller.groups
    let other = try #require(
      (1...60).lazy.filter { !mine.contains($0) }.compactMap(groupName).first)
    let answer = desk.run("init", "--group", other)
    #expect(answer.status == 5)
    #expect(answer.error.contains("usermod -aG \(other)"))
    #expect(try files(desk).isEmpty)
  }

  @Test func `configuration and store cannot lie in one another`() throws {
    let desk = try TestDesk()
    for (config, data) in [("a", "a"), ("a/b", "a"), ("a", "a/b/")] {
      let answer = desk.run("--config", config, "--data", data, "init")
      #expect(answer.status == 2)
    }
    #expect(try files(desk).isEmpty)
  }

  @Test func `rehearsed, it makes nothing`() throws {
    let desk = try TestDesk()
    let answer = desk.run("init", "--sample", "-n")
    #expect(answer.status == 0)
    #expect(answer.error.contains("nothing was changed"))
    #expect(try files(desk).isEmpty)
  }
}

/// Says yes so many times. A class, because the closure that asks it is copied.
private final class Countdown: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func next() -> Bool {
    left.withLock { count in
      count -= 1
      return count >= 0
    }
  }
}
