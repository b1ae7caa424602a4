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
