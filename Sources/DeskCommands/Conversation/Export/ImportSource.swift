import CommandLineKit
import DeskCore
import JSON

/// The lines of an export, in batches of about a transaction.
struct ImportSource {
  /// What a line brings.
  enum Content {
    case contact(Contact)
    case conversation(Conversation)
    case message(Message, delivery: JSONValue?, [StatusLine])
    case file(sha256: String, [UInt8])
  }

  /// A line, by its number from 1.
  struct Item {
    let line: Int
    let content: Content
  }

  private var reader: JSONLinesReader
  private let path: String
  private(set) var isAtEnd = false

  /// An attachment of 100 MiB in base64, and what is around it.
  private static let longestLine = 150 << 20
  /// A journal holds 8 MiB; records take more room there than here.
  private static let batchSize = 1 << 20
  private static let batchCount = 500

  init(_ desk: Desk, _ path: String) throws {
    self.path = path
    let chunk = try desk.chunks(of: path)
    reader = JSONLinesReader(maximumLineLength: Self.longestLine) { try chunk() }
    guard let line = try next(), line.json["export"]?.string == "conversations" else {
      throw Failure.notAnExport(
        path, 1,
        Text(en: "its first line is no export's", pt: "a primeira linha não é de uma exportação"))
    }
    guard let format = line.json["format"]?.int, format <= ExportLines.format else {
      throw Failure.notAnExport(
        path, 1, Text(en: "a newer deskctl wrote it", pt: "um deskctl mais novo o gravou"))
    }
    if line.json["public"]?.bool == true {
      throw Failure.notAnExport(
        path, 1,
        Text(
          en: "it was exported with --public, without what a desk needs",
          pt: "foi exportado com --public, sem o que uma central precisa"))
    }
    try ExportNames(json: line.json["needs"]).require(of: desk, path)
  }

  private mutating func next() throws -> (number: Int, size: Int, json: JSONValue)? {
    do {
      guard let line = try reader.next() else { return nil }
      return (line.number, line.bytes.count, try line.value())
    } catch let error as JSONError {
      throw Failure.notAnExport(path, error.line, Text(en: "it is no JSON", pt: "não é JSON"))
    }
  }

  /// The next lines; with `isWhole` all that are left.
  mutating func batch(isWhole: Bool) throws -> [Item] {
    var items: [Item] = []
    var size = 0
    while isWhole || (size < Self.batchSize && items.count < Self.batchCount) {
      guard let (number, length, json) = try next() else {
        isAtEnd = true
        return items
      }
      size += length
      items.append(Item(line: number, content: try content(json, number)))
    }
    return items
  }

  private func content(_ json: JSONValue, _ line: Int) throws -> Content {
    do {
      if let contact = json["contact"] { return .contact(try Contact(json: contact)) }
      if let record = json["conversation"] { return .conversation(try Conversation(json: record)) }
      if let message = json["message"] {
        let statuses = try (json["statuses"]?.array ?? []).map { try StatusLine(json: $0) }
        return .message(try Message(json: message), delivery: json["delivery"], statuses)
      }
    } catch let mismatch as Mismatch {
      throw Failure.notAnExport(path, line, mismatch.text)
    }
    guard let file = json["file"], let hash = file["sha256"]?.string,
      let bytes = file["content"]?.string.flatMap(Base64.decode),
      SHA256.hash(bytes).hexadecimal == hash
    else {
      throw Failure.notAnExport(
        path, line, Text(en: "no export has such a line", pt: "nenhuma exportação tem essa linha"))
    }
    return .file(sha256: hash, bytes)
  }
}
