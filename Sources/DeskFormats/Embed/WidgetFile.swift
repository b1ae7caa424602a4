import DeskCore

/// The chat as a file that pages load, named after its content: what has the name has the bytes.
package struct WidgetFile: Sendable {
  package let name: String
  package let text: String
  /// What the page's `integrity` says; a browser runs nothing else.
  package let integrity: String

  /// The one that this program brings.
  package static let current = WidgetFile()

  private init() {
    let text = Self.ascii(Widget.source)
    let bytes = Array(text.utf8)
    self.text = text
    name = "deskctl-chat-\(SHA256.hash(bytes).hexadecimal.prefix(16)).js"
    integrity = "sha384-" + Base64.encode(SHA512.hash384(bytes))
  }

  /// A script in ASCII: what is not stands in texts alone, and there an escape says the same. A page
  /// in another encoding than UTF-8 can carry it.
  static func ascii(_ script: String) -> String {
    var plain = ""
    for unit in script.utf16 {
      if unit < 0x80 {
        plain.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        plain += ScriptValue.escape(unit)
      }
    }
    return plain
  }
}
