import CSystem
import Glibc

/// Where the program's idea of now comes from: one closure, so that a test's clock stands still.
package struct Clock: Sendable {
  /// Whole seconds since 1970.
  package let now: @Sendable () -> Int

  package init(now: @escaping @Sendable () -> Int) { self.now = now }

  /// The machine's clock.
  package static let system = Clock { time(nil) }
}

/// Seconds of a clock that is never set back, for measuring patience.
package func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Sleeps; a signal may end it early.
package func rest(seconds: Double) {
  let whole = Int(seconds)
  var span = timespec(tv_sec: whole, tv_nsec: Int((seconds - Double(whole)) * 1e9))
  nanosleep(&span, nil)
}

/// `count` bytes of the kernel's randomness.
package func randomBytes(_ count: Int) throws -> [UInt8] {
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    filled = max(0, csystem_random(buffer.baseAddress, count))
  }
  guard bytes.count == count else { throw SystemError(.read, "getrandom", errno) }
  return bytes
}
