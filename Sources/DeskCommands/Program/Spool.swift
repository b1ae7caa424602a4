import DeskSystem

/// Text on its way out that waits until the store's lock was given back, for who reads it may be
/// slow: in memory while it is short, then in a file without a name.
package struct Spool {
  private let folder: String
  private let kernel: Kernel
  private var waiting: [UInt8] = []
  private var file: (folder: Folder, open: Descriptor)?
  /// How much of it is in the file.
  private var size = 0

  private static let name = ".deskctl-list"
  private static let limit = 256 << 10

  init(_ surroundings: Surroundings) {
    folder = surroundings["TMPDIR"] ?? "/tmp"
    kernel = surroundings.kernel
  }

  /// Adds what `write` appends.
  mutating func add(_ write: (inout [UInt8]) throws -> Void) throws {
    try write(&waiting)
    if waiting.count >= Self.limit { try moveOut() }
  }

  private mutating func moveOut() throws {
    if file == nil { file = try Self.makeFile(in: folder, kernel) }
    guard let file else { return }
    try file.folder.write(waiting, file.open, Self.name, at: size)
    size += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  /// A file that nobody else finds, and that goes with this process.
  private static func makeFile(
    in path: String, _ kernel: Kernel
  ) throws -> (folder: Folder, open: Descriptor) {
    let folder = try Folder(path, kernel: kernel)
    let digits = try randomBytes(8).map { String($0, radix: 16) }.joined()
    let open = try folder.create(name + digits)
    try folder.remove(name + digits)
    return (folder, open)
  }

  /// Hands on all of it, in pieces.
  func send(to target: OutputTarget) throws {
    if let file {
      for start in stride(from: 0, to: size, by: Self.limit) {
        let count = min(Self.limit, size - start)
        try target.write(file.folder.read(file.open, Self.name, from: start, count: count))
      }
    }
    try target.write(waiting)
  }
}
