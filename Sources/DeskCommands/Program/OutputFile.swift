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
    let path = desk.surroundings.absolute(typed)
    let (folder, named) = try place(path, desk)
    for file in named { try folder.replace(file.name, with: Array(file.text.utf8)) }
    return saysAddress ? "file://\(folder.absolute(named[0].name))\n" : ""
  }

  /// The folder to write in, and what.
  private func place(_ path: String, _ desk: Desk) throws -> (Folder, [OutputFile]) {
    let kernel = desk.surroundings.kernel
    let readable = Ownership(fileMode: 0o644, folderMode: 0o755)
    if let folder = try? Folder(path, kernel: kernel, ownership: readable) {
      return (folder, files)
    }
    return (
      try Folder(Folder.parent(of: path), kernel: kernel, ownership: readable),
      [OutputFile(name: Folder.name(of: path), text: first.text)]
    )
  }

  private var first: OutputFile { files[0] }
}
