import DeskTestSupport
import Foundation
import Testing

/// The real program under strace, which tells what calls it makes and has chosen ones go wrong.
struct Tracer: Sendable {
  /// A call of a run: its name, and which of that name it is, from 1. The program is
  /// single-threaded, so the numbers repeat; but for those of calls for memory, whose count goes by
  /// where the system happens to put the heap. The disk is as before them at the call that follows.
  struct Call: Hashable, Sendable, CustomStringConvertible {
    let name: String
    let number: Int
    /// As strace wrote it, with its arguments.
    let line: String

    var description: String { "\(name) \(number)" }

    /// Whether it may make a file that is not there.
    var makesFile: Bool { line.contains("O_CREAT") }

    /// Whether the disk is other after it; what does not look so is passed over where only a
    /// change matters.
    var changesDisk: Bool {
      makesFile
        || [
          "pwrite64", "fdatasync", "fsync", "syncfs", "ftruncate", "renameat", "renameat2",
          "mkdirat", "unlinkat", "fchmod", "fchown", "utimensat",
        ].contains(name)
    }
  }

  /// Where strace lies; a test asks first whether it is there.
  private let strace = Binary.find("strace") ?? "/usr/bin/strace"

  /// The calls of a run from the first that names a folder of the desk on: what comes before is the
  /// loader's. The run ends as it may.
  func calls(of words: [String], on desk: BinaryDesk) throws -> [Call] {
    let file = desk.root + "/trace"
    try Binary.run(
      [strace, "-f", "-s", "64", "-o", file, Binary.built.path] + words,
      environment: desk.environment, folder: desk.root, input: desk.input
    )
    var reading = TraceReading(root: desk.root)
    let trace = try String(contentsOfFile: file, encoding: .utf8)
    for line in trace.split(separator: "\n") { reading.read(line) }
    return reading.calls
  }

  /// Starts a run in which `injection` happens, as strace has it: `openat2:error=EIO:when=3`. A run
  /// that hangs is killed after a time in which none is at work.
  func start(
    _ words: [String], _ desk: BinaryDesk, _ injection: String
  ) throws -> Binary.Started {
    let name = injection.prefix { $0 != ":" }
    return try Binary.start(
      ["/usr/bin/timeout", "-s", "KILL", "20", strace]
        + following(words, injection)
        + ["-o", "/dev/null", "-e", "trace=\(name)", "-e", "inject=\(injection)"]
        + [Binary.built.path] + words, environment: desk.environment, folder: desk.root,
      input: desk.input)
  }

  func run(
    _ words: [String], _ desk: BinaryDesk, _ injection: String
  ) throws -> Binary.Answer {
    try start(words, desk, injection).wait()
  }

  /// With a filter in the kernel only the chosen call stops the program, twice as fast. It wants
  /// `-f`, but an editor that the command starts must not be failed in its place; and signals are
  /// not sent then.
  private func following(_ words: [String], _ injection: String) -> [String] {
    words.contains("edit") || injection.contains("signal") ? [] : ["-f", "--seccomp-bpf"]
  }
}

/// Takes calls out of strace's lines: `1234  openat2(3, "lock", …) = 4`.
private struct TraceReading {
  let root: String
  var calls: [Tracer.Call] = []
  private var counts: [String: Int] = [:]
  private var process: Substring?
  private var hasBegun = false

  private static let memoryCalls: Set = [
    "brk", "mmap", "munmap", "mremap", "mprotect", "madvise",
  ]

  init(root: String) { self.root = root }

  mutating func read(_ line: Substring) {
    let number = line.prefix { $0.isNumber }
    process = process ?? number
    let text = line.dropFirst(number.count).drop { $0 == " " }
    let name = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard process == number, text.dropFirst(name.count).first == "(" else { return }
    counts[name, default: 0] += 1
    hasBegun = hasBegun || ["/data", "/config"].contains { text.contains(root + $0) }
    if !hasBegun || name == "exit_group" || Self.memoryCalls.contains(name) { return }
    calls.append(Tracer.Call(name: name, number: counts[name] ?? 0, line: String(text)))
  }
}
