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
    let (collected, inTime) = exchange(to: input, from: output, deadline: deadline)
    // One that has closed its output may still run on.
    let isStopped = try !inTime || !hasEnded(child, by: deadline)
    if isStopped { kill(child, SIGKILL) }
    return Outcome(status: try wait(child), output: collected, wasStopped: isStopped)
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
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child = pid_t()
    let code = withStrings([name] + arguments) { words in
      withStrings(environment) { posix_spawnp(&child, name, &actions, &attributes, words, $0) }
    }
    guard code == 0 else { throw SpawnError(program: name, code: code) }
    return child
  }

  /// Whether a child ends in time; it is left to be waited for.
  private func hasEnded(_ child: pid_t, by deadline: Double?) throws -> Bool {
    guard let deadline else { return true }
    var pause = 0.001
    while true {
      var facts = siginfo_t()
      let answer = waitid(P_PID, id_t(child), &facts, WEXITED | WNOHANG | WNOWAIT)
      if answer < 0 && errno != EINTR { throw SpawnError(program: name, code: errno) }
      if answer == 0 && facts.si_signo != 0 { return true }
      if monotonicSeconds() >= deadline { return false }
      rest(seconds: pause)
      pause = min(pause * 2, 0.05)
    }
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

  /// Writes the input and collects the output together, so that neither waits for the other.
  private func exchange(to input: Pipe, from output: Pipe, deadline: Double?) -> ([UInt8], Bool) {
    var collected: [UInt8] = []
    var sent = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
    while true {
      if sent == self.input.count { input.closeWriting() }
      let left = deadline.map { $0 - monotonicSeconds() }
      if let left, left <= 0 { return (collected, false) }
      var waiting = [
        pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input.writing, events: Int16(POLLOUT), revents: 0),
      ]
      poll(
        &waiting, sent == self.input.count ? 1 : 2,
        left.map { Int32(min($0, 1e6) * 1000) + 1 } ?? -1)
      if waiting[1].revents != 0 {
        let count = self.input[sent...].withUnsafeBytes {
          write(input.writing, $0.baseAddress, $0.count)
        }
        // A child that no longer reads has what it wanted.
        if count < 0 && errno != EAGAIN && errno != EINTR { sent = self.input.count }
        if count > 0 { sent += count }
      }
      if waiting[0].revents != 0 {
        let count = read(output.reading, &buffer, buffer.count)
        if count == 0 || (count < 0 && errno != EINTR) { return (collected, true) }
        if count > 0 { collected += buffer[..<count] }
      }
    }
  }
}

/// A program that could not be started: not found, or not executable.
package struct SpawnError: Error, Hashable, Sendable {
  package let program: String
  /// A value of `errno`.
  package let code: Int32
  package var reason: String { String(cString: strerror(code)) }
}

/// Both ends of a pipe, closed when let go. A class, because each end is closed once.
private final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard csystem_pipe(&ends) == 0 else { throw SystemError(.open, "pipe", errno) }
    reading = ends[0]
    writing = ends[1]
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  deinit {
    closeReading()
    closeWriting()
  }
}

/// The words as C has them, ended by a null pointer, for as long as `body` runs.
private func withStrings<Result>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = words.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
