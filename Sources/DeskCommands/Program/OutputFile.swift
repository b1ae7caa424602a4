import CommandLineKit
import DeskSystem

/// A file that a command answers with: printed, or written by its name where `--out` names a folder.
package struct OutputFile: Sendable {
  let name: String
  let text: String
}

/// Where files go that a command answers with: the first to standard output or to the file that
/// `--out` names, all of them where that is a folder.
struct OutputFiles {
  let files: [OutputFile]
  /// Whether the address of what was written is said.
  let saysAddress: Bool

  /// Writes them where `--out` asks for that; answers what is left to print.
  func write(_ desk: Desk) throws -> String {
    guard let typed = desk.globals.value(.out), typed != "-" else { return first.text }
    if typed.isEmpty { throw Failure.noOutputFile }
    let path = desk.surroundings.absolute(typed)
    let named =
      desk.isFolder(typed) ? files.map { ("\(path)/\($0.name)", $0) } : [(path, first)]
    for (path, file) in named { try write(file, path, desk) }
    return saysAddress ? "file://\(named[0].0)\n" : ""
  }

  private func write(_ file: OutputFile, _ path: String, _ desk: Desk) throws {
    let result = try desk.resultFile(path)
    try result.write(Array(file.text.utf8))
    try result.finish()
  }

  private var first: OutputFile { files[0] }
}
