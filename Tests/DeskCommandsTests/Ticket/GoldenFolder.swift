import DeskTestSupport
import Foundation

/// A folder that must be made again byte for byte, below `Tests/Golden`. `DESKCTL_RECORD=1` (`make
/// record`) writes it anew where it is not, and fails.
struct GoldenFolder {
  let path: String

  init(_ name: String) { path = "\(ProjectFile.root)/Tests/Golden/\(name)" }

  /// Every file below a folder by its path there.
  static func files(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
        guard !isFolder.boolValue else { return nil }
        return FileManager.default.contents(atPath: folder + "/" + name).map { (name, $0) }
      })
  }

  /// The names of the files that are not the same in both.
  func differences(from folder: String) throws -> [String] {
    let made = try Self.files(in: folder)
    let written = (try? Self.files(in: path)) ?? [:]
    let names = Set(made.keys).union(written.keys).filter { made[$0] != written[$0] }
    if !names.isEmpty, ProcessInfo.processInfo.environment["DESKCTL_RECORD"] != nil {
      try? FileManager.default.removeItem(atPath: path)
      for (name, bytes) in made {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
      }
    }
    return names.sorted()
  }
}
