import CommandLineKit
import JSON

/// How an answer is laid out: chosen once from the options and from who is looking.
enum OutputFormat: Hashable {
  case table(width: Int?)
  case tsv(header: Bool)
  case csv(delimiter: Character, byteOrderMark: Bool)
  case github
  case json
  case jsonl
  case ids

  /// Whether a script reads it as JSON.
  var isJSON: Bool {
    switch self {
    case .json, .jsonl: true
    case .table, .tsv, .csv, .github, .ids: false
    }
  }
}

/// Lays out an answer: one exhaustive switch a kind of answer.
struct Rendering {
  let format: OutputFormat
  let language: Language
  let style: Style
  let fields: [String]?
  /// JSON that a terminal shows has what could mislead its reader escaped.
  let escaping: JSONEscaping

  func text(_ output: Output) -> String {
    switch output.body {
    case .nothing, .streamed, .spooled: ""
    case .text(let text): text
    case .files(let files, _): self.files(files)
    case .list(let listing): list(listing)
    case .one(let schema, let record, let text), .told(let schema, let record, let text):
      one(schema, record, text)
    case .changed(let schema, let changes): changed(schema, changes)
    }
  }

  private func list(_ listing: Listing) -> String {
    let records = listing.records.map(picked)
    let table = fields.map { pickedTable($0, records) } ?? listing.table
    switch format {
    case .github where !listing.annotations.isEmpty:
      return listing.annotations.map { $0.command + "\n" }.joined()
    case .table where records.isEmpty && listing.whenEmpty != nil:
      return listing.whenEmpty.map { $0(language) + "\n" } ?? ""
    case .tsv where records.isEmpty && listing.lines != nil,
      .github where records.isEmpty && listing.lines != nil:
      return listing.whenEmpty.map { $0(language) + "\n" } ?? ""
    case .table where fields == nil && listing.lines != nil,
      .tsv where fields == nil && listing.lines != nil:
      return (listing.lines ?? []).map { $0 + "\n" }.joined()
    case .table(let width):
      let last = listing.counts.map { $0.text(language) + "\n" } ?? ""
      return table.table(language, width: width, style: style) + last
    case .json: return document(listing.schema + ".list", .array(records), listing.counts)
    case .jsonl: return lines(records)
    case .ids: return listing.ids.map { $0 + "\n" }.joined()
    case .tsv, .csv, .github: return delimited(table, withHeader: true)
    }
  }

  /// Rows between tabs or delimiters; a list that leaves row by row has its header once.
  private func delimited(_ table: Table, withHeader: Bool) -> String {
    switch format {
    case .csv(let delimiter, let byteOrderMark):
      table.csv(
        language,
        CSVOptions(
          delimiter: delimiter, header: withHeader, byteOrderMark: withHeader && byteOrderMark))
    case .tsv(let header): table.tsv(language, header: withHeader && header)
    case .table, .github, .json, .jsonl, .ids: table.tsv(language)
    }
  }

  private func files(_ files: [OutputFile]) -> String {
    let records = files.map { file -> JSONValue in
      ["name": JSONValue(file.name), "text": JSONValue(file.text)]
    }
    switch format {
    case .json: return document("file.list", .array(records.map(picked)))
    case .jsonl: return lines(records.map(picked))
    case .table, .tsv, .csv, .github, .ids: return files.first?.text ?? ""
    }
  }

  private func one(_ schema: String, _ record: JSONValue, _ text: String) -> String {
    switch format {
    case .json: document(schema, picked(record))
    case .jsonl: lines([picked(record)])
    case .ids: ""
    case .table, .tsv, .csv, .github:
      fields.map { pickedTable($0, [picked(record)]).tsv(language) } ?? text
    }
  }

  private func changed(_ schema: String, _ changes: [Output.Change]) -> String {
    let records = changes.map { picked($0.record) }
    switch format {
    case .json where changes.count == 1: return document(schema, records[0])
    case .json: return document(schema + ".list", .array(records))
    case .jsonl: return lines(records)
    case .ids: return changes.map { $0.id + "\n" }.joined()
    case .table, .tsv, .csv, .github:
      return changes.map { $0.line + "\n" }.joined()
    }
  }

  private func document(
    _ schema: String, _ data: JSONValue, _ counts: Listing.Counts? = nil
  ) -> String {
    var document: JSONObject = ["schema": JSONValue("deskctl.\(schema)/1"), "data": data]
    if let counts { document["counts"] = .object(counts.json) }
    return JSONValue.object(document).text(.pretty, escaping: escaping) + "\n"
  }

  private func lines(_ records: [JSONValue]) -> String {
    records.map { $0.text(escaping: escaping) + "\n" }.joined()
  }

  /// One record of several that are laid out one by one.
  func record(_ record: JSONValue) -> String { picked(record).text(escaping: escaping) }

  // MARK: Row by row

  /// What stands before the rows of a list that leaves row by row.
  func begin(_ columns: [Table.Column], into text: inout [UInt8]) {
    switch format {
    case .tsv, .csv, .github:
      let table = fields.map { pickedTable($0, []) } ?? Table(columns)
      text += delimited(table, withHeader: true).utf8
    case .table, .json, .jsonl, .ids: break
    }
  }

  /// A row of such a list; only what the format shows is worked out.
  func append(
    _ id: String, _ record: @autoclosure () throws -> JSONValue,
    _ cells: @autoclosure () throws -> [String], _ columns: [Table.Column], into text: inout [UInt8]
  ) rethrows {
    switch format {
    case .tsv, .csv, .github:
      let table =
        try fields.map { try pickedTable($0, [picked(record())]) }
        ?? Table(columns, rows: [try cells()])
      text += delimited(table, withHeader: false).utf8
    case .json, .jsonl:
      try picked(record()).write(into: &text, escaping: escaping)
      text.append(UInt8(ascii: "\n"))
    case .ids, .table: text += (id + "\n").utf8
    }
  }

  // MARK: --fields

  private func picked(_ record: JSONValue) -> JSONValue {
    guard let fields else { return record }
    return .object(
      JSONObject(uniqueMembers: unique(fields).map { ($0, record[$0] ?? .null) }))
  }

  private func pickedTable(_ fields: [String], _ records: [JSONValue]) -> Table {
    let columns = unique(fields).map { Table.Column(Text($0), key: $0) }
    let rows = records.map { record in
      unique(fields).map { field in
        switch record[field] ?? .null {
        case .null: ""
        case .string(let text): text
        case .bool, .number, .array, .object: record[field]?.text() ?? ""
        }
      }
    }
    return Table(columns, rows: rows)
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
