import Foundation
import Glibc
import Synchronization

/// A small HTTP server on the loopback that keeps what it was sent. Each connection has a thread of
/// its own: browsers open some that they never use. A class, because its socket goes with it.
package final class LoopbackServer: Sendable {
  /// What it does with one request.
  package enum Reply: Sendable {
    case json(Int, String, headers: [String] = [])
    case page(String, headers: [String] = [])
    /// These bytes, whatever they are, and then the end.
    case bytes(String)
    /// Nothing, until the other side gives up.
    case hang
    /// The same answer a byte at a time.
    case slow(Int, String)
  }

  /// A request as it came.
  package struct Request: Sendable {
    package let line: String
    /// With all headers, each on its line.
    package let head: String
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
    /// What stands between the verb and the version.
    package var target: String {
      line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    }
  }

  private let received = Mutex<[Request]>([])
  private let listener: Int32
  package let port: UInt16

  package var requests: [Request] { received.withLock { $0 } }

  package init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
    (listener, port) = try Self.listen()
    let listener = listener
    Thread.detachNewThread { [weak self] in
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Thread.detachNewThread { [weak self] in
          if let request = HTTPConnection(connection).read() {
            self?.received.withLock { $0.append(request) }
            HTTPConnection(connection).write(answer(request))
          }
          close(connection)
        }
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func listen() throws -> (Int32, UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && Glibc.listen(listener, 16) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard code else { throw POSIXError(.EADDRNOTAVAIL) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// A port of the loopback where nobody listens.
  package static func closedPort() throws -> UInt16 {
    let (listener, port) = try listen()
    close(listener)
    return port
  }
}
