import CommandLineKit
import DeskCore
import JSON

/// Tells what becomes of the rows while they are taken in, and counts them. A class, because it
/// counts for whoever runs the import and for whoever ends it.
final class ImportReport {
  private let desk: Desk
  private let path: String
  private let stream: RecordStream
  /// People want to know of each row only where they ask for it.
  private let tellsRows: Bool
  /// The problems whose hint was told: once is enough.
  private var hinted: Set<String> = []
  private(set) var added = 0
  private(set) var updated = 0
  private(set) var unchanged = 0
  private(set) var refused = 0

  /// `path` is the file as it was named.
  init(_ desk: Desk, _ path: String) throws {
    self.desk = desk
    self.path = path
    tellsRows = desk.isDryRun || desk.globals.has(.verbose)
    stream = try RecordStream(desk, schema: "contact.import")
  }

  func add(_ rows: some Sequence<(ImportRow, RowOutcome)>) throws {
    for (row, outcome) in rows { add(row.line, outcome) }
    try stream.flush()
  }

  private func add(_ line: Int, _ outcome: RowOutcome) {
    switch outcome {
    case .added(let id):
      added += 1
      add(line, "added", id)
    case .updated(let id, let keys):
      updated += 1
      add(line, "updated", id, keys)
    case .unchanged(let id):
      unchanged += 1
      add(line, "unchanged", id)
    case .refused(let problems):
      refused += 1
      let failures = problems.map { $0.failure(path, line) }
      for failure in failures { tell(failure) }
      stream.add(record(line, "refused", nil, [], failures), id: nil, line: nil)
    }
  }

  private func add(_ line: Int, _ result: String, _ id: Contact.ID, _ keys: [String] = []) {
    stream.add(
      record(line, result, id, keys, []), id: String(id.number),
      line: tellsRows ? sentence(line, result, id, keys) : nil)
  }

  private func record(
    _ line: Int, _ result: String, _ id: Contact.ID?, _ keys: [String], _ failures: [Failure]
  ) -> JSONValue {
    [
      "line": JSONValue(line), "result": JSONValue(result), "contact": id?.json ?? .null,
      "changed": .array(keys.map { JSONValue($0) }),
      "errors": .array(failures.map { $0.json(desk.language)["error"] ?? .null }),
    ]
  }

  private func sentence(
    _ line: Int, _ result: String, _ id: Contact.ID, _ keys: [String]
  ) -> String {
    let detail = keys.isEmpty ? "" : " (\(keys.joined(separator: ", ")))"
    return "\(path):\(line): contact/\(id.number) \(EventWord.text(result)(desk.language))\(detail)"
  }

  private func tell(_ failure: Failure) {
    var failure = failure
    if !hinted.insert(failure.code).inserted { failure.hint = nil }
    desk.tell(failure)
  }

  // MARK: The end

  /// Every row was seen: says how many were what. 7 where some were left out, 4 where all were.
  func finish() throws -> ExitStatus {
    stream.add(line: summary(desk.language))
    try stream.end()
    if refused == 0 { return .done }
    return isAnyIn ? .partlyDone : .invalidContent
  }

  /// Something stopped it: what was printed is made whole, and how far it came is told.
  func stop() {
    try? stream.end()
    guard isAnyIn, !desk.isDryRun else { return }
    desk.note(.importStopped(added: added, updated: updated))
  }

  private var isAnyIn: Bool { added + updated + unchanged > 0 }

  /// In Portuguese: `1 novo`, `2 novos`.
  private func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private var summary: Text {
    let isRehearsal = desk.isDryRun
    return Text(
      en: (isRehearsal ? "would be imported: " : "imported: ")
        + "\(added) added, \(updated) updated, \(unchanged) unchanged, \(refused) refused",
      pt: (isRehearsal ? "seria importado: " : "importado: ")
        + "\(count(added, "novo")), \(count(updated, "atualizado")), "
        + "\(count(unchanged, "inalterado")), \(count(refused, "recusado"))")
  }
}
