import CommandLineKit
import DeskCore
import DeskSystem

/// A message that somebody writes in their editor, in a file of their own that only they may read.
/// What could not be sent stays there.
struct MessageDraft {
  private let desk: Desk
  private let folder: Folder
  private let name: String

  init(_ desk: Desk, holding text: String) throws {
    self.desk = desk
    folder = try Folder(
      desk.surroundings["TMPDIR"] ?? "/tmp", kernel: desk.surroundings.kernel,
      ownership: .personal)
    let tag = try randomBytes(8).map { String($0, radix: 16) }.joined()
    name = "deskctl-say-\(tag).txt"
    try folder.replace(name, with: Array(text.utf8))
  }

  /// Has it edited; nil where nothing is left in it.
  func edited(with editor: Editor) throws -> String? {
    do {
      try editor.open(folder.absolute(name))
    } catch {
      discard()
      throw error
    }
    do {
      let text = try desk.text(file: folder.absolute(name))
      return text.trimmed.isEmpty ? nil : text
    } catch {
      desk.note(notice)
      throw error
    }
  }

  func discard() { try? folder.remove(name) }

  /// Where the text is, for whoever was refused.
  var notice: Notice {
    let path = folder.absolute(name)
    return Notice(
      "draft_kept",
      Text(en: "what was written is in \(path)", pt: "o que foi escrito está em \(path)"),
      hint: Text("--message-file \(path)"))
  }
}
