/// An HTTP answer with its headers before it, as a program writes it that was asked for both.
package struct HTTPAnswer: Sendable {
  /// 200, say.
  package let status: Int
  /// Their names in small letters.
  package let headers: [String: String]
  package let body: ArraySlice<UInt8>

  /// Reads one; nil where there is none. Answers that came on the way (100, a proxy's) are passed
  /// over.
  package init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    var last: (status: Int, headers: [String: String])?
    while rest.starts(with: "HTTP/".utf8), let (head, after) = Self.head(rest) {
      rest = after
      last = head
      // Of an answer that is the last one the body follows, whatever it begins with.
      if head.status >= 200, !rest.starts(with: "HTTP/".utf8) { break }
    }
    guard let last else { return nil }
    status = last.status
    headers = last.headers
    body = rest
  }

  private static func head(
    _ bytes: ArraySlice<UInt8>
  ) -> ((status: Int, headers: [String: String]), rest: ArraySlice<UInt8>)? {
    var rest = bytes
    guard let first = line(&rest), let status = status(first) else { return nil }
    var headers: [String: String] = [:]
    while let line = line(&rest), !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[colon...].dropFirst().drop { $0 == " " || $0 == "\t" }
      headers[line[..<colon].lowercased()] = String(value)
    }
    return ((status, headers), rest)
  }

  /// 404 of `HTTP/1.1 404 Not Found`.
  private static func status(_ line: String) -> Int? {
    let words = line.split(separator: " ")
    return words.count > 1 ? Int(words[1]) : nil
  }

  /// The next line without its end, taken off the front.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    var line = rest[..<end]
    if line.last == 0x0D { line.removeLast() }
    rest = rest[(end + 1)...]
    return String(decoding: line, as: UTF8.self)
  }
}
