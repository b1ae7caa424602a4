import CommandLineKit
import DeskCore
import DeskFormats
import DeskSystem

/// The folder that an export goes into, whole or not at all. A class, because its files grow while it
/// is filled.
final class ExportFolder {
  /// A file of it, as the manifest names it.
  struct File {
    let name: String
    let size: Int
    let sha256: String
  }

  private let typed: String
  private let result: ResultFolder
  private var content: Folder { result.content }
  private var open: [String: (file: Descriptor, size: Int, hash: SHA256)] = [:]
  private var closed: [File] = []

  /// What is complete, by name.
  var files: [File] { closed.sorted { $0.name < $1.name } }

  init(_ typed: String, _ desk: Desk) throws {
    if typed.isEmpty { throw Failure.noOutputFile }
    try desk.refuseInside([desk.configPath, desk.dataPath], typed)
    self.typed = typed
    let path = desk.surroundings.absolute(typed)
    result = try Self.saying(typed) {
      try ResultFolder(path, kernel: desk.surroundings.kernel)
    }
  }

  /// Does something, and says of a refusal what to do.
  private static func saying<Answer>(_ typed: String, _ body: () throws -> Answer) throws -> Answer
  {
    do {
      return try body()
    } catch ResultFolder.Refusal.occupied {
      throw Failure.notEmpty(typed)
    } catch ResultFolder.Refusal.underWay {
      throw Failure.underWay(typed)
    }
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
    try Self.saying(typed) { try result.finish() }
  }

  /// Takes away what was written of one that is not to be.
  func discard() {
    open = [:]
    result.discard()
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

  fileprivate static func underWay(_ path: String) -> Failure {
    Failure(
      .busy, "busy",
      Text(
        en: "another export is writing \(path) at this moment",
        pt: "outra exportação está gravando \(path) neste momento"),
      hint: Text(en: "-o a name of its own", pt: "-o um nome só dela"))
  }
}
