import CommandLineKit
import DeskSystem

/// The line on standard error that says how far a long work is, at a terminal alone; elsewhere, and
/// with `--quiet`, nothing is written. A class, because the work and its end share one line.
final class ProgressLine {
  private let write: ([UInt8]) -> Void
  private let width: Int
  private var progress: Progress?

  init(_ what: Text, of total: Int?, _ unit: Progress.Unit, _ desk: Desk) {
    let console = desk.surroundings.console
    write = console.writeError
    width = (console.columns ?? 80) - 1
    guard console.isErrorTerminal, !desk.globals.has(.quiet) else { return }
    progress = Progress(
      what, of: total, unit, language: desk.language, startedAt: monotonicSeconds())
  }

  deinit { end() }

  /// So much of it is done; to be called as often as one likes.
  func advance(to done: Int) {
    guard let line = progress?.line(done: done, at: monotonicSeconds()) else { return }
    write(Array("\r\(line.prefix(width))\u{1B}[K".utf8))
  }

  /// Takes the line away, so that what is said next begins at the margin.
  func end() {
    if progress?.isShown == true { write(Array("\r\u{1B}[K".utf8)) }
    progress = nil
  }
}
