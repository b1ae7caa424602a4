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
    if isFolder(typed) { throw Failure.outIsFolder(typed) }
    try refuseInside([dataPath], typed)
    return try ResultFile(
      surroundings.absolute(typed), mode: mode, kernel: surroundings.kernel)
  }

  /// What is written for people does not go among the desk's own files.
  func refuseInside(_ folders: [String], _ typed: String) throws {
    let path = surroundings.absolute(typed)
    let place = Folder.resolved(path)
    guard folders.contains(where: { place.hasPrefix(Folder.resolved($0) + "/") }) else { return }
    throw Failure.badValue(
      .out, path,
      Text(en: "a place outside of the desk's folders", pt: "um lugar fora das pastas da central"))
  }
}

extension Failure {
  fileprivate static func outIsFolder(_ typed: String) -> Failure {
    badValue(
      .out, typed,
      Text(en: "a file, and this is a folder", pt: "um arquivo, e isto é uma pasta"))
  }

  /// An unset variable of a script, most likely.
  static let noOutputFile = Failure(
    .usage, "usage", Text(en: "--out names no file", pt: "--out não indica nenhum arquivo"),
    hint: Text("--out FILE"))
}
