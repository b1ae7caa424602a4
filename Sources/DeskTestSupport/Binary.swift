import Foundation
package import Glibc

/// The built program, run as a real process: for what one process cannot show (kills, other users,
/// many at once).
package struct Binary: Sendable {
  package let path: String

  /// The one that `DESKCTL_BINARY` names, as `make test` does with the release binary; else the
  /// debug one, which is built with the tests and cannot be older than they are.
  package static let built: Binary = {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let named = ProcessInfo.processInfo.environment["DESKCTL_BINARY"]
    return Binary(path: named ?? project + "/.build/debug/deskctl")
  }()

  /// How a process ended, and what it said.
  package struct Answer: Sendable {
    /// The exit status; 128 and the signal's number where one ended it.
    package let status: Int32
    package let output: String
    package let error: String
  }

  /// A process that was started, to be waited for later. A class, because it is waited for once.
  ///
  /// It is spawned and waited for by the system's own calls: Foundation's `Process` was seen to wait
  /// for ever for one that had ended, where several are started from several threads.
  package final class Started: Sendable {
    package let process: pid_t
    private let output: String
    private let error: String

    init(
      _ words: [String], environment: [String: String], folder: String, input: String?
    ) throws {
      let base = NSTemporaryDirectory() + UUID().uuidString
      output = base + ".out"
      error = base + ".err"
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      // Swift's Glibc does not show the action that changes the folder: env does it, and becomes the
      // program.
      let words = ["/usr/bin/env", "--chdir=\(folder)"] + words
      let arguments = words.map { strdup($0) } + [nil]
      let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
      defer { for word in arguments + variables { free(word) } }
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      // Threads of a pool hold signals back, and a child would go on doing so.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
      var child = pid_t()
      let code = posix_spawn(&child, words[0], &actions, &attributes, arguments, variables)
      guard code == 0 else { throw NotStarted(program: words[0], code: code) }
      process = child
    }

    package func kill() { Glibc.kill(process, SIGKILL) }

    /// Whether it has ended, without waiting; `wait` is still to be called.
    package var hasEnded: Bool {
      var facts = siginfo_t()
      let code = waitid(P_PID, id_t(process), &facts, WEXITED | WNOHANG | WNOWAIT)
      return code != 0 || facts.si_signo == SIGCHLD
    }

    package func wait() throws -> Answer {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      defer {
        unlink(output)
        unlink(error)
      }
      let signal = status & 0x7F
      return Answer(
        status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: text(output),
        error: text(error))
    }

    private func text(_ path: String) -> String {
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
  }

  /// A program that could not be started: a value of `errno` says why.
  package struct NotStarted: Error {
    package let program: String
    package let code: Int32
  }

  /// Starts any program.
  package static func start(
    _ words: [String], environment: [String: String] = [:], folder: String = "/",
    input: String? = nil
  ) throws -> Started {
    var all = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
    all.merge(environment) { $1 }
    return try Started(words, environment: all, folder: folder, input: input)
  }

  /// Runs any program to its end.
  @discardableResult
  package static func run(
    _ words: [String], environment: [String: String] = [:], folder: String = "/",
    input: String? = nil
  ) throws -> Answer {
    try start(words, environment: environment, folder: folder, input: input).wait()
  }

  /// Copies a program to where it will be started from.
  ///
  /// By `cp`, not by this process: a child that another test forks at that moment would hold the new
  /// file open for writing, and the system starts no program that is being written.
  package static func copy(_ program: String, to path: String) throws {
    let made = try run(["/bin/cp", program, path])
    if made.status != 0 { throw NotStarted(program: "cp: \(made.error)", code: made.status) }
  }

  /// The path of a program of the system; nil where it is not installed.
  package static func find(_ name: String) -> String? {
    ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
