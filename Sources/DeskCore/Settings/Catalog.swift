/// What one file of Config holds: entries by name, in the order in which their author wrote them.
package struct Catalog<Entry: ConfiguredRecord>: Sendable {
  package let entries: [(id: Entry.ID, value: Entry)]
  private let places: [Entry.ID: Int]

  package init(_ entries: [(id: Entry.ID, value: Entry)]) {
    self.entries = entries
    places = Dictionary(
      entries.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })
  }

  package subscript(id: Entry.ID) -> Entry? { places[id].map { entries[$0].value } }

  package var ids: [Entry.ID] { entries.map(\.id) }

  /// The name that people read; the slug where there is no such entry any more.
  package func name(_ id: Entry.ID) -> String { self[id]?.name ?? id.text }
}
