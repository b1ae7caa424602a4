import DeskCore

/// How the code that is pasted into a page is made.
package enum EmbedTarget: String, CaseIterable, Sendable {
  /// Tags, for a page's source.
  case html
  /// A script, for bundlers and tag managers that take one.
  case js
  /// Tags for a Custom HTML tag of Google Tag Manager: ES5, without its `{{variables}}`.
  case gtm
  /// A plugin of one file for `wp-content/mu-plugins`.
  case wordpress
}

/// Where the chat itself comes from.
package enum EmbedShape: String, CaseIterable, Sendable {
  /// From the code: all is in what is pasted.
  case inline
  /// From a file of its own, which browsers keep and check by its hash.
  case pinned
}

/// The word that allows a script by the page's policy, new in each answer of the server.
package struct Nonce: Hashable, Sendable {
  package let text: String

  /// Base64 of either alphabet, as Content Security Policy takes it; nil for all else.
  package init?(_ text: String) {
    let digits = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    let isBase64 = digits.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isBase64, !digits.isEmpty, text.utf8.count - digits.count <= 2 else { return nil }
    self.text = text
  }
}

/// The folder that a pinned file will lie in, as the page says it: a path, or an https address.
package struct AssetBase: Hashable, Sendable {
  /// Empty for the page's own folder, else with a slash at its end.
  package let text: String

  package static let pageFolder = AssetBase(known: "")

  private init(known: String) { text = known }

  /// Nil for what is neither, or holds what could end an attribute.
  package init?(_ text: String) {
    let isAddress = text.hasPrefix("https://") && (try? APIAddress(text: text)) != nil
    let isPath = !text.hasPrefix("//") && !text.utf8.contains(UInt8(ascii: ":"))
    let isPlain = text.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"?#\"'<>\\^`{|}&%;,".utf8.contains(byte)
    }
    guard isPlain, isAddress || isPath, !text.isEmpty else { return nil }
    self.text = text.hasSuffix("/") ? text : text + "/"
  }

  /// The site it is on; nil where it is the page's own.
  var site: String? { text.hasPrefix("https://") ? text : nil }
}
