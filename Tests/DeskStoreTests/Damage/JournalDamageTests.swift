import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

/// A journal that a kill left, altered before the next command reads it.
///
/// One that was cut short looks like a commit that never ended, and is taken for that: nothing can
/// tell that it had been carried out in part.
struct JournalDamageTests {
  private static let most = 60
  private let before: [String: FolderImage.Entry]
  private let after: [String: FolderImage.Entry]
  /// With a whole journal: nothing of it carried out, and some of it.
  private let committed: FolderImage
  private let begun: FolderImage

  init() throws {
    let store = try SmallStore.make()
    let image = try store.image()
    before = image.content
    let counting = FaultyKernel()
    try Self.act(store, counting.kernel)
    after = try store.image().content
    let calls = counting.calls
    func killed(after place: Int?) throws -> FolderImage {
      let store = try TestStore(image)
      try? Self.act(store, FaultyKernel(.kill(at: (place ?? 0) + 2)).kernel)
      return try store.image()
    }
    committed = try killed(
      after: calls.firstIndex { $0.kind == .sync && $0.path == Layout.journal })
    begun = try killed(after: calls.firstIndex { $0.kind == .rename })
  }

  private static func act(_ store: TestStore, _ kernel: Kernel) throws {
    _ = try store.open(kernel).write(patience: 0) { transaction in
      var ticket = try transaction.get(Ticket.ID(1))
      ticket.state = .closed
      try transaction.apply([
        .ticket(ticket), .contact(Sample.contact(5)),
        .event(Sample.event("closed", transaction.now, record: ticket.reference)),
      ])
    }
  }

  @Test func `any beginning of a journal is nothing, or all of it`() throws {
    let journal = committed.entries[Layout.journal]?.bytes ?? []
    #expect(journal.count > 500)
    try run("every prefix", committed, AlteredFile.prefixes(Layout.journal, journal), [before])
  }

  @Test func `any altered byte of a journal is named, or makes no difference`() throws {
    for image in [committed, begun] {
      let journal = image.entries[Layout.journal]?.bytes ?? []
      #expect(journal.count > 500)
      try run("every flipped byte", image, AlteredFile.flips(Layout.journal, journal), [after])
    }
  }

  private func run(
    _ row: String, _ image: FolderImage, _ all: [AlteredFile],
    _ allowed: [[String: FolderImage.Entry]]
  ) throws {
    let tried = Exhaustion.some(all, atMost: Self.most)
    let found = try tried.compactMap { altered -> String? in
      let store = try TestStore(image)
      store[Layout.journal] = altered.bytes
      do {
        _ = try store.open().read(patience: 0) { try $0.lastNumber(.ticket) }
      } catch is StoreError {
        return nil
      }
      return allowed.contains(try store.image().content) ? nil : "\(altered)"
    }
    try Exhaustion.count("damage: \(row)", cases: tried.count, failures: found.count)
    #expect(found.prefix(10) == [])
  }
}
