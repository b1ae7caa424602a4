import CommandLineKit
import DeskSystem

/// Where an answer goes: standard output, or with `--out` a file that is there whole or not at all.
/// A class, because the file takes its place once.
final class OutputTarget {
  private let console: Console
  private let file: (folder: Folder, name: String, open: Descriptor)?
  private var size = 0

  /// A file is made beside its place, with nothing in it yet. Unless it is said whose eyes it is
  /// for, others may read it.
  init(
    _ desk: Desk, _ ownership: Ownership = Ownership(fileMode: 0o644, folderMode: 0o755)
  ) throws {
    console = desk.surroundings.console
    guard let typed = desk.globals.value(.out), typed != "-" else {
      file = nil
      return
    }
    let path = desk.surroundings.absolute(typed)
    let folder = try Folder(
      Folder.parent(of: path), kernel: desk.surroundings.kernel, ownership: ownership)
    let name = Folder.name(of: path)
    file = (folder, name, try folder.writeTemporary(for: name, []))
  }

  func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    guard let file else { return try console.write(bytes) }
    try file.folder.write(bytes, file.open, file.name, at: size)
    size += bytes.count
  }

  /// Puts the file in its place.
  func finish() throws {
    guard let (folder, name, open) = file else { return }
    try folder.sync(open, name)
    try folder.rename(Folder.temporary(for: name), to: name)
    try folder.syncFolder(".")
  }

  /// Takes away what was written of a file that is not to be.
  func discard() {
    guard let file else { return }
    try? file.folder.remove(Folder.temporary(for: file.name))
  }
}
