import DeskCore
import DeskFormats
import JSON

/// `manifest.json`: what the other system has once the folder was sent. The records come first, a
/// line each in the order of their numbers, so that it is written while the tickets are, and read
/// again (`ExportBase`) without holding it.
struct ExportManifest {
  static let name = "manifest.json"
  /// What the other system has under another state or name, a line each.
  static let replacedName = "replaced.jsonl"

  /// How a record stands to the base.
  enum Standing {
    case new
    case changed
    case same
  }

  private let target: ExportTarget
  private var base: ExportBase?
  private var isFirst = true
  /// By conversation, the tickets of this export that hold all of it. The base may have it alone.
  private var tickets: [Int: Int] = [:]
  /// How many records are there already that come again.
  private(set) var replaced = 0

  init(_ target: ExportTarget, base: ExportBase?) {
    self.target = target
    self.base = base
  }

  func start(_ output: inout ExportOutput) {
    output.write(
      "{\"schema\":\"deskctl.export/1\",\n\"target\":\"\(target.rawValue)\",\n\"records\":{\n")
  }

  /// Notes a record, a ticket with the conversation that is all its own.
  mutating func add(
    _ reference: Reference, _ mark: String, holding conversation: Int? = nil,
    _ output: inout ExportOutput
  ) throws -> Standing {
    while let earlier = try base?.next(before: reference) { keep(earlier, &output) }
    line(reference.text, mark, &output)
    let earlier = try base?.take(reference)
    if earlier?.mark == mark { return .same }
    if base != nil, let conversation { tickets[conversation] = reference.number }
    if earlier != nil { replace(reference.text, reference.text, &output) }
    return earlier == nil ? .new : .changed
  }

  /// What the base has and this export did not look at is there still.
  mutating func endRecords(_ output: inout ExportOutput) throws {
    while let rest = try base?.next(before: nil) { keep(rest, &output) }
    output.write("\n},\n")
    if replaced > 0 { output.close(Self.replacedName) }
  }

  /// A conversation that has become a ticket since is there under its own name: that is not kept.
  private mutating func keep(_ earlier: ExportBase.Line, _ output: inout ExportOutput) {
    if earlier.key.kind == .conversation, let ticket = tickets[earlier.key.number] {
      replace(earlier.reference, "ticket/\(ticket)", &output)
    } else {
      line(earlier.reference, earlier.mark, &output)
    }
  }

  private mutating func replace(
    _ there: String, _ now: String, _ output: inout ExportOutput
  ) {
    replaced += 1
    output.write(to: Self.replacedName) {
      $0 += "{\"there\":\"\(there)\",\"now\":\"\(now)\"}\n".utf8
    }
  }

  private mutating func line(
    _ reference: String, _ mark: String, _ output: inout ExportOutput
  ) {
    output.write("\(isFirst ? "" : ",\n")\"\(reference)\":\"\(mark)\"")
    isFirst = false
  }

  func finish(
    _ files: [ExportFolder.File], _ losses: ExportLosses, _ fates: [ExportedField: Fate],
    _ output: inout ExportOutput
  ) {
    let lines = files.map { file in
      let entry: JSONValue = [
        "name": JSONValue(file.name), "size": JSONValue(file.size),
        "sha256": JSONValue(file.sha256),
      ]
      return entry.text()
    }
    output.write("\"files\":[\n\(lines.joined(separator: ",\n"))\n],\n")
    output.write("\"counts\":\(losses.countsJSON.text()),\n")
    output.write("\"fates\":\(losses.json(in: fates).text())\n}\n")
    output.close(Self.name)
  }
}

extension ExportOutput {
  fileprivate mutating func write(_ text: String) {
    write(to: ExportManifest.name) { $0 += text.utf8 }
  }
}

extension ExportLosses {
  var countsJSON: JSONValue {
    [
      "tickets": JSONValue(tickets), "entries": JSONValue(entries), "files": JSONValue(files),
    ]
  }

  func json(in fates: [ExportedField: Fate]) -> JSONValue {
    .array(
      self.fates(in: fates).map { field, fate, count in
        [
          "field": JSONValue(field.rawValue), "fate": JSONValue(fate.rawValue),
          "count": JSONValue(count),
        ]
      })
  }
}
