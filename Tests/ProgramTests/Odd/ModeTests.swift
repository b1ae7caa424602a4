import DeskTestSupport
import Foundation
import Testing

/// Modes of what the program makes, whatever the umask.
struct ModeTests {
  static let umasks = ["000", "022", "027", "077", "777"]

  static let commands = [
    "contact add --name Nova --phones 11977770000", "config set schedules.spacing.minutes=4",
    "team add novo", "config schema --write",
    "schedule add --contact 1 --agent ana --at +5m --file nota.txt -m Oi --comment c",
    "schedule add --contact 2 --agent ana --at +1h --comment c",
    "ticket add --contact 3 --team suporte --title x",
    "--now 2026-12-04T11:00:00-03:00 tick --deliver", "doctor --rebuild",
  ]

  @Test(arguments: umasks)
  func `S10 only the owner may read a desk, whatever the umask`(_ umask: String) throws {
    try expect(umask, group: nil, file: "600", folder: "700", config: ["644", "755"])
  }

  @Test(arguments: umasks)
  func `S10 a group's desk is its group's alone, whatever the umask`(_ umask: String) throws {
    guard try Needed.root("a desk of a Unix group") else { return }
    try expect(umask, group: "users", file: "660", folder: "2770", config: ["644", "2755"])
  }

  private func expect(
    _ umask: String, group: String?, file: String, folder: String, config: [String]
  ) throws {
    let desk = try BinaryDesk(sample: false, in: TestDesk.memory)
    try "uma nota".write(toFile: desk.root + "/nota.txt", atomically: true, encoding: .utf8)
    let making = ["init", "--sample"] + (group.map { ["--group", $0] } ?? [])
    for words in [making] + Self.commands.map({ $0.split(separator: " ").map(String.init) }) {
      let answer = try Binary.run(
        ["/bin/sh", "-c", "umask \(umask); exec \"$@\"", "sh", Binary.built.path] + words,
        environment: desk.environment, folder: desk.root)
      #expect(answer.status == 0, "\(words): \(answer.error)")
    }
    let found = try modes(desk, "data")
    let ofConfig = try modes(desk, "config")
    let wrong =
      found.filter { $0.mode != ($0.isFolder ? folder : file) }
      + ofConfig.filter { $0.mode != config[$0.isFolder ? 1 : 0] }
    #expect(wrong.map(\.text) == [])
    #expect(found.count > 60 && found.contains { $0.path.contains("outgoing/000001-nota.txt") })
    #expect(try desk.run("doctor").status == 0)
    try Exhaustion.count(
      "program: files made under a umask", cases: found.count + ofConfig.count,
      failures: wrong.count)
  }

  /// A file or folder and its mode in octal.
  private struct Mode {
    let path: String
    let mode: String
    let isFolder: Bool
    var text: String { "\(path) \(mode)" }
  }

  private func modes(_ desk: BinaryDesk, _ folder: String) throws -> [Mode] {
    let base = "\(desk.root)/\(folder)"
    return try ([""] + FileManager.default.subpathsOfDirectory(atPath: base)).map { name in
      let facts = try FileManager.default.attributesOfItem(atPath: "\(base)/\(name)")
      return Mode(
        path: "\(folder)/\(name)", mode: String(facts[.posixPermissions] as? Int ?? 0, radix: 8),
        isFolder: facts[.type] as? FileAttributeType == .typeDirectory)
    }
  }
}
