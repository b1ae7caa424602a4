import CSystem
import Glibc

/// What goes to a child and what comes from it, together, so that neither waits for the other.
struct Exchange {
  private let input: [UInt8]
  private var sent = 0
  private let target: Pipe
  private let sources: [Pipe]
  /// What came from each source, up to the limit; what is more is read and let go.
  private(set) var collected: [[UInt8]]

  private let limit: Int

  init(input: [UInt8], to target: Pipe, from sources: [Pipe], limit: Int) {
    self.input = input
    self.limit = limit
    self.target = target
    self.sources = sources
    collected = sources.map { _ in [] }
    _ = fcntl(target.writing, F_SETFL, O_NONBLOCK)
  }

  /// Seconds between two looks at a child: it closes its output at its end, unless it left somebody
  /// behind who holds it.
  private static let glance = 0.05

  /// Goes on until every source has ended; false where the time was up before. A child that is
  /// watched ends it, too, when it is gone and what it wrote is read.
  mutating func run(by deadline: Double?, watching child: pid_t? = nil) -> Bool {
    while sources.contains(where: { $0.reading >= 0 }) {
      // Asked before reading: what it wrote in its life is then read to the last byte.
      let isGone = child.map { hasEnded($0) } ?? false
      if sent == input.count { target.closeWriting() }
      let left = deadline.map { $0 - monotonicSeconds() }
      if let left, left <= 0 { return false }
      // What was closed is -1, and poll passes it over.
      var waiting = sources.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
      waiting.append(pollfd(fd: target.writing, events: Int16(POLLOUT), revents: 0))
      let longest = child == nil ? left : min(left ?? Self.glance, Self.glance)
      let pause = longest.map { Int32(min($0, 1e6) * 1000) + 1 } ?? -1
      poll(&waiting, nfds_t(waiting.count), isGone ? 0 : pause)
      if waiting[sources.count].revents != 0 { send() }
      for place in sources.indices where waiting[place].revents != 0 { receive(place) }
      if isGone, sources.indices.allSatisfy({ waiting[$0].revents == 0 }) { return true }
    }
    return true
  }

  private mutating func send() {
    let count = input[sent...].withUnsafeBytes { write(target.writing, $0.baseAddress, $0.count) }
    // A child that no longer reads has what it wanted.
    if count < 0 && errno != EAGAIN && errno != EINTR { sent = input.count }
    if count > 0 { sent += count }
  }

  private mutating func receive(_ place: Int) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(sources[place].reading, &buffer, buffer.count)
    if count == 0 || (count < 0 && errno != EINTR) { sources[place].closeReading() }
    guard count > 0 else { return }
    collected[place] += buffer[..<min(count, limit - collected[place].count)]
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
