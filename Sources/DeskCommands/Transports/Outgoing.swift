import DeskCore
import DeskStore
import DeskSystem

/// An outbox entry with all that a transport needs to carry it away, read before it is started.
struct Outgoing {
  let entry: OutboxEntry
  /// The number that it leaves by, to WhatsApp.
  let number: PhoneNumberID?
  let files: [File]
  /// Nil where it is none, or is no longer configured.
  let template: MessageTemplate?

  /// An attachment; nil bytes where the store lost it.
  struct File {
    let attachment: Attachment
    let path: String
    let bytes: [UInt8]?
  }

  /// The text as it leaves: with the secret that listings hide.
  var text: String? { entry.body.wholeText }

  init(_ entry: OutboxEntry, _ desk: Desk) throws {
    self.entry = entry
    number =
      entry.channel == .whatsapp ? try entry.number ?? desk.settings.whatsapp.numbers.first : nil
    let folder = try desk.store().folder
    files = try desk.reading { store in
      try entry.body.files.map { file in
        File(
          attachment: file, path: folder.absolute(Layout.file(sha256: file.sha256)),
          bytes: try Self.soundContent(of: file, store))
      }
    }
    let name = entry.body.template.flatMap { try? MessageTemplate.ID(text: $0) }
    template = try name.flatMap { try desk.templates[$0] }
  }

  /// An attachment that was altered stops its own entry alone, as one that is not there.
  private static func soundContent(
    of file: Attachment, _ store: StoreReader
  ) throws -> [UInt8]? {
    do {
      return try store.content(of: file)
    } catch StoreError.damaged {
      return nil
    }
  }

  /// What cannot be sent whatever the transport.
  var refusal: DeliveryAnswer? {
    if let lost = files.first(where: { $0.bytes == nil }) {
      return .refused(reason: "attachment missing: \(lost.attachment.name)")
    }
    if let name = entry.body.template, template == nil {
      return .refused(reason: "template missing: \(name)")
    }
    return nil
  }
}
