package import DeskSystem

/// Everything that a command gets from outside: nothing below reads the environment, the clock or
/// a stream by itself. A test gives its own.
package struct Surroundings {
  package var environment: [String: String]
  /// What relative paths are relative to.
  package var workingFolder: String
  package var clock: Clock
  package var kernel: Kernel
  package var console: Console
  /// The effective Unix user.
  package var user: UInt32
  /// The path of this program, for the lines that start it again.
  package var program: String

  package init(
    environment: [String: String], workingFolder: String, clock: Clock, kernel: Kernel = Kernel(),
    console: Console, user: UInt32, program: String
  ) {
    self.environment = environment
    self.workingFolder = workingFolder
    self.clock = clock
    self.kernel = kernel
    self.console = console
    self.user = user
    self.program = program
  }

  /// A path as it was typed, made absolute.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : workingFolder + "/" + path
  }

  /// A variable that is set and not empty.
  subscript(_ variable: String) -> String? {
    environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The environment as a child is given it.
  var childEnvironment: [String] {
    environment.map { "\($0.key)=\($0.value)" }.sorted()
  }
}

/// The three streams, and what is known of them.
package struct Console {
  package var write: ([UInt8]) throws -> Void
  package var writeError: ([UInt8]) -> Void
  /// The next bytes of standard input; empty at its end.
  package var read: () throws -> [UInt8]
  /// Waits so many seconds; where asked to, until standard input has something.
  package var wait: (_ seconds: Double, _ forInput: Bool) -> Waking
  package var isTerminal: Bool
  package var isInputTerminal: Bool
  package var isErrorTerminal: Bool
  /// Of the terminal; nil where there is none.
  package var columns: Int?

  package init(
    write: @escaping ([UInt8]) throws -> Void, writeError: @escaping ([UInt8]) -> Void,
    read: @escaping () throws -> [UInt8], isTerminal: Bool, isInputTerminal: Bool,
    isErrorTerminal: Bool = false, columns: Int?,
    wait: @escaping (_ seconds: Double, _ forInput: Bool) -> Waking = { _, _ in .over }
  ) {
    self.write = write
    self.writeError = writeError
    self.read = read
    self.wait = wait
    self.isTerminal = isTerminal
    self.isInputTerminal = isInputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.columns = columns
  }

  /// Standard input, whole, as text.
  func readAll() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while case let chunk = try read(), !chunk.isEmpty { bytes += chunk }
    return bytes
  }
}
