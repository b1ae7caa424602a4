package import CommandLineKit
package import JSON

/// What a command answers, before anybody knows in which format: it is laid out and printed once,
/// after the store's lock was given back.
package struct Output {
  /// The data of an answer, by how they can be laid out.
  package enum Body {
    case nothing
    /// Records that left while the command worked (`RecordStream`).
    case streamed
    /// Rows that were laid out while the store was read (`RecordList`).
    case spooled(Spool)
    /// Text that is the same whatever the format: a completion script, a crontab line.
    case text(String)
    /// Files, the first of them the one that was asked for.
    case files([OutputFile], saysAddress: Bool = false)
    /// Rows, each with its record and the id that `-q` prints.
    case list(Listing)
    /// One thing: its record, and how a person reads it.
    case one(schema: String, JSONValue, text: String)
    /// What is told of the folder that `--out` names, and so is not written there.
    case told(schema: String, JSONValue, text: String)
    /// What was made or changed.
    case changed(schema: String, [Change])
  }

  /// Something that was made or changed: `schedule/42 added`.
  package struct Change: Sendable {
    package let id: String
    package var line: String
    package let record: JSONValue

    package init(id: String, line: String, record: JSONValue) {
      self.id = id
      self.line = line
      self.record = record
    }
  }

  package var body: Body
  package var notices: [Notice] = []
  package var exit = ExitStatus.done
  /// At a terminal it is shown page by page.
  package var isPaged = false
  /// What could not be done, where some was: each is told on standard error.
  package var failures: [Failure] = []
  /// Where `--out` names a file, only its owner may read it.
  package var isPrivate = false

  package init(_ body: Body = .nothing, notices: [Notice] = [], exit: ExitStatus = .done) {
    self.body = body
    self.notices = notices
    self.exit = exit
  }
}

/// A list, as rows for people and as records for scripts.
package struct Listing: Sendable {
  /// `ticket` of `deskctl.ticket.list/1`.
  package let schema: String
  package var table: Table
  package private(set) var records: [JSONValue] = []
  package private(set) var ids: [String] = []
  /// The same as findings in files, for `--format github`; of another list there are none.
  package var annotations: [Annotation] = []
  /// What a person reads of each row where a table is too much: `page.html:41: L7: stale`.
  package var lines: [String]?
  /// What a person at a terminal is told where the list is empty and that is good to know.
  package var whenEmpty: Text?
  /// What it comes to: told after it at a terminal, and beside it under `--json`.
  package var counts: Counts?

  /// How many there are of what.
  package struct Counts: Sendable {
    package let json: JSONObject
    package let text: Text
  }

  package init(_ schema: String, _ columns: [Table.Column]) {
    self.schema = schema
    table = Table(columns)
  }

  package mutating func add(id: String, _ record: JSONValue, _ cells: [String]) {
    ids.append(id)
    records.append(record)
    table.add(cells)
  }
}
