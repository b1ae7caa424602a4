import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// What became of a row.
enum RowOutcome {
  case added(Contact.ID)
  /// With the keys that it completed.
  case updated(Contact.ID, [String])
  case unchanged(Contact.ID)
  case refused([RowProblem])
}

/// Takes a file of contacts in, batch by batch, each a transaction and whole: reading the file and
/// telling of it happen between two, when nobody waits for the lock.
///
/// Stopped anywhere, the store has a whole number of batches. The same file again ends the same:
/// its rows find the contacts that they made.
struct ContactImporting {
  let desk: Desk
  let source: ContactSource
  let report: ImportReport
  /// A batch has at most so many rows.
  let batchSize: Int
  let country: CountryCode
  private let isRehearsal: Bool
  private let now: Instant
  private var matcher = ContactMatcher()
  /// In a rehearsal nothing is stored from which it could be told.
  private var nextNumber = 1

  /// A batch takes about so many bytes of the journal at most, half of what that holds.
  private static let byteLimit = 4 << 20

  init(_ desk: Desk, _ source: ContactSource, _ report: ImportReport, batchSize: Int) throws {
    self.desk = desk
    self.source = source
    self.report = report
    self.batchSize = batchSize
    isRehearsal = desk.isDryRun
    now = try desk.now()
    country = CountryCode(try desk.settings.desk.country) ?? .brazil
  }

  mutating func run() throws {
    while case var batch = try readBatch()[...], !batch.isEmpty {
      while !batch.isEmpty {
        let outcomes = try desk.transaction { try take(batch, $0) }
        try report.add(zip(batch, outcomes))
        batch = batch.dropFirst(outcomes.count)
      }
    }
  }

  private func readBatch() throws -> [ImportRow] {
    var rows: [ImportRow] = []
    var size = 0
    while rows.count < batchSize, size < Self.byteLimit, let item = try source.next() {
      switch item {
      case .row(let row): rows.append(ImportRow(row, country: country))
      case .unreadable(let line, let problem): rows.append(ImportRow(line: line, problem: problem))
      }
      size += rows.last?.size ?? 0
    }
    return rows
  }

  /// Stores as many rows as a transaction takes; answers what became of them.
  private mutating func take(
    _ rows: ArraySlice<ImportRow>, _ transaction: Transaction
  ) throws -> [RowOutcome] {
    // A rehearsal stores nothing: what it would have stored is remembered to its end.
    if !isRehearsal { matcher.forget() }
    try matcher.look(up: rows, in: transaction)
    let groups = GroupNames(try desk.groups)
    var outcomes: [RowOutcome] = []
    for row in rows {
      outcomes.append(try take(row, groups, transaction))
      if transaction.size >= Self.byteLimit { break }
    }
    return outcomes
  }

  private mutating func take(
    _ row: ImportRow, _ groups: GroupNames, _ transaction: Transaction
  ) throws -> RowOutcome {
    var entry = row.entry
    let problems = row.problems + row.groups.flatMap { groups.read($0, into: &entry) }
    guard problems.isEmpty else { return .refused(problems) }
    switch matcher.match(entry) {
    case .several(let ids): return .refused([.several(ids)])
    case .nobody:
      var contact = Contact()
      contact.id = Contact.ID(max(nextNumber, try transaction.nextNumber(.contact)))
      contact.createdAt = now
      nextNumber = contact.id.number + 1
      try store(contact.completed(by: entry).contact, entry, "imported", [], transaction)
      return .added(contact.id)
    case .one(let id):
      let known = try matcher.contact(id, in: transaction)
      let (contact, changed) = known.completed(by: entry)
      if changed.isEmpty { return .unchanged(id) }
      try store(contact, entry, "set", changed, transaction)
      return .updated(id, changed)
    }
  }

  private mutating func store(
    _ contact: Contact, _ entry: ContactEntry, _ what: String, _ detail: [String],
    _ transaction: Transaction
  ) throws {
    var contact = contact
    contact.changedAt = now
    matcher.remember(contact, with: entry)
    if isRehearsal { return }
    try transaction.apply([
      .contact(contact), try desk.event(contact.reference, what, detail),
    ])
  }
}
