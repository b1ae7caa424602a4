/// Something that a call changed, or brought to the disk, in a folder. Files are told apart by a
/// number that they keep under whatever name.
enum DiskOperation: Hashable {
  case makeFile(String, Int, mode: UInt32)
  case makeFolder(String, mode: UInt32)
  case rename(String, to: String)
  case remove(String)
  case write(Int, at: Int, [UInt8])
  case truncate(Int, to: Int)
  /// A file's content and size are on the disk.
  case syncFile(Int)
  /// The names in a folder are on the disk.
  case syncFolder(String)
  case syncAll
}

/// What has a name in a folder.
enum DiskNode: Hashable {
  case folder(mode: UInt32)
  case file(Int, mode: UInt32)
}

/// A change of names: it reaches the disk as a whole or not at all.
struct NameChange: Hashable {
  let operation: DiskOperation

  /// The names that it is about: two changes of one name reach the disk in their order.
  var names: [String] {
    switch operation {
    case .makeFile(let path, _, _), .makeFolder(let path, _), .remove(let path): [path]
    case .rename(let old, let new): [old, new]
    case .write, .truncate, .syncFile, .syncFolder, .syncAll: []
    }
  }

  func apply(to names: inout [String: DiskNode]) {
    switch operation {
    case .makeFile(let path, let file, let mode): names[path] = .file(file, mode: mode)
    case .makeFolder(let path, let mode): names[path] = .folder(mode: mode)
    case .rename(let old, let new): names[new] = names.removeValue(forKey: old)
    case .remove(let path): names[path] = nil
    case .write, .truncate, .syncFile, .syncFolder, .syncAll: break
    }
  }
}

/// A change of what a file holds.
enum DataChange: Hashable {
  case write(at: Int, [UInt8])
  case truncate(to: Int)

  func apply(to content: inout [UInt8]) {
    switch self {
    case .write(let offset, let bytes):
      grow(&content, to: offset + bytes.count)
      content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    case .truncate(let size):
      grow(&content, to: size)
      content.removeLast(content.count - size)
    }
  }

  /// What a cut in the middle of it may leave: a beginning; all of its size, with zeros where a
  /// sector had not reached the disk, at its end or before.
  func torn(_ content: [UInt8]) -> [[UInt8]] {
    guard case .write(let offset, let bytes) = self, !bytes.isEmpty else { return [] }
    let end = offset + bytes.count
    let sectors = Set(stride(from: (offset / 512 + 1) * 512, to: end, by: 512))
    let cuts = sectors.union([offset + 1, offset + bytes.count / 2, end - 1])
    let beginnings = cuts.filter { $0 > offset && $0 < end }.sorted().map { cut in
      after(content) { Self.write(at: offset, Array(bytes.prefix(cut - offset))).apply(to: &$0) }
    }
    let isNew = content.count <= offset
    guard isNew else { return beginnings }
    let holes = [offset..<end] + sectors.sorted().flatMap { [offset..<$0, $0..<end] }
    return beginnings
      + holes.map { hole in
        after(content) {
          apply(to: &$0)
          $0.replaceSubrange(hole, with: [UInt8](repeating: 0, count: hole.count))
        }
      }
  }

  private func after(_ content: [UInt8], _ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var content = content
    change(&content)
    return content
  }

  private func grow(_ content: inout [UInt8], to size: Int) {
    if content.count < size {
      content += [UInt8](repeating: 0, count: size - content.count)
    }
  }
}
