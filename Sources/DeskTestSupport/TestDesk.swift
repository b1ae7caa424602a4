import DeskCommands
package import DeskCore
package import DeskSystem
package import Foundation

/// A desk in a folder of its own, whose clock stands still until it is told. Commands run in this
/// process. A class, because its folder is removed with it.
package final class TestDesk {
  package let root: String
  package var now: Instant
  package var environment: [String: String]
  package var kernel: Kernel
  package var user: UInt32

  /// Friday 4 December 2026, 10:20 in São Paulo.
  package static let start = Instant(secondsSinceEpoch: 1_796_390_400)

  /// A folder with nothing in it; `init` makes the desk.
  package init(now: Instant = TestDesk.start, in folder: String = NSTemporaryDirectory()) throws {
    // As the program does: a child that reads nothing must not end this process.
    Signals.prepare()
    root = folder + "/deskctl-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    self.now = now
    kernel = Kernel()
    user = Caller.user
    environment = [
      "DESKCTL_CONFIG": root + "/config", "DESKCTL_DATA": root + "/data", "COLUMNS": "100",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "TZ": "America/Sao_Paulo", "HOME": root,
    ]
  }

  /// Where files never reach a disk, for a test that makes a thousand desks: what it counts are the
  /// calls, not what they cost.
  package static let memory =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A small desk in Portuguese, with agents and contacts.
  package static func sample(now: Instant = TestDesk.start) throws -> TestDesk {
    let desk = try TestDesk(now: now)
    let made = desk.run("init", "--sample")
    precondition(made.status == 0, made.error)
    return desk
  }

  /// What a command said.
  package struct Answer: Hashable, Sendable {
    package let status: Int32
    package let output: String
    package let error: String
  }

  @discardableResult
  package func run(_ words: String...) -> Answer { run(words) }

  /// Runs a command line with a text on standard input, perhaps typed at a terminal.
  @discardableResult
  package func run(_ words: [String], input: String = "", isTyped: Bool = false) -> Answer {
    run(words, bytes: Array(input.utf8), isTyped: isTyped)
  }

  /// The same with any bytes on standard input.
  package func run(_ words: [String], bytes: [UInt8], isTyped: Bool = false) -> Answer {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var rest = bytes[...]
    let instant = now.secondsSinceEpoch
    let surroundings = Surroundings(
      environment: environment, workingFolder: root, clock: Clock { instant }, kernel: kernel,
      console: Console(
        write: { output += $0 }, writeError: { error += $0 },
        read: {
          defer { rest = rest.dropFirst(65_536) }
          return Array(rest.prefix(65_536))
        }, isTerminal: false, isInputTerminal: isTyped, columns: nil),
      user: user, program: "/usr/local/bin/deskctl")
    let status = Runner(surroundings).run(words)
    return Answer(
      status: status, output: String(decoding: output, as: UTF8.self),
      error: String(decoding: error, as: UTF8.self))
  }

  /// Writes a file below the desk's folder.
  package func write(_ path: String, _ text: String) throws {
    let whole = root + "/" + path
    try FileManager.default.createDirectory(
      atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: whole))
  }

  package func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)), as: UTF8.self)
  }

  /// Every file of the desk's folder by its path, with what is in it.
  package func files() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: root + "/" + name).map { (name, $0) }
      })
  }
}
