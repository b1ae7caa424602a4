import CSystem
import Glibc

/// A text file of `Config/` or `Samples/` that desks are made from, as it was when the program was
/// built.
package struct EmbeddedFile: Hashable, Sendable {
  /// Relative to the project's folder.
  package let path: String
  package let bytes: [UInt8]

  /// Every embedded file, in the order of the table.
  package static var all: [EmbeddedFile] {
    var files: [EmbeddedFile] = []
    while let file = csystem_embedded_file(files.count)?.pointee {
      let text = String(cString: file.text)
      files.append(EmbeddedFile(path: String(cString: file.path), bytes: Array(text.utf8)))
    }
    return files
  }

  /// The embedded files that lie in a folder itself, by their names there.
  package static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
    all.filter { Folder.parent(of: $0.path) == folder }.map {
      (Folder.name(of: $0.path), $0.bytes)
    }
  }
}
