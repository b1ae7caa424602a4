import Glibc

/// What a process knows of itself.
package enum ProcessFacts {
  /// The current folder, absolute.
  package static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  package static var number: Int { Int(getpid()) }

  /// The bits that new files are made without. It can only be read by setting it.
  package static var umask: UInt32 {
    let mask = Glibc.umask(0o077)
    _ = Glibc.umask(mask)
    return mask
  }

  /// The absolute path of the program that runs.
  package static var programPath: String {
    var path = [UInt8](repeating: 0, count: 4096)
    let count = path.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
      }
    }
    return count > 0 ? String(decoding: path.prefix(count), as: UTF8.self) : "deskctl"
  }
}

/// Ends the process.
package func exitProcess(_ status: Int32) -> Never { exit(status) }
