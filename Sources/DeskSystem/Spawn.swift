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
  /// It is killed after so many seconds, whatever it does, with all that it started and that stayed
  /// in its group; nil waits for ever.
  package var limit: Double?
  /// Its standard error is collected, too, instead of being the caller's.
  package var collectsErrors = false
  /// So many bytes of what it writes are kept; the rest is read and let go.
  package var longestOutput = Int.max
  /// What it started and leaves behind is killed at its end, and is not waited for.
  package var leavesNothing = false

  package init(_ name: String, _ arguments: [String] = [], environment: [String]) {
    self.name = name
    self.arguments = arguments
    self.environment = environment
  }

  /// How it ended: 128 and the signal's number where one ended it.
  package struct Outcome: Sendable {
    package let status: Int32
    package let output: [UInt8]
    package let errors: [UInt8]
    package let wasStopped: Bool
  }

  /// Runs it with standard input and output of ours; its standard error is the caller's unless it
  /// is collected. Throws where it could not be started.
  package func run() throws -> Outcome {
    let input = try Pipe()
    let output = try Pipe()
    let errors = try collectsErrors ? Pipe() : nil
    var descriptors = [(from: input.reading, to: Int32(0)), (output.writing, 1)]
    if let errors { descriptors.append((errors.writing, 2)) }
    let child = try spawn(descriptors: descriptors, inGroupOfItsOwn: limit != nil || leavesNothing)
    input.closeReading()
    output.closeWriting()
    errors?.closeWriting()
    var exchange = Exchange(
      input: self.input, to: input, from: [output] + (errors.map { [$0] } ?? []),
      limit: longestOutput)
    let deadline = limit.map { monotonicSeconds() + $0 }
    let inTime = exchange.run(by: deadline, watching: leavesNothing ? child : nil)
    // One that has closed its output may still run on.
    let isStopped = !inTime || !hasEnded(child, by: deadline)
    // With all that it started. Before it is waited for: until then nobody else can have its number.
    if isStopped || leavesNothing { kill(-child, SIGKILL) }
    return Outcome(
      status: try wait(child), output: exchange.collected[0],
      errors: collectsErrors ? exchange.collected[1] : [], wasStopped: isStopped)
  }

  /// Runs it on the caller's own terminal: an editor, a pager.
  package func runInForeground() throws -> Int32 {
    try wait(try spawn(descriptors: [], inGroupOfItsOwn: false))
  }

  /// Runs it on the caller's own terminal with its input: a pager. What it does not read is let go,
  /// and an interruption is its own matter while it runs.
  package func runAsPager() throws -> Int32 {
    let pipe = try Pipe()
    let earlier = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, earlier) }
    let child = try spawn(descriptors: [(pipe.reading, 0)], inGroupOfItsOwn: false)
    pipe.closeReading()
    var sent = 0
    while sent < input.count {
      let count = input[sent...].withUnsafeBytes { write(pipe.writing, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { break }
      sent += max(0, count)
    }
    pipe.closeWriting()
    return try wait(child)
  }

  private func spawn(
    descriptors: [(from: Int32, to: Int32)], inGroupOfItsOwn: Bool
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for pair in descriptors { posix_spawn_file_actions_adddup2(&actions, pair.from, pair.to) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE; a child that was not written for that must not.
    var ignored = sigset_t()
    sigemptyset(&ignored)
    sigaddset(&ignored, SIGPIPE)
    // Nor SIGINT, while a pager has the terminal.
    sigaddset(&ignored, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    let flags = POSIX_SPAWN_SETSIGDEF | (inGroupOfItsOwn ? POSIX_SPAWN_SETPGROUP : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
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
    guard deadline != nil || leavesNothing else { return true }
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
        throw SpawnError(program: name, code: errno, hasStarted: true)
      }
    }
    return csystem_exit_status(status)
  }
}

/// A program that could not be started, not found or not executable; or whose end could not be seen.
package struct SpawnError: Error, Hashable, Sendable {
  package let program: String
  /// A value of `errno`.
  package let code: Int32
  package var hasStarted = false
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
