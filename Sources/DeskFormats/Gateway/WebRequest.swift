/// A request as a web server hands it to a CGI program (CGI/1.1, RFC 3875): what the environment says
/// of it. Its body waits on standard input, and has `contentLength` bytes and no more.
package struct WebRequest: Sendable {
  package let method: WebMethod?
  /// Behind the gateway's own address, with its percent signs undone: `/say`.
  package let path: String
  package let query: QueryString
  /// In small letters and without parameters: `application/json`.
  package let contentType: String?
  package let contentLength: Int
  /// The site whose page asks; nil where the browser names none.
  package let origin: String?
  /// The name under which this server was called.
  package let host: String?
  /// What the browser says of who asks: `same-origin`, `cross-site`.
  package let fetchSite: String?
  /// What WhatsApp signs its bodies with.
  package let signature: String?

  package init(environment: [String: String]) throws(WebRefusal) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    method = value("REQUEST_METHOD").flatMap(WebMethod.init)
    path = value("PATH_INFO") ?? "/"
    query = QueryString(value("QUERY_STRING") ?? "")
    contentType = value("CONTENT_TYPE").map(Self.essence)
    contentLength = try Self.length(value("CONTENT_LENGTH"))
    origin = value("HTTP_ORIGIN")
    host = value("HTTP_HOST")
    fetchSite = value("HTTP_SEC_FETCH_SITE")
    signature = value("HTTP_X_HUB_SIGNATURE_256")
  }

  private static func essence(_ type: String) -> String {
    type.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
  }

  private static func length(_ text: String?) throws(WebRefusal) -> Int {
    guard let text else { return 0 }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count <= 18,
      let length = Int(text)
    else { throw .badRequest }
    return length
  }
}

/// The methods that the gateway knows; what it does not, it refuses.
package enum WebMethod: String, Sendable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case options = "OPTIONS"
}

/// The part of an address behind its question mark.
package struct QueryString: Sendable {
  private let pairs: [(name: String, value: String)]

  package init(_ text: String) {
    pairs = text.split(separator: "&").map { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : "")
    }
  }

  /// The first value of a name.
  package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
