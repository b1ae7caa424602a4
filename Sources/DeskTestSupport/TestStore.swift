package import DeskCore
package import DeskStore
package import DeskSystem
import Foundation

/// A store in a folder of its own. A class, because its folder is removed with it.
package final class TestStore {
  package let path: String
  package let now: Instant

  /// An empty store, or one made from an image of another.
  package init(_ image: FolderImage? = nil, now: Instant = TestDesk.start) throws {
    path = TestStore.base + "/deskctl-store-" + UUID().uuidString
    self.now = now
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    if let image {
      try image.write(to: path)
    } else {
      try Store.make(path, Store.Making(now: now))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Memory where the system has such a folder: thousands of stores are made.
  private static let base: String = {
    let memory = "/dev/shm"
    return FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
  }()

  package func open(_ kernel: Kernel = Kernel(), at now: Instant? = nil) throws -> Store {
    try Store(path, now: now ?? self.now, kernel: kernel)
  }

  /// Runs a transaction on the store, opened anew.
  @discardableResult
  package func write<Answer>(_ body: (Transaction) throws -> Answer) throws -> Answer {
    try open().write(patience: 1, body).answer
  }

  package func read<Answer>(_ body: (StoreReader) throws -> Answer) throws -> Answer {
    try open().read(patience: 1, body)
  }

  package func image() throws -> FolderImage { try FolderImage(of: path) }

  /// A file of the store, as bytes and behind the store's back.
  package subscript(file: String) -> [UInt8]? {
    get { FileManager.default.contents(atPath: "\(path)/\(file)").map { Array($0) } }
    set {
      let whole = "\(path)/\(file)"
      if let newValue {
        _ = FileManager.default.createFile(
          atPath: whole, contents: Data(newValue), attributes: [.posixPermissions: 0o600])
      } else {
        try? FileManager.default.removeItem(atPath: whole)
      }
    }
  }
}
