import CSystem
import Glibc

/// Standard output, standard error, or a device or pipe that is open for writing.
package struct OutputStream: Sendable {
  private let number: Int32
  private let name: String

  package static let standard = OutputStream(1, "standard output")
  package static let error = OutputStream(2, "standard error")

  /// Whoever opened it keeps it open.
  init(_ number: Int32, _ name: String) {
    self.number = number
    self.name = name
  }

  /// Writes everything, or throws; a reader that went away is `EPIPE`.
  package func write(_ bytes: [UInt8]) throws {
    var written = 0
    var interruptions = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(number, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count > 0 { written += count }
      if count < 0 {
        let code = errno
        if code == EINTR { interruptions += 1 }
        guard code == EAGAIN || code == EINTR && interruptions < Kernel.interruptions else {
          throw SystemError(.write, name, code)
        }
        if code == EAGAIN { rest(seconds: 0.01) }
      }
    }
  }

  /// Whether a person is looking.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// Its width in columns; nil where it is no terminal.
  package var columns: Int? {
    let columns = Int(csystem_terminal_columns(number))
    return columns > 0 ? columns : nil
  }
}

/// Standard input.
package enum InputStream {
  package static var isTerminal: Bool { isatty(0) == 1 }
}

/// What somebody who waits was woken by.
package enum Waking: Hashable, Sendable {
  case timeUp
  /// Standard input has something, or has ended.
  case input
  /// Nobody will ever come: a console that plays one.
  case over
}

/// Waits on the streams of this process.
package enum Streams {
  /// Until the time is up, or standard input has something where that is waited for. A reader of
  /// standard output who goes away meanwhile ends this process as a closed pipe does.
  package static func wait(seconds: Double, forInput: Bool) -> Waking {
    // A negative number is passed over.
    var streams = [
      pollfd(fd: forInput ? 0 : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: 1, events: 0, revents: 0),
    ]
    poll(&streams, nfds_t(streams.count), Int32(seconds * 1000))
    if streams[0].revents != 0 { return .input }
    if Int32(streams[1].revents) & (POLLERR | POLLHUP) != 0 { Signals.dieOfClosedPipe() }
    // Closed from the start, it says so at once each time.
    if streams[1].revents != 0 { rest(seconds: seconds) }
    return .timeUp
  }
}

/// Signals, set once in the first lines of `main`.
package enum Signals {
  /// A pipe that nobody reads is an error that is seen, and a crash runs no handler.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    csystem_default_fatal_signals()
  }

  /// Ends this process as a closed pipe ends one that never asked to survive it.
  package static func dieOfClosedPipe() -> Never {
    signal(SIGPIPE, SIG_DFL)
    kill(getpid(), SIGPIPE)
    exit(141)
  }
}

/// The process's environment, read once.
package func processEnvironment() -> [String: String] {
  var found: [String: String] = [:]
  var next = environ
  while let entry = next.pointee {
    let line = String(cString: entry)
    if let equals = line.firstIndex(of: "=") {
      found[String(line[..<equals])] = String(line[line.index(after: equals)...])
    }
    next += 1
  }
  return found
}
