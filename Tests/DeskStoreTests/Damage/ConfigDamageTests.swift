import DeskSystem
import DeskTestSupport
import Foundation
import Testing

@testable import DeskStore

/// Config is its author's text, and carries no sums: that a letter of a name was changed, git can
/// tell, and the desk cannot. What is cut short or holds a byte that no text has is refused.
struct ConfigDamageTests {
  private static let most = 60
  private let root = NSTemporaryDirectory() + "deskctl-config-" + UUID().uuidString
  private let files = EmbeddedFile.files(in: "Config").filter { $0.name.hasSuffix(".json") }

  init() throws { try ConfigFolder.make(root, files.map { ($0.name, $0.bytes) }, group: nil) }

  @Test func `any beginning of a file of Config is refused`() throws {
    try run("every prefix", AlteredFile.prefixes)
  }

  @Test func `a byte of Config that is no text is refused`() throws {
    try run("every flipped byte") { path, bytes in
      AlteredFile.flips(path, bytes).filter { altered in
        zip(altered.bytes, bytes).allSatisfy { $0 == $1 || $0 == 0 || $0 ^ $1 == 0x80 }
      }
    }
  }

  private func run(_ row: String, _ alterations: (String, [UInt8]) -> [AlteredFile]) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(try ConfigFolder(root).faults { _ in true } == [])
    let all = files.flatMap { alterations($0.name, $0.bytes) }
    let tried = Exhaustion.some(all, atMost: Self.most)
    let found = try tried.filter { try isTaken($0) }.map(\.description)
    try Exhaustion.count("damage: \(row)", cases: tried.count, failures: found.count)
    #expect(found.prefix(10) == [])
  }

  /// Whether it is read, and says something else than before.
  private func isTaken(_ altered: AlteredFile) throws -> Bool {
    let whole = try ConfigFolder(root)
    let before = try whole.tree(altered.path)
    let bytes = try whole.bytes(altered.path) ?? []
    _ = try whole.write(altered.path, bytes: altered.bytes)
    defer { _ = try? whole.write(altered.path, bytes: bytes) }
    let config = try ConfigFolder(root)
    let isRefused = ((try? config.faults { _ in true }) ?? []).isEmpty == false
    return try !isRefused && config.tree(altered.path) != before
  }
}
