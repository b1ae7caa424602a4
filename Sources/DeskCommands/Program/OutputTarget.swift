import CommandLineKit
import DeskSystem

/// Where an answer goes: standard output, or with `--out` a file that is there whole or not at all; what
/// was written of it goes with this value where `finish` was not called.
struct OutputTarget {
  private let console: Console
  private let file: ResultFile?

  /// A file is made beside its place, with nothing in it yet. Unless it is said whose eyes it is for,
  /// the umask says who may read it.
  init(_ desk: Desk, mode: UInt32? = nil) throws {
    console = desk.surroundings.console
    guard let typed = desk.globals.value(.out), typed != "-" else {
      file = nil
      return
    }
    file = try desk.resultFile(typed, mode: mode)
  }

  func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    if let file { try file.write(bytes) } else { try console.write(bytes) }
  }

  /// Puts the file in its place.
  func finish() throws { try file?.finish() }
}

extension Desk {
  /// Whether a folder is there under a name that was typed.
  func isFolder(_ typed: String) -> Bool { (try? Folder(surroundings.absolute(typed))) != nil }

  /// The file of a name that was typed.
  func resultFile(_ typed: String, mode: UInt32? = nil) throws -> ResultFile {
    if typed.isEmpty { throw Failure.noOutputFile }
    return try ResultFile(
      surroundings.absolute(typed), mode: mode, kernel: surroundings.kernel)
  }
}

extension Failure {
  /// An unset variable of a script, most likely.
  static let noOutputFile = Failure(
    .usage, "usage", Text(en: "--out names no file", pt: "--out não indica nenhum arquivo"),
    hint: Text("--out FILE"))
}
