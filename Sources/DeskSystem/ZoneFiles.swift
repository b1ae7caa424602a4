import Glibc

/// The system's zone data: compiled files below `TZDIR`, else below `/usr/share/zoneinfo`.
package struct ZoneFiles: Sendable {
  let folder: String
  let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
    folder = environment["TZDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/zoneinfo"
  }

  /// The bytes of a zone's file; nil where there is no such zone. A name never leaves the folder.
  package func read(_ name: String) throws -> [UInt8]? {
    guard ZoneFiles.isPlain(name) else { return nil }
    return try readOutside("\(folder)/\(name)", atMost: 1 << 20)
  }

  /// Whether the system has zone data at all; small containers often have none.
  package var isInstalled: Bool { access(folder, R_OK | X_OK) == 0 }

  /// The zone that this machine is set to, by name: `TZ`, the link `/etc/localtime`, then
  /// `/etc/timezone`; nil where none of them names one.
  package func machineZone() -> String? {
    if let zone = environment["TZ"].map({ $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }),
      ZoneFiles.isPlain(zone)
    {
      return zone
    }
    var target = [UInt8](repeating: 0, count: 1024)
    let count = target.withUnsafeMutableBytes {
      $0.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map { readlink("/etc/localtime", $0, buffer.count) } ?? 0
      }
    }
    let words = String(decoding: target.prefix(max(0, count)), as: UTF8.self).split(separator: "/")
    if let mark = words.lastIndex(of: "zoneinfo"), mark + 1 < words.count {
      return words[(mark + 1)...].joined(separator: "/")
    }
    guard let bytes = try? readOutside("/etc/timezone", atMost: 256) else { return nil }
    let name = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
    return ZoneFiles.isPlain(String(name)) ? String(name) : nil
  }

  private static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".."
        && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
    }
  }
}

/// A file of the system or of a person, followed through links and read whole; nil where there is
/// none. More than `limit` bytes are refused with `EFBIG`.
package func readOutside(_ path: String, atMost limit: Int, kernel: Kernel = Kernel()) throws
  -> [UInt8]?
{
  guard let file = try openOutside(path, kernel: kernel) else { return nil }
  var bytes: [UInt8] = []
  while true {
    let chunk = try file.read(upTo: 65_536)
    if chunk.isEmpty { return bytes }
    bytes += chunk
    if bytes.count > limit { throw SystemError(.read, path, EFBIG) }
  }
}

/// A file that is read from its start to its end.
package struct InputFile {
  let descriptor: Descriptor
  let path: String
  let kernel: Kernel

  /// The next bytes; empty at the end.
  package func read(upTo count: Int) throws -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        filled = try kernel.make(.read, path) { limit in
          Glibc.read(descriptor.number, buffer.baseAddress, min(limit, count))
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Standard input.
  package static var standard: InputFile {
    InputFile(descriptor: Descriptor(dup(0)), path: "standard input", kernel: Kernel())
  }
}

/// Opens a file outside the store to read it; nil where there is none.
package func openOutside(_ path: String, kernel: Kernel = Kernel()) throws -> InputFile? {
  let number = try kernel.make(.open, path, allowing: ENOENT, ENOTDIR) {
    open(path, O_RDONLY | O_CLOEXEC)
  }
  return number.map { InputFile(descriptor: Descriptor($0), path: path, kernel: kernel) }
}
