/// A system call that goes wrong, as strace has it do so.
struct Fault: Sendable, CustomStringConvertible {
  let call: Tracer.Call
  /// By its name, `ENOSPC`.
  let error: String
  /// The call alone, or it and all of its name after it.
  let lasts: Bool

  var injection: String {
    "\(call.name):error=\(error):when=\(call.number)\(lasts ? "+" : "")"
  }

  var description: String { injection }

  /// The row that it counts in.
  var row: String { "program: \(error) \(lasts ? "from then on" : "once")" }

  /// What goes wrong with a call, by the second section of the manual. Closing, asking who one is
  /// and remembering the time go wrong for nobody.
  private static let errors: [String: [String]] = [
    "access": ["EIO"],
    "fchmod": ["EIO"],
    "fchown": ["EIO"],
    "fdatasync": ["EIO", "ENOSPC", "EINTR"],
    "flock": ["EINTR", "ENOLCK"],
    "fstatfs": ["EIO", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EINTR"],
    "ftruncate": ["EIO", "EINTR"],
    "getdents64": ["EIO"],
    "mkdirat": ["EIO", "ENOSPC"],
    "newfstatat": ["EIO"],
    "openat": ["EIO", "EMFILE", "EINTR"],
    "openat2": ["EIO", "EMFILE", "EINTR"],
    "pread64": ["EIO", "EINTR"],
    "pwrite64": ["EIO", "ENOSPC", "EINTR"],
    "read": ["EIO", "EINTR"],
    "renameat": ["EIO", "ENOSPC"],
    "syncfs": ["EIO", "ENOSPC"],
    "unlinkat": ["EIO"],
    "utimensat": ["EIO"],
    "wait4": ["EINTR"],
    "write": ["EIO", "ENOSPC", "EINTR"],
  ]

  /// All that may go wrong with the calls of a run.
  static func all(of calls: [Tracer.Call]) -> [Fault] {
    calls.flatMap { call in
      let names = (errors[call.name] ?? []) + (call.makesFile ? ["ENOSPC"] : [])
      return names.flatMap { name in
        // Room is not short for a call that only looks.
        [Fault(call: call, error: name, lasts: false)]
          + (call.makesFile && name == "ENOSPC"
            ? [] : [Fault(call: call, error: name, lasts: true)])
      }
    }
  }
}
