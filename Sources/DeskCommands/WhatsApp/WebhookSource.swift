import DeskCore
import DeskFormats
import DeskSystem
import JSON

/// A webhook body as it came, and what it tells.
struct WebhookBody {
  /// Where it begins in what was read, from 1.
  let line: Int
  let text: String
  let events: [WebhookEvent]

  /// Reads a body; `line` is where it begins.
  init(_ bytes: ArraySlice<UInt8>, line: Int) throws(BodyProblem) {
    self.line = line
    let json: JSONValue
    do {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw .json(error)
    }
    do {
      events = try Webhook.events(json)
    } catch {
      throw .mismatch(error)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// Why something is no webhook body.
enum BodyProblem: Error {
  case json(JSONError)
  case mismatch(Mismatch)
}

/// Webhook bodies, one after the other: the lines of JSON Lines, or one document over several
/// lines. What is read is held for one line alone, else for the one document.
struct WebhookSource {
  /// A body, or a line that is none.
  enum Item {
    case body(WebhookBody)
    case unreadable(line: Int, BodyProblem)
  }

  /// Bytes; WhatsApp sends 3 MB at the most.
  static let limit = 3 << 20

  let next: () throws -> Item?

  /// Opens a file, `-` for standard input. With a signature all of it is one body, and `isGenuine`
  /// says whether its bytes are what was signed.
  init(
    _ desk: Desk, _ path: String, signedAs isGenuine: (([UInt8]) -> Bool)? = nil
  ) throws {
    let chunk = try desk.chunks(of: path)
    if let isGenuine {
      let body = try Self.whole([], chunk)
      guard isGenuine(body) else { throw Failure.wrongSignature }
      self.init(document: body)
      return
    }
    var start: [UInt8] = []
    while start.count <= Self.limit, !start.contains(newline), case let more = try chunk(),
      !more.isEmpty
    {
      start += more
    }
    if start.isEmpty { throw Failure.nothingToImport(path == "-" ? "stdin" : path) }
    // Some programs put UTF-8's mark before what they write.
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
    if Self.isBeginning(start) {
      self.init(document: try Self.whole(start, chunk))
    } else {
      self.init(lines: start, then: chunk)
    }
  }

  /// Whether a document goes on behind the first line.
  private static func isBeginning(_ start: [UInt8]) -> Bool {
    guard let end = start.firstIndex(of: newline) else { return false }
    do {
      _ = try JSONValue(parsing: start[..<end])
      return false
    } catch {
      guard case .endOfInput = error.problem else { return false }
      return true
    }
  }

  private static func whole(
    _ start: [UInt8], _ chunk: @escaping () throws -> [UInt8]
  ) throws -> [UInt8] {
    var bytes = start
    while bytes.count <= limit, case let more = try chunk(), !more.isEmpty { bytes += more }
    return bytes
  }

  init(document: [UInt8]) {
    var isRead = false
    next = {
      if isRead { return nil }
      isRead = true
      return Self.item(document[...], line: 1)
    }
  }

  private init(lines start: [UInt8], then chunk: @escaping () throws -> [UInt8]) {
    var start = start
    var reader = JSONLinesReader(maximumLineLength: Self.limit) {
      defer { start = [] }
      return start.isEmpty ? try chunk() : start
    }
    next = {
      do {
        return try reader.next().map { Self.item($0.bytes, line: $0.number) }
      } catch let error as JSONError {
        return .unreadable(line: error.line, .json(error))
      }
    }
  }

  private static func item(_ bytes: ArraySlice<UInt8>, line: Int) -> Item {
    guard bytes.count <= limit else {
      let start = JSONPosition(line: line, column: 1, offset: 0)
      return .unreadable(line: line, .json(JSONError(.lineTooLong(limit: limit), at: start)))
    }
    do {
      return .body(try WebhookBody(bytes, line: line))
    } catch {
      return .unreadable(line: line, error)
    }
  }
}

private let newline = UInt8(ascii: "\n")
