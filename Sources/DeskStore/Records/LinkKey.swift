import DeskCore
import DeskSystem

/// The desk's own key, with which it signs the addresses of tickets' pages: 64 hexadecimal digits in
/// `link.key`, as readable as everything else in the store and to nobody besides. A desk made before
/// there was one gets it at its first use.
extension StoreReading {
  /// Nil where the desk has none yet.
  package func linkKey() throws -> [UInt8]? {
    guard let bytes = try files.bytes(Layout.linkKey) else { return nil }
    guard let key = LinkKey.read(bytes) else {
      throw StoreError.damaged(path: Layout.linkKey, .notAsWritten)
    }
    return key
  }
}

extension Transaction {
  /// The desk's key, made now where there is none.
  package func linkKeyMade() throws -> [UInt8] {
    if let known = try linkKey() { return known }
    let key = try randomBytes(TicketLinks.keySize)
    files.write(Layout.linkKey, LinkKey.text(of: key))
    return key
  }
}

/// The key as it lies in its file.
enum LinkKey {
  static func text(of key: [UInt8]) -> [UInt8] { Array(key.hexadecimal.utf8) + [newline] }

  static func read(_ bytes: [UInt8]) -> [UInt8]? {
    let digits = bytes.last == newline ? bytes.dropLast() : bytes[...]
    guard digits.count == 2 * TicketLinks.keySize else { return nil }
    var key: [UInt8] = []
    var rest = digits
    while rest.count >= 2 {
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      key.append(value)
      rest = rest.dropFirst(2)
    }
    return key
  }
}
