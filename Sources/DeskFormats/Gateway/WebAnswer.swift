package import JSON

/// What a CGI program answers (RFC 3875, section 6.2): a status, headers, a body.
package struct WebAnswer: Sendable {
  package var status: WebStatus
  package private(set) var headers: [(name: String, value: String)] = []
  package var body: [UInt8]

  package init(_ status: WebStatus, body: [UInt8] = []) {
    self.status = status
    self.body = body
    set("Cache-Control", "no-store")
    set("X-Content-Type-Options", "nosniff")
  }

  /// A header of our own making: what could begin another line is left out.
  package mutating func set(_ name: String, _ value: String) {
    headers.removeAll { $0.name == name }
    let safe = value.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }
    headers.append((name, String(String.UnicodeScalarView(safe))))
  }

  package static func json(_ value: JSONValue, _ status: WebStatus = .ok) -> WebAnswer {
    var answer = WebAnswer(status, body: Array(value.text().utf8) + [UInt8(ascii: "\n")])
    answer.set("Content-Type", "application/json; charset=utf-8")
    return answer
  }

  /// A text that is given back as it came; a browser must not take it for a page.
  package static func text(_ text: String) -> WebAnswer {
    var answer = WebAnswer(.ok, body: Array(text.utf8))
    answer.set("Content-Type", "text/plain; charset=utf-8")
    return answer
  }

  package static func refusal(_ refusal: WebRefusal) -> WebAnswer {
    var answer = json(["error": JSONValue(refusal.rawValue)], refusal.status)
    if let seconds = refusal.retryAfter { answer.set("Retry-After", String(seconds)) }
    return answer
  }

  /// The bytes that the web server reads. To HEAD goes all but the body.
  package func bytes(withBody: Bool = true) -> [UInt8] {
    var text = "Status: \(status.rawValue) \(status.phrase)\n"
    for header in headers { text += "\(header.name): \(header.value)\n" }
    return Array((text + "\n").utf8) + (withBody ? body : [])
  }
}
