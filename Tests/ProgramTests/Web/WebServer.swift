import DeskTestSupport
import Foundation
import Glibc
import Testing

/// A web server, run with the project's own sample for it, before a desk. A class, because the server
/// ends with it.
final class WebServer {
  private let programs: [Binary.Started]
  private let curl: String
  let port: UInt16
  var url: String { "http://127.0.0.1:\(port)" }

  /// Starts it for a desk, as the Unix user that is named, else as who runs the tests.
  init(_ desk: BinaryDesk, _ kind: Kind, curl: String, as user: String? = nil) throws {
    self.curl = curl
    port = try Self.freePort()
    let root = desk.root
    for folder in ["Samples/web", ".build/site", "bin"] {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    try "<p>site</p>\n".write(
      toFile: root + "/.build/site/index.html", atomically: false, encoding: .utf8)
    try Binary.copy(ProjectFile.root + "/Samples/web/chat.cgi", to: root + "/Samples/web/chat.cgi")
    try Binary.copy(Binary.built.path, to: root + "/bin/deskctl")
    let user = user.map { ["/usr/sbin/runuser", "-u", $0, "--"] } ?? []
    var environment = desk.environment
    environment["PWD"] = root
    environment["PATH"] = root + "/bin:/usr/bin:/bin"
    programs = try kind.configured(in: root, port: port).map {
      try Binary.start(user + $0, environment: environment, folder: root)
    }
    try waitUntilReady()
  }

  deinit {
    for program in programs {
      kill(program.process, SIGTERM)
      _ = try? program.wait()
    }
  }

  private func waitUntilReady() throws {
    while try Binary.run([curl, "-s", "-o", "/dev/null", url + "/"]).status != 0 {
      for program in programs where program.hasEnded {
        throw NotStarted(said: try program.wait().error)
      }
      usleep(20_000)
    }
  }

  /// The server ended before it answered.
  struct NotStarted: Error {
    let said: String
  }

  /// An address of the loopback that nobody uses.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) + getsockname(descriptor, pointer, &length)
      }
    }
    guard code == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    return UInt16(bigEndian: address.sin_port)
  }

  /// What came back: `200` and the body.
  struct Answer: Hashable {
    let status: String
    let body: String
  }

  /// Asks by curl; `more` are its words.
  func ask(_ path: String, _ more: String...) throws -> Answer {
    let answer = try Binary.run([curl, "-s", "-w", "\n%{http_code}", url + path] + more)
    let end = answer.output.lastIndex(of: "\n") ?? answer.output.startIndex
    return Answer(
      status: String(answer.output[end...].dropFirst()), body: String(answer.output[..<end]))
  }

  /// Asks as a page of the same site does.
  func post(_ path: String, _ body: String, origin: String? = nil) throws -> Answer {
    try ask(
      path, "-H", "Content-Type: application/json", "-H", "Origin: \(origin ?? url)",
      "--data-binary", body)
  }
}
