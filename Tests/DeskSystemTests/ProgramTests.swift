import DeskSystem
import Foundation
import Testing

struct ProgramTests {
  private static let environment = ["PATH=/usr/bin:/bin", "GREETING=olá"]

  init() { Signals.prepare() }

  private func shell(_ script: String) -> DeskSystem.Program {
    Program("sh", ["-c", script], environment: Self.environment)
  }

  @Test func `it is given its words, its environment and nothing else`() throws {
    let asked = try shell("echo \"$GREETING $HOME\"; exit 3").run()
    #expect(String(decoding: asked.output, as: UTF8.self) == "olá \n")
    #expect(asked.status == 3)
    #expect(!asked.wasStopped)
  }

  @Test func `much input and much output pass each other`() throws {
    var program = Program("cat", environment: Self.environment)
    program.input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try program.run().output == program.input)
  }

  @Test func `one that does not read its input is no failure`() throws {
    var program = shell("exec <&-; echo done")
    program.input = [UInt8](repeating: 65, count: 1 << 20)
    let asked = try program.run()
    #expect(asked.output == Array("done\n".utf8))
    #expect(asked.status == 0)
  }

  @Test(arguments: ["sleep 30", "exec >&-; sleep 30", "echo a; exec sleep 30"])
  func `one that takes too long is stopped, whatever it does`(script: String) throws {
    var program = shell(script)
    program.limit = 0.3
    let start = monotonicSeconds()
    let asked = try program.run()
    #expect(asked.wasStopped)
    #expect(asked.status == 128 + SIGKILL)
    #expect(monotonicSeconds() - start < 5)
  }

  @Test func `what one that takes too long has started is stopped with it`() throws {
    var program = shell("sleep 300 & echo $!; wait")
    program.limit = 0.3
    let asked = try program.run()
    #expect(asked.wasStopped)
    let child = String(decoding: asked.output, as: UTF8.self).trimmingCharacters(in: .newlines)
    try #require(Int(child) != nil)
    // Whoever inherits it may be slow to bury it.
    while let stat = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8),
      !stat.contains(") Z ")
    {
      usleep(1000)
    }
  }

  @Test func `its standard error is collected where that is asked, and no more than is wanted`()
    throws
  {
    var program = shell("head -c 300000 /dev/zero; echo why >&2; head -c 300000 /dev/zero >&2")
    program.collectsErrors = true
    program.longestOutput = 1000
    let asked = try program.run()
    #expect(asked.status == 0)
    #expect(asked.output == [UInt8](repeating: 0, count: 1000))
    #expect(asked.errors.count == 1000 && asked.errors.starts(with: Array("why\n".utf8)))
  }

  @Test func `a limit of any length is one`() throws {
    var program = shell("echo a")
    program.limit = 1e12
    #expect(try program.run().output == Array("a\n".utf8))
  }

  @Test func `a signal that ends it is 128 and its number`() throws {
    #expect(try shell("kill -KILL $$").run().status == 128 + SIGKILL)
  }

  @Test func `a child dies of a closed pipe though we do not`() throws {
    #expect(try shell("kill -PIPE $$; echo alive").run().status == 128 + SIGPIPE)
  }

  @Test func `one that is not there is told`() {
    let error = #expect(throws: SpawnError.self) {
      try Program("/no/such", environment: []).run()
    }
    #expect(error?.program == "/no/such")
    #expect(error?.code == ENOENT)
  }

  /// The child holds the output open for longer than anybody waits.
  @Test func `what a group's leader leaves behind is killed, and its words are kept`() throws {
    var program = shell("printf %200000s; sleep 300 & echo $!; exit 4")
    program.leavesNothing = true
    let asked = try program.run()
    #expect(asked.status == 4)
    #expect(!asked.wasStopped)
    let words = String(decoding: asked.output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    #expect(asked.output.count > 200_000)
    let child = try #require(words.last.flatMap { pid_t($0) })
    // It may be a zombie for a moment, until whoever adopted it has waited for it.
    var looks = 0
    while kill(child, 0) == 0, looks < 1000 {
      rest(seconds: 0.01)
      looks += 1
    }
    #expect(kill(child, 0) != 0)
  }

  @Test func `a group's leader that runs on without output is waited for`() throws {
    var program = shell("exec >&-; sleep 0.3; exit 5")
    program.leavesNothing = true
    #expect(try program.run().status == 5)
  }
}
