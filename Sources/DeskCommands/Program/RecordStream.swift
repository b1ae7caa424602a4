import CommandLineKit
import DeskSystem
import JSON

/// Records that leave while their command still works, so that what it holds does not grow with
/// their number: a list as `--json` and `--jsonl` have it, ids with `-q`, else lines for people. A
/// class, because it knows what has left.
final class RecordStream {
  private let desk: Desk
  private let schema: String
  private let rendering: Rendering
  private let target: OutputTarget
  private var waiting: [UInt8] = []
  private var isFirst = true

  /// `schema` is that of one record: `contact.import`.
  init(_ desk: Desk, schema: String) throws {
    self.desk = desk
    self.schema = schema
    rendering = try desk.rendering()
    target = try OutputTarget(desk)
  }

  /// `id` is nil for a record that has none.
  func add(
    _ record: @autoclosure () -> JSONValue, id: String?, line: @autoclosure () -> String?
  ) {
    switch rendering.format {
    case .json:
      append((isFirst ? opening : ",\n") + rendering.record(record()))
      isFirst = false
    case .jsonl: append(rendering.record(record()) + "\n")
    case .ids: append(id.map { $0 + "\n" } ?? "")
    case .table, .tsv, .csv, .github: append(line().map { $0 + "\n" } ?? "")
    }
  }

  /// What people are told besides the records.
  func add(line: String) {
    switch rendering.format {
    case .json, .jsonl, .ids: break
    case .table, .tsv, .csv, .github: append(line + "\n")
    }
  }

  /// Sends on its way what has been added. Not to be called under a lock: a reader may be slow.
  func flush() throws {
    defer { waiting.removeAll(keepingCapacity: true) }
    do {
      try target.write(waiting)
    } catch let error as SystemError where error.isClosedPipe {
      Signals.dieOfClosedPipe()
    } catch let error as SystemError where desk.hasCommitted {
      throw Failure.committedButNotPrinted(error)
    }
  }

  /// Ends the document. To be called whatever happened: what has left stays valid.
  func end() throws {
    if case .json = rendering.format { append((isFirst ? opening : "") + "\n]}\n") }
    try flush()
    try target.finish()
  }

  private var opening: String {
    let name = JSONValue("deskctl.\(schema).list/1").text()
    return "{\"schema\":\(name),\"data\":[\n"
  }

  private func append(_ text: String) { waiting += text.utf8 }
}
