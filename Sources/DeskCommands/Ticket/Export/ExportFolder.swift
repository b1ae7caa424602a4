import CommandLineKit
import DeskCore
import DeskFormats
import DeskSystem

/// The folder that an export goes into: written under another name beside its place and moved there
/// when it is whole, so that one that was killed half way looks like none. For its owner's eyes
/// alone. A class, because its files grow while it is filled.
final class ExportFolder {
  /// A file of it, as the manifest names it.
  struct File {
    let name: String
    let size: Int
    let sha256: String
  }

  private let parent: Folder
  private let name: String
  private let content: Folder
  private var open: [String: (file: Descriptor, size: Int, hash: SHA256)] = [:]
  private var closed: [File] = []

  /// What is complete, by name.
  var files: [File] { closed.sorted { $0.name < $1.name } }

  private var temporary: String { Folder.temporary(for: name) }

  init(_ typed: String, _ desk: Desk) throws {
    if typed.isEmpty { throw Failure.noOutputFile }
    try desk.refuseInside([desk.configPath, desk.dataPath], typed)
    var path = desk.surroundings.absolute(typed)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    name = Folder.name(of: path)
    let kernel = desk.surroundings.kernel
    parent = try Folder(Folder.parent(of: path), kernel: kernel, ownership: .personal)
    if let found = try parent.facts(name) {
      guard found.kind == "folder", try parent.names(in: name)?.isEmpty ?? true else {
        throw Failure.notEmpty(typed)
      }
    }
    let temporary = Folder.temporary(for: name)
    try Self.remove(temporary, in: parent)
    try parent.makeFolder(temporary)
    content = try Folder(parent.absolute(temporary), kernel: kernel, ownership: .personal)
  }

  func write(_ waiting: ExportOutput.Waiting) throws {
    try append(waiting.bytes, to: waiting.file)
    if waiting.isClosed { close(waiting.file) }
  }

  func write(_ text: String, to file: String) throws {
    try append(Array(text.utf8), to: file)
    close(file)
  }

  private func append(_ bytes: [UInt8], to name: String) throws {
    var (file, size, hash) =
      try open.removeValue(forKey: name) ?? (content.create(name), 0, SHA256())
    try content.write(bytes, file, name, at: size)
    size += bytes.count
    hash.update(bytes)
    open[name] = (file, size, hash)
  }

  private func close(_ name: String) {
    guard let (_, size, hash) = open.removeValue(forKey: name) else { return }
    closed.append(File(name: name, size: size, sha256: hash.finalize().hexadecimal))
  }

  /// Copies an attachment, once; false where there is none to copy.
  func copy(to path: String, _ pieces: (([UInt8]) throws -> Void) throws -> Bool) throws -> Bool {
    if try content.facts(path) != nil { return true }
    try content.makeFolder(Folder.parent(of: path))
    let file = try content.create(path)
    var size = 0
    let isThere = try pieces { piece in
      try content.write(piece, file, path, at: size)
      size += piece.count
    }
    if !isThere { try content.remove(path) }
    return isThere
  }

  /// Puts the folder in its place.
  func finish() throws {
    for name in open.keys.sorted() { close(name) }
    try content.syncFileSystem()
    try parent.removeFolder(name)
    try parent.rename(temporary, to: name)
    try parent.syncFolder(".")
  }

  /// Takes away what was written of one that is not to be.
  func discard() {
    open = [:]
    try? Self.remove(temporary, in: parent)
  }

  private static func remove(_ path: String, in folder: Folder) throws {
    guard let names = try folder.names(in: path) else { return }
    for name in names {
      let inside = "\(path)/\(name)"
      if try folder.facts(inside)?.kind == "folder" {
        try remove(inside, in: folder)
      } else {
        try folder.remove(inside)
      }
    }
    try folder.removeFolder(path)
  }
}

extension Failure {
  fileprivate static func notEmpty(_ path: String) -> Failure {
    Failure(
      .refused, "not_empty",
      Text(
        en: "\(path) is there already, and an export goes into a folder of its own",
        pt: "\(path) já existe, e uma exportação vai para uma pasta só dela"),
      hint: Text(en: "-o a name that is not there yet", pt: "-o um nome que ainda não exista"))
  }
}
