import CSystem
import Glibc

/// What a program is told and what it answers, at once: neither side waits for the other.
struct Exchange {
  /// How it came to its end.
  enum End {
    /// The output was closed.
    case closed
    /// The program is gone, and what it left behind still holds the output.
    case abandoned
    case late
    case overflowed
  }

  let input: [UInt8]
  /// Seconds of the monotonic clock; nil is never.
  let deadline: Double?
  /// Of the output, in bytes; nil takes any.
  let outputLimit: Int?
  /// The program, where its own end ends the exchange, too.
  let watched: pid_t?

  /// Seconds between two looks at a watched program: it closes its output at its end, unless it left
  /// a child behind.
  private static let glance = 0.05

  func run(to input: Pipe, from output: Pipe) -> (collected: [UInt8], end: End) {
    var collected: [UInt8] = []
    var sent = 0
    _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
    _ = fcntl(output.reading, F_SETFL, O_NONBLOCK)
    while true {
      if sent == self.input.count { input.closeWriting() }
      let left = deadline.map { $0 - monotonicSeconds() }
      if let left, left <= 0 { return (collected, .late) }
      // Asked before reading: what it wrote in its life is then read to the last byte.
      let isGone = watched.map { hasEnded($0) } ?? false
      let ready = wait(for: input, output, isSending: sent < self.input.count, left, isGone)
      if ready.input { sent = send(from: sent, to: input) }
      let end = ready.output ? receive(from: output, into: &collected) : isGone ? .abandoned : nil
      if let end { return (collected, end) }
    }
  }

  private func wait(
    for input: Pipe, _ output: Pipe, isSending: Bool, _ left: Double?, _ isGone: Bool
  ) -> (input: Bool, output: Bool) {
    var waiting = [
      pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input.writing, events: Int16(POLLOUT), revents: 0),
    ]
    let longest = watched == nil ? left : min(left ?? Self.glance, Self.glance)
    let pause = longest.map { Int32(min($0, 1e6) * 1000) + 1 } ?? -1
    poll(&waiting, isSending ? 2 : 1, isGone ? 0 : pause)
    return (waiting[1].revents != 0, waiting[0].revents != 0)
  }

  /// Sends what the program takes now; answers how much of the input is sent.
  private func send(from sent: Int, to pipe: Pipe) -> Int {
    let count = input[sent...].withUnsafeBytes { write(pipe.writing, $0.baseAddress, $0.count) }
    if count > 0 { return sent + count }
    // A program that no longer reads has what it wanted.
    return errno == EAGAIN || errno == EINTR ? sent : input.count
  }

  /// Collects what is there; nil while there may be more.
  private func receive(from pipe: Pipe, into collected: inout [UInt8]) -> End? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(pipe.reading, &buffer, buffer.count)
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return .closed }
    if count > 0 { collected += buffer[..<count] }
    return outputLimit.map { collected.count > $0 } == true ? .overflowed : nil
  }
}

/// Whether a child has ended; it is left to be waited for, and so its number is not given again.
func hasEnded(_ child: pid_t) -> Bool {
  var facts = siginfo_t()
  let answer = waitid(P_PID, id_t(child), &facts, WEXITED | WNOHANG | WNOWAIT)
  // What cannot be asked is for whoever waits for it to find out.
  return answer == 0 ? facts.si_signo != 0 : errno != EINTR
}

/// Both ends of a pipe, closed when let go. A class, because each end is closed once.
final class Pipe {
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
