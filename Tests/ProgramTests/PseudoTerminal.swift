import Glibc

/// A terminal that this process sits at the other end of. A class, because it owns the descriptor.
final class PseudoTerminal {
  private let master: Int32
  let path: String
  private var seen: [UInt8] = []

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &lock) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw Missing() }
    path = "/dev/pts/\(number)"
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit { close(master) }

  /// TIOCSPTLCK and TIOCGPTN, which Swift's Glibc does not show.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  struct Missing: Error {}

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Everything that was shown so far.
  func read() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = Glibc.read(master, &buffer, buffer.count), count > 0 {
      seen += buffer[..<count]
    }
    return String(decoding: seen, as: UTF8.self)
  }
}
