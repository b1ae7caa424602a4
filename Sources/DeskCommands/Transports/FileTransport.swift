import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

/// The transport that needs nothing: each message is a file in a folder, for a person to read or
/// another program to take, with its attachments beside it.
///
///     outgoing/000042.json      {"id":42,"channel":"whatsapp","to":"+55…","text":"…","files":[…]}
///     outgoing/000042-nota.pdf
struct FileTransport {
  let desk: Desk

  /// Where it writes: the configured folder, else `outgoing` beside the store's own folders.
  private func folder() throws -> Folder {
    let path = try desk.settings.outbox.folder.map { desk.surroundings.absolute($0) }
    guard let path else {
      let data = try desk.store().folder
      try data.makeFolder(Layout.outgoing)
      return try Folder(
        data.absolute(Layout.outgoing), kernel: data.kernel, ownership: data.ownership)
    }
    return try Folder(
      path, kernel: desk.surroundings.kernel, ownership: desk.store().folder.ownership)
  }

  /// Writes a message, its attachments first: who finds it finds all of it.
  func deliver(_ outgoing: Outgoing) -> DeliveryAnswer {
    let entry = outgoing.entry
    let stem = stem(entry)
    do {
      let folder = try folder()
      var names: [JSONValue] = []
      for file in outgoing.files {
        let name = name(of: file.attachment, stem)
        try folder.replace(name, with: file.bytes ?? [])
        names.append(JSONValue(name))
      }
      var message: JSONObject = [
        "id": JSONValue(entry.id.number), "channel": JSONValue(entry.channel.rawValue),
        "to": JSONValue(entry.to), "kind": JSONValue(entry.kind.rawValue),
      ]
      if let subject = entry.body.subject { message["subject"] = JSONValue(subject) }
      message["text"] = outgoing.text.map { JSONValue($0) } ?? .null
      message["template"] = entry.body.template.map { JSONValue($0) } ?? .null
      message["files"] = .array(names)
      try folder.replace(
        "\(stem).json", with: JSONValue.object(message).serialized(.pretty) + [UInt8(ascii: "\n")])
      return .sent(provider: "\(stem).json")
    } catch let error as NotSynced where error.path == "\(stem).json" {
      // It is there for whoever takes it, and a power cut may take it away.
      return .unknown(reason: desk.why(error).en)
    } catch {
      // The file takes its place whole or not at all: it was not taken.
      return .notTaken(reason: desk.why(error).en, holding: .outage)
    }
  }

  /// Removes what a run that was killed left of files that had not yet taken their place. One that
  /// cannot be removed harms nothing.
  func clear(_ entry: OutboxEntry) {
    guard let folder = try? folder() else { return }
    let stem = stem(entry)
    for name in entry.body.files.map({ name(of: $0, stem) }) + ["\(stem).json"] {
      try? folder.remove(Folder.temporary(for: name))
    }
  }

  /// What the names of an entry's files begin with.
  private func stem(_ entry: OutboxEntry) -> String {
    let number = String(entry.id.number)
    return String(repeating: "0", count: max(0, 6 - number.count)) + number
  }

  private func name(of file: Attachment, _ stem: String) -> String {
    "\(stem)-\(safe(file.name))"
  }

  /// A name without what a folder would take for a path or a hidden file.
  private func safe(_ name: String) -> String {
    let plain = name.map { character in
      character == "/" || character == "\0" || character.isNewline ? "_" : character
    }
    return String(plain.drop { $0 == "." }.prefix(60))
  }
}
