import Foundation

/// Files of the project itself, as its users have them.
package enum ProjectFile {
  /// The project's own folder.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A file's text, by its path in the project.
  package static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")), as: UTF8.self)
  }

  /// The texts of all files in a folder, in the order of their names.
  package static func all(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted().map {
      try text("\(folder)/\($0)")
    }
  }
}
