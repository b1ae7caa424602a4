/// A record of a pax header: `LENGTH KEY=VALUE` and a line end, where the length counts all of it.
struct PaxRecord: Hashable {
  let key: String
  let value: String

  init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  var bytes: [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count
    // The length's own digits are part of it.
    while String(length).utf8.count + rest.utf8.count != length {
      length = String(length).utf8.count + rest.utf8.count
    }
    return Array("\(length)\(rest)".utf8)
  }

  /// All records of a header; nil where one is not whole.
  static func all(in bytes: [UInt8]) -> [PaxRecord]? {
    var records: [PaxRecord] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.prefix(20).firstIndex(of: UInt8(ascii: " ")),
        let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
        length > space - rest.startIndex + 1, length <= rest.count,
        let text = String(
          validating: rest[(space + 1)..<(rest.startIndex + length)], as: UTF8.self),
        text.hasSuffix("\n"), let equals = text.firstIndex(of: "=")
      else { return nil }
      records.append(
        PaxRecord(
          String(text[..<equals]), String(text[text.index(after: equals)...].dropLast())))
      rest = rest.dropFirst(length)
    }
    return records
  }
}
