import DeskSystem

/// Whether anything was committed since somebody last looked, for one question to the system a look:
/// every commit writes the journal.
package struct ChangeWatch {
  private let store: Store
  private var seen: FileFacts?
  /// Until there is a look after this, a commit may have gone unseen.
  private var until: Double?

  /// The journal's time has whole seconds. Two commits in one of them look alike, so after one was
  /// seen the answer stays yes until there was a look when that second was over for certain.
  private static let settling = 1.5

  package init(_ store: Store) { self.store = store }

  /// Yes at the first look, and whenever there may be something new since the one before.
  package mutating func hasChanged() throws -> Bool {
    let facts = try store.folder.facts(Layout.journal)
    let now = monotonicSeconds()
    if facts != seen {
      seen = facts
      until = now + Self.settling
    }
    guard let until else { return false }
    if now >= until { self.until = nil }
    return true
  }
}
