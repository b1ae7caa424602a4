import DeskCore
import DeskSystem

/// A folder into which another program fetched what messages carry: each file is named by its id at
/// WhatsApp, `1003383421387256` or `1003383421387256.jpg`.
///
/// What else stands there, as a link, a folder or a pipe, is not looked at.
struct MediaFolder {
  private let folder: Folder

  init(_ desk: Desk, _ path: String) throws {
    do {
      folder = try Folder(desk.surroundings.absolute(path), kernel: desk.surroundings.kernel)
    } catch let error as SystemError where error.isMissing {
      throw Failure.noFile(path)
    }
  }

  /// A file is held whole on its way into the store. WhatsApp takes documents of 100 MB.
  private static let limit = 100 << 20

  /// What a message carries, where it was fetched and is what WhatsApp said.
  func content(of media: MediaReference) throws -> (name: String, bytes: [UInt8])? {
    guard media.id.utf8.allSatisfy(isPlain),
      let found = try names(of: media).first(where: { try isThere($0) }),
      let bytes = try folder.read(found)
    else { return nil }
    if let hash = media.sha256, Base64.encode(SHA256.hash(bytes)) != hash { return nil }
    return (media.filename ?? found, bytes)
  }

  private func names(of media: MediaReference) -> [String] {
    let kind = media.mimeType?.prefix { $0 != ";" } ?? ""
    let ending = Self.endings[String(kind)] ?? kind.split(separator: "/").last.map(String.init)
    return [media.id] + (ending.map { ["\(media.id).\($0)"] } ?? [])
  }

  private func isThere(_ name: String) throws -> Bool {
    guard let facts = try folder.facts(name) else { return false }
    return facts.kind == "file" && facts.links == 1 && facts.size <= Self.limit
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// Where a kind's usual ending is not its second half.
  private static let endings = [
    "image/jpeg": "jpg", "audio/ogg": "ogg", "audio/mpeg": "mp3", "audio/mp4": "m4a",
    "video/3gpp": "3gp", "text/plain": "txt", "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  ]
}
