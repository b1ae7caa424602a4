import DeskCore
import DeskFormats
import JSON

/// `manifest.json`: what the other system has once the folder was sent. The records come first, a
/// line each in the order of their numbers, so that it is written while the tickets are, and read
/// again (`ExportBase`) without holding it.
struct ExportManifest {
  static let name = "manifest.json"
  private let target: ExportTarget
  private var base: ExportBase?
  private var isFirst = true

  init(_ target: ExportTarget, base: ExportBase?) {
    self.target = target
    self.base = base
  }

  func start(_ output: inout ExportOutput) {
    output.write(
      "{\"schema\":\"deskctl.export/1\",\n\"target\":\"\(target.rawValue)\",\n\"records\":{\n")
  }

  /// Notes a record; whether the base does not have it so.
  mutating func add(
    _ reference: Reference, _ mark: String, _ output: inout ExportOutput
  ) throws -> Bool {
    while let earlier = try base?.next(before: reference) {
      line(earlier.reference, earlier.mark, &output)
    }
    line(reference.text, mark, &output)
    return try base?.take(reference)?.mark != mark
  }

  /// What the base has and this export did not look at is there still.
  mutating func endRecords(_ output: inout ExportOutput) throws {
    while let rest = try base?.next(before: nil) { line(rest.reference, rest.mark, &output) }
    output.write("\n},\n")
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
