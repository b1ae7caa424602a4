import DeskSystem
import Foundation

/// An empty folder of its own. A class, because it is removed with it.
final class TestFolder {
  let path: String
  let folder: Folder

  init(_ kernel: Kernel = Kernel(), _ ownership: Ownership = .personal) throws {
    path = NSTemporaryDirectory() + "deskctl-system-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    folder = try Folder(path, kernel: kernel, ownership: ownership)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A file, behind the folder's back.
  subscript(name: String) -> String? {
    get {
      FileManager.default.contents(atPath: "\(path)/\(name)").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    set { try? newValue?.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8) }
  }

  func makeLink(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }
}
