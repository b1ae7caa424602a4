import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// A list of stored records, each laid out as it is read: a list for scripts takes as little memory
/// of a large store as of a small one. What needs all of it before its first line, a table by its
/// widths, `--json` and `--sort`, is kept. A class, because it is filled while the store is read.
final class RecordList<Listed: StoredRecord> {
  private let desk: Desk
  private let words: ParsedWords
  private let rendering: Rendering
  private let cells: (Listed) throws -> [String]
  private let json: (Listed) throws -> JSONValue
  private let limit: Int?
  private var count = 0
  private var waiting: [Listed] = []
  private var listing: Listing
  private var spool: Spool

  /// `cells` are those of a record's row; `json` is the record as scripts have it.
  init(
    _ schema: String, _ columns: [Table.Column], _ desk: Desk, _ words: ParsedWords,
    json: @escaping (Listed) throws -> JSONValue = { $0.fullJSON },
    cells: @escaping (Listed) throws -> [String]
  ) throws {
    self.desk = desk
    self.words = words
    self.cells = cells
    self.json = json
    rendering = try desk.rendering()
    limit = try words.number(.limit, from: 0)
    listing = Listing(schema, columns)
    spool = Spool(desk.surroundings)
    try spool.add { rendering.begin(columns, into: &$0) }
  }

  /// Adds the next record.
  func add(_ record: Listed) throws {
    if words.value(.sort) != nil { waiting.append(record) } else { try show(record) }
  }

  private func show(_ record: Listed) throws {
    if let limit, count >= limit { return }
    count += 1
    let id = String(record.id.number)
    switch rendering.format {
    case .table:
      // What `--fields` names is looked up in the record; without it the cells are all there is.
      listing.add(id: id, rendering.fields == nil ? .null : try json(record), try cells(record))
    case .json: listing.add(id: id, try json(record), listing.table.columns.map { _ in "" })
    case .tsv, .csv, .github, .jsonl, .ids:
      try spool.add {
        try rendering.append(
          id, json(record), cells(record), listing.table.columns, into: &$0)
      }
    }
  }

  /// Whether nothing more is shown.
  var isFull: Bool { words.value(.sort) == nil && limit.map { count >= $0 } ?? false }

  /// The whole list, in its order.
  func output(counts: Listing.Counts? = nil) throws -> Output {
    listing.counts = counts
    for record in try desk.sorted(waiting, words) { try show(record) }
    waiting = []
    switch rendering.format {
    case .table, .json: return Output(.list(listing))
    case .tsv, .csv, .github, .jsonl, .ids: return Output(.spooled(spool))
    }
  }
}
