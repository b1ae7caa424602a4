import JSON

/// Requests in the order in which they are to be sent, one a line: `request` is method and path,
/// `body` what is sent, `for` the record that it is about, `files` the attachments that go with it.
/// In a path or an id of a body `{ticket/12}` stands for the id that the answer to an earlier request, the one
/// whose `saves` is that, had.
struct ExportRequests {
  private static let batch = 10_000
  private var count = 0

  private var file: String {
    exportFileName("requests", max(0, count - 1) / Self.batch + 1, "jsonl")
  }

  mutating func add(
    _ request: String, for reference: String, saves: String? = nil, _ body: JSONObject,
    files: [ExportedFile] = [], _ output: inout ExportOutput
  ) {
    count += 1
    var line: JSONObject = ["request": JSONValue(request), "for": JSONValue(reference)]
    if let saves { line["saves"] = JSONValue(saves) }
    line["body"] = .object(body)
    if !files.isEmpty {
      line["files"] = .array(
        files.map {
          [
            "path": JSONValue($0.path), "name": JSONValue($0.name),
            "mediaType": JSONValue($0.mediaType),
          ]
        })
    }
    output.write(line, to: file, then: "\n")
    if count % Self.batch == 0 { output.close(file) }
  }

  func finish(_ output: inout ExportOutput) {
    if count % Self.batch != 0 { output.close(file) }
  }
}
