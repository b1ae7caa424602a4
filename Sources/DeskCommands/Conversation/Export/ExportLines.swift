import DeskCore
import DeskStore
import JSON

/// The lines of an export that `conversation import` takes in: what it is; contacts; then each
/// conversation, before each of its messages the files that no line had before.
struct ExportLines {
  static let format = 1

  /// Nil where another desk is to take it in.
  private let shared: PublicTranscript?

  init(_ shared: PublicTranscript?) { self.shared = shared }

  func head(_ names: ExportNames) -> String {
    let head: JSONObject = [
      "export": "conversations", "format": JSONValue(Self.format), "needs": names.json,
    ]
    return line(shared == nil ? head : PublicTranscript.head)
  }

  func add(contact id: Contact.ID, _ store: StoreReader, into bytes: inout [UInt8]) throws {
    guard let contact = try store.find(id) else { return }
    bytes += line(shared?.record(contact) ?? ["contact": contact.portable.json]).utf8
  }

  func add(
    _ conversation: Conversation, _ store: StoreReader, into bytes: inout [UInt8]
  ) throws {
    let opening = shared?.record(conversation) ?? ["conversation": conversation.portable.json]
    bytes += line(opening).utf8
    let contact = try store.find(conversation.contact)
    let messages = try store.messages(of: conversation.id)
    let entries = try messages.map { try $0.outbox.flatMap { try store.find($0) } }
    let statuses = try store.statuses(of: Set(entries.compactMap { $0?.provider }))
    var written: Set<String> = []
    for (message, entry) in zip(messages, entries) {
      for file in message.files + (entry?.body.files ?? [])
      where written.insert(file.sha256).inserted {
        try add(file, store, into: &bytes)
      }
      let own = record(message, entry, entry?.provider.flatMap { statuses[$0] })
      bytes += line(shared?.record(message, entry, contact) ?? own).utf8
    }
  }

  /// A message, with what became of it where it is one of ours.
  private func record(
    _ message: Message, _ entry: OutboxEntry?, _ statuses: [StatusLine]?
  ) -> JSONObject {
    var record: JSONObject = ["message": message.portable.json]
    if let entry { record["delivery"] = entry.portable }
    if let statuses {
      record["statuses"] = .array(
        statuses.map { status in
          var portable = status
          portable.outbox = nil
          return portable.json
        })
    }
    return record
  }

  private func add(
    _ file: Attachment, _ store: StoreReader, into bytes: inout [UInt8]
  ) throws {
    guard let content = try store.content(of: file) else {
      throw StoreError.damaged(path: Layout.file(sha256: file.sha256), .missing)
    }
    bytes +=
      line([
        "file": [
          "sha256": JSONValue(file.sha256), "content": JSONValue(Base64.encode(content)),
        ]
      ]).utf8
  }

  private func line(_ record: JSONObject) -> String { JSONValue.object(record).text() + "\n" }
}
