import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// How an export is written: what stands before, for each contact and conversation, and at the end.
enum ExportForm {
  case jsonl(ExportLines)
  case text(TranscriptReading)
  case html(TranscriptReading, TranscriptPage)

  init(_ desk: Desk, _ words: ParsedWords) throws {
    let shared = words.has(ExportOptions.isPublic) ? try PublicTranscript(desk) : nil
    let reading = try TranscriptReading(desk, shared)
    switch words.value(ExportOptions.to) {
    case "jsonl": self = .jsonl(ExportLines(shared))
    case "text": self = .text(reading)
    case "html": self = .html(reading, try reading.page())
    default: throw Failure.missing("--to", "html")
    }
  }

  /// So many bytes are put together under the lock before it is given back and they leave.
  private static let block = 1 << 20

  func export(_ choice: TranscriptChoice, _ desk: Desk, to sink: ([UInt8]) throws -> Void) throws {
    try sink(Array(beginning(choice).utf8))
    if case .jsonl(let lines) = self {
      try each(choice.contacts, desk, sink) { id, store, bytes in
        try lines.add(contact: id, store, into: &bytes)
      }
    }
    try each(choice.conversations, desk, sink) { id, store, bytes in
      try add(id, store, into: &bytes)
    }
    try sink(Array(end.utf8))
  }

  private func each<ID>(
    _ ids: [ID], _ desk: Desk, _ sink: ([UInt8]) throws -> Void,
    _ add: (ID, StoreReader, inout [UInt8]) throws -> Void
  ) throws {
    var rest = ids[...]
    while !rest.isEmpty {
      var bytes: [UInt8] = []
      try desk.reading { store in
        while bytes.count < Self.block, let id = rest.popFirst() { try add(id, store, &bytes) }
      }
      try sink(bytes)
    }
  }

  private func add(
    _ id: Conversation.ID, _ store: StoreReader, into bytes: inout [UInt8]
  ) throws {
    // One that was erased since it was chosen is not there.
    guard let conversation = try store.find(id) else { return }
    switch self {
    case .jsonl(let lines): try lines.add(conversation, store, into: &bytes)
    case .text(let reading): bytes += try reading.text(conversation, store).utf8
    case .html(let reading, let page):
      bytes += page.html(try reading.section(conversation, store)).utf8
    }
  }

  private func beginning(_ choice: TranscriptChoice) -> String {
    switch self {
    case .jsonl(let lines): lines.head(choice.names)
    case .text: ""
    case .html(_, let page): page.head
    }
  }

  private var end: String {
    switch self {
    case .jsonl, .text: ""
    case .html: TranscriptPage.end
    }
  }
}
