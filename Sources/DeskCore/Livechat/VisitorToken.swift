/// What a visitor's browser made up to be known by: 128 random bits. Only its hash is kept.
package struct VisitorToken: Hashable, Sendable {
  /// SHA-256 in lower-case hexadecimal.
  package let hash: String

  /// Seconds for which it is still known after its conversation ended.
  package static let lifetime = 86_400

  /// Reads 32 lower-case hexadecimal digits; nil where it is anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 32, text.utf8.allSatisfy(\.isSmallHexadecimal) else { return nil }
    hash = SHA256.hash(Array(text.utf8)).hexadecimal
  }
}

/// The id that a visitor's browser gave a message: a UUID, or 32 hexadecimal digits.
package struct VisitorMessageID: Hashable, Sendable {
  package let text: String

  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [32] || parts.map(\.count) == [8, 4, 4, 4, 12],
      parts.allSatisfy({ $0.allSatisfy(\.isHexadecimal) })
    else { return nil }
    self.text = text.lowercased()
  }

  /// Under what the message is known. Two browsers may give the same id: they never meet.
  package func key(of visitor: String) -> String { visitor + "/" + text }

  /// The id of a message as its browser knows it; nil where no browser sent it.
  package static func text(ofKey key: String) -> String? {
    key.firstIndex(of: "/").map { String(key[key.index(after: $0)...]) }
  }
}

extension UInt8 {
  fileprivate var isSmallHexadecimal: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self)
  }
  fileprivate var isHexadecimal: Bool { isSmallHexadecimal || (0x41...0x46).contains(self) }
}

/// Who a conversation of livechat is held with, as a browser: kept on it.
package struct Visitor: Record, Hashable {
  /// SHA-256 of the token, in lower-case hexadecimal.
  package var sha256 = ""
  /// The address of the page that they wrote from.
  package var page: String?

  package init() {}

  package init(sha256: String, page: String?) {
    self.sha256 = sha256
    self.page = page
  }

  package static let fields: Fields<Self> = [
    Field("sha256", \.sha256, required: true, en: "the token's hash", pt: "o hash do token"),
    Field("page", \.page, en: "the page that they wrote from", pt: "a página de onde escreveu"),
  ]
}
