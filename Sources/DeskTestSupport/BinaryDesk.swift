import Foundation

/// A desk of the real program, in a folder of its own. A class, because the folder goes with it.
package final class BinaryDesk {
  /// Where a desk lies and how programs find it: what one needs to make others like it, on any
  /// thread.
  package struct Place: Sendable {
    package let root: String
    package var environment: [String: String]
    /// The file that is standard input, below the root; nil for none.
    package var input: String?
  }

  private var place: Place
  package var root: String { place.root }
  package var environment: [String: String] {
    get { place.environment }
    set { place.environment = newValue }
  }

  package var input: String? {
    get { place.input.map { "\(root)/\($0)" } }
    set { place.input = newValue }
  }

  /// Makes the sample desk at a standing time (a play desk), or at the machine's own.
  package init(
    now: String? = "2026-12-04T10:00:00-03:00", sample: Bool = true,
    in folder: String = NSTemporaryDirectory()
  ) throws {
    let root = BinaryDesk.newRoot(in: folder)
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    place = Place(
      root: root,
      environment: [
        "DESKCTL_CONFIG": root + "/config", "DESKCTL_DATA": root + "/data",
        "TZ": "America/Sao_Paulo", "HOME": root,
      ])
    environment["DESKCTL_NOW"] = now
    if sample {
      let made = try run("init", "--sample")
      precondition(made.status == 0, made.error)
    }
  }

  /// Another desk with the same files, beside it unless another folder is named.
  package convenience init(copying other: Place, in folder: String? = nil) throws {
    let folder = folder ?? (other.root as NSString).deletingLastPathComponent
    try self.init(copying: other, to: BinaryDesk.newRoot(in: folder))
  }

  /// Another desk with the same files, in a folder that is not there yet.
  package init(copying other: Place, to copy: String) throws {
    let copied = try Binary.run(["/bin/cp", "-a", other.root, copy])
    precondition(copied.status == 0, copied.error)
    place = Place(
      root: copy,
      environment: other.environment.mapValues { value in
        value.hasPrefix(other.root) ? copy + value.dropFirst(other.root.count) : value
      }, input: other.input)
  }

  private static func newRoot(in folder: String) -> String {
    (folder as NSString).appendingPathComponent("deskctl-binary-" + UUID().uuidString)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// What copies are made from; it is there for as long as this desk is.
  package var original: Place { place }

  @discardableResult
  package func run(_ words: String...) throws -> Binary.Answer { try run(words) }

  @discardableResult
  package func run(_ words: [String]) throws -> Binary.Answer { try start(words).wait() }

  package func start(_ words: [String]) throws -> Binary.Started {
    try Binary.start(
      [Binary.built.path] + words, environment: environment, folder: root, input: input)
  }

  // MARK: What is in it

  /// Store and Config as one text: every file with its mode and content, but for what a crash may
  /// leave and the next command removes, what was put aside, and the room that is kept.
  package func snapshot() throws -> String {
    try ["config", "data"].map { try snapshot(of: $0) }.joined()
  }

  private func snapshot(of folder: String) throws -> String {
    let base = "\(root)/\(folder)"
    guard FileManager.default.fileExists(atPath: base) else { return "" }
    let names = try FileManager.default.subpathsOfDirectory(atPath: base).sorted()
    return try names.filter(BinaryDesk.isKept).compactMap { name in
      let facts = try FileManager.default.attributesOfItem(atPath: "\(base)/\(name)")
      guard facts[.type] as? FileAttributeType == .typeRegular else { return nil }
      let mode = String((facts[.posixPermissions] as? Int ?? 0), radix: 8)
      return "== \(folder)/\(name) \(mode)\n" + content(of: "\(base)/\(name)")
    }.joined()
  }

  private static func isKept(_ name: String) -> Bool {
    name != "reserve" && !name.hasPrefix("quarantine/")
      && !name.split(separator: "/").contains { $0.hasPrefix(".deskctl-") }
  }

  /// A file's text without the lines that are never the same twice: which place the store knows as
  /// its own, the sum over that, and where a repair put something aside.
  private func content(of path: String) -> String {
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !(path.hasSuffix("/format.json") && (line.contains("\"home\"") || line.contains("\"sum\"")))
        && !line.contains("\"what\":\"repaired\"")
    }.joined(separator: "\n")
  }
}
