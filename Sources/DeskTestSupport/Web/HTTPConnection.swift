import Foundation
import Glibc

/// One connection of the server: a request, read whole, and what is answered.
struct HTTPConnection {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The request, or the answer to one; nil where the connection ended before it was whole.
  func read() -> LoopbackServer.Request? {
    var bytes: [UInt8] = []
    while true {
      if let request = Self.request(bytes) { return request }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  private static func request(_ bytes: [UInt8]) -> LoopbackServer.Request? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    let lines = head.components(separatedBy: "\r\n")
    let length =
      lines.first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
    let body = Array(bytes[end.upperBound...])
    guard body.count >= length else { return nil }
    return LoopbackServer.Request(line: lines[0], head: head, body: body)
  }

  func write(_ reply: LoopbackServer.Reply) {
    switch reply {
    case .json(let status, let body, let headers): send(Self.text(status, body, headers))
    case .page(let body, let headers): send(Self.text(200, body, headers, type: "text/html"))
    case .bytes(let text): send(text)
    case .slow(let status, let body):
      for byte in Self.text(status, body, []).utf8 {
        send(String(UnicodeScalar(byte)))
        usleep(500)
      }
    case .hang:
      var byte: UInt8 = 0
      while recv(descriptor, &byte, 1, 0) > 0 {}
    }
  }

  private static func text(
    _ status: Int, _ body: String, _ headers: [String], type: String = "application/json"
  ) -> String {
    let lines = [
      "HTTP/1.1 \(status) Some Reason", "Content-Type: \(type); charset=UTF-8",
      "Content-Length: \(body.utf8.count)", "Connection: close",
    ]
    return (lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  private func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
