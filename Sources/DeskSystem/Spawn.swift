import CSystem
import Glibc

/// Another program, run to its end.
package struct Program: Sendable {
  /// A path, or a name that is looked up in `PATH`.
  package var name: String
  package var arguments: [String]
  /// `NAME=value`, the child's whole environment.
  package var environment: [String]
  package var input: [UInt8] = []
  /// It is killed after so many seconds, whatever it does; nil waits for ever.
  package var limit: Double?
  /// It is killed when it wrote more bytes than that; nil takes any number.
  package var outputLimit: Int?
  /// It leads a process group of its own: what it leaves behind of that is killed at its end, and is
  /// not waited for.
  package var leadsGroup = false

  package init(_ name: String, _ arguments: [String] = [], environment: [String]) {
    self.name = name
    self.arguments = arguments
    self.environment = environment
  }

  /// How it ended: 128 and the signal's number where one ended it.
  package struct Outcome: Sendable {
    package let status: Int32
    package let output: [UInt8]
    package let wasStopped: Bool
    /// It was stopped because it wrote too much.
    package let hasOverflowed: Bool
  }

  /// Runs it with standard input and output of ours; its standard error is the caller's.
  /// Throws where it could not be started.
  package func run() throws -> Outcome {
    let input = try Pipe()
    let output = try Pipe()
    let child = try spawn(descriptors: [(input.reading, 0), (output.writing, 1)])
    input.closeReading()
    output.closeWriting()
    let deadline = limit.map { monotonicSeconds() + $0 }
    let exchange = Exchange(
      input: self.input, deadline: deadline, outputLimit: outputLimit,
      watched: leadsGroup ? child : nil)
    let (collected, end) = exchange.run(to: input, from: output)
    // One that has closed its output may still run on.
    let isStopped = end == .late || end == .overflowed || !hasEnded(child, by: deadline)
    if isStopped { kill(child, SIGKILL) }
    // Before it is waited for: until then nobody else can have its number.
    if leadsGroup { kill(-child, SIGKILL) }
    return Outcome(
      status: try wait(child), output: collected, wasStopped: isStopped,
      hasOverflowed: end == .overflowed)
  }

  /// Runs it on the caller's own terminal: an editor, a pager.
  package func runInForeground() throws -> Int32 {
    try wait(try spawn(descriptors: []))
  }

  private func spawn(descriptors: [(from: Int32, to: Int32)]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for pair in descriptors { posix_spawn_file_actions_adddup2(&actions, pair.from, pair.to) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE; a child that was not written for that must not.
    var pipeSignal = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &pipeSignal)
    let group = leadsGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | group))
    var child = pid_t()
    let code = withStrings([name] + arguments) { words in
      withStrings(environment) { posix_spawnp(&child, name, &actions, &attributes, words, $0) }
    }
    guard code == 0 else { throw SpawnError(program: name, code: code) }
    return child
  }

  /// Whether a child ends in time; it is left to be waited for. Whoever's group is to be killed then
  /// is awaited without a limit, too.
  private func hasEnded(_ child: pid_t, by deadline: Double?) -> Bool {
    guard deadline != nil || leadsGroup else { return true }
    var pause = 0.001
    while !DeskSystem.hasEnded(child) {
      if let deadline, monotonicSeconds() >= deadline { return false }
      rest(seconds: pause)
      pause = min(pause * 2, 0.05)
    }
    return true
  }

  private func wait(_ child: pid_t) throws -> Int32 {
    var status: Int32 = 0
    var interruptions = 0
    while waitpid(child, &status, 0) < 0 {
      interruptions += 1
      guard errno == EINTR, interruptions < Kernel.interruptions else {
        throw SpawnError(program: name, code: errno)
      }
    }
    return csystem_exit_status(status)
  }
}

/// A program that could not be started: not found, or not executable.
package struct SpawnError: Error, Hashable, Sendable {
  package let program: String
  /// A value of `errno`.
  package let code: Int32
  package var reason: String { String(cString: strerror(code)) }
}

/// The words as C has them, ended by a null pointer, for as long as `body` runs.
private func withStrings<Result>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = words.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
