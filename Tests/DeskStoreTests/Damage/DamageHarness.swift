import DeskCore
import DeskTestSupport

@testable import DeskStore

/// Alters a store's files one at a time and asks everything that can be asked: each answer is the
/// one that it was, or it is said that something is damaged; by who asks, or where the answer alone
/// cannot show it, by a doctor.
struct DamageHarness {
  let store: TestStore
  private let answers: [String: String]
  private let image: FolderImage

  init() throws {
    store = try SmallStore.make()
    image = try store.image()
    answers = try Self.ask(store)
  }

  /// The store's files that hold anything, and that are trusted: the room that is kept is not read.
  var files: [(path: String, bytes: [UInt8])] {
    image.entries.compactMap { path, entry in
      guard let bytes = entry.bytes, !bytes.isEmpty, path != Layout.reserve else { return nil }
      return (path, bytes)
    }.sorted { $0.path < $1.path }
  }

  /// What the store answers to each question; those that it refuses are left out.
  private static func ask(_ store: TestStore) throws -> [String: String] {
    var answers: [String: String] = [:]
    guard let opened = try? store.open() else { return answers }
    for question in Answers.questions {
      answers[question.name] = try? opened.read(patience: 0, question.ask)
    }
    answers["format"] = "\(opened.format.json)"
    return answers
  }

  /// What an altered file leads to that it should not; nil where all is named, or as it was.
  func violation(_ altered: AlteredFile) throws -> String? {
    store[altered.path] = altered.bytes
    defer { store[altered.path] = image.entries[altered.path]?.bytes }
    let wrong = try Self.ask(store).filter { answers[$0.key] != $0.value }.keys.sorted()
    if wrong.isEmpty || isNamed(altered.path) { return nil }
    return "\(altered): wrong answers to \(wrong.joined(separator: ", "))"
  }

  /// Whether a doctor names damage, or anything about the file, or cannot even begin.
  private func isNamed(_ path: String) -> Bool {
    guard let diagnosis = try? store.open().examine(patience: 0, .none) else { return true }
    return diagnosis.findings.contains { $0.severity == .damage || $0.path == path }
  }
}
