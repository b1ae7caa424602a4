package import DeskSystem
import Synchronization

/// System calls that go wrong when a test wants them to: it counts those that are made on files,
/// and decides by their number.
package final class FaultyKernel: Sendable {
  /// What goes wrong. Calls are counted from 1.
  package enum Fault: Hashable, Sendable {
    case none
    /// The process is killed when it is about to make this call: neither it nor any later one
    /// reaches the disk.
    case kill(at: Int)
    /// The same, but of this call, a write, the first so many bytes still reach the disk.
    case tornKill(at: Int, bytes: Int)
    /// This call fails, with an `errno`.
    case error(Int32, at: Int)
    /// This call and all after it fail.
    case errors(Int32, from: Int)
    /// No read or write handles more than so many bytes at once.
    case short(bytes: Int)
  }

  private let fault: Fault
  private let made = Mutex<[Call]>([])
  private let count = Mutex(0)

  /// A call that was asked for, and the path that it is about.
  package struct Call: Hashable, Sendable {
    package let kind: SystemCall
    package let path: String

    package init(kind: SystemCall, path: String) {
      self.kind = kind
      self.path = path
    }
  }

  package init(_ fault: Fault = .none) { self.fault = fault }

  /// The seam, to be given to a store.
  package var kernel: Kernel {
    Kernel { [self] call, path in judge(Call(kind: call, path: path)) }
  }

  /// The calls that were asked for so far, in order; where nothing is to go wrong.
  package var calls: [Call] { made.withLock { $0 } }

  private func judge(_ call: Call) -> Verdict {
    if fault == .none { made.withLock { $0.append(call) } }
    let number = count.withLock { count in
      count += 1
      return count
    }
    switch fault {
    case .none: return .proceed
    case .kill(let place): return number >= place ? .fail(killed) : .proceed
    case .tornKill(let place, let bytes):
      return number > place ? .fail(killed) : number == place ? .short(bytes) : .proceed
    case .error(let code, let place): return number == place ? .fail(code) : .proceed
    case .errors(let code, let place): return number >= place ? .fail(code) : .proceed
    case .short(let bytes): return .short(bytes)
    }
  }
}

/// What a call fails with that a killed process would never have made (`EIO`).
private let killed: Int32 = 5
