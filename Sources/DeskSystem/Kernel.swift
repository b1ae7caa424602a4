import Glibc

/// What is to become of one system call, as a test decides it.
package enum Verdict: Sendable {
  case proceed
  /// The call is not made and fails with this `errno`.
  case fail(Int32)
  /// At most so many bytes of a read or a write are read or written, and one at least.
  case short(Int)
  /// The call is not made, and the program is told that it was: of calls that answer nothing.
  case pretend
}

/// The one place where system calls on files are made, and the seam at which tests make them fail.
///
/// A test that plays a kill answers `fail` to the chosen call and to every one after it: nothing
/// that the program does on its way out reaches the disk then, as after a real one.
package struct Kernel: Sendable {
  /// Asked before each call with its kind and path; nil outside tests.
  package var judge: (@Sendable (SystemCall, String) -> Verdict)?

  package init(judge: (@Sendable (SystemCall, String) -> Verdict)? = nil) {
    self.judge = judge
  }

  /// How often a call that a signal interrupted is begun again before that counts as its failure.
  static let interruptions = 100

  /// Makes a call that answers -1 and sets `errno` where it fails.
  @discardableResult
  func make<Result: SignedInteger>(
    _ call: SystemCall, _ path: String, _ body: (_ limit: Int) -> Result
  ) throws(SystemError) -> Result {
    for _ in 0..<Self.interruptions {
      var limit = Int.max
      switch judge?(call, path) ?? .proceed {
      case .proceed: break
      case .short(let count): limit = max(1, count)
      case .pretend: return 0
      case .fail(EINTR): continue
      case .fail(let code): throw SystemError(call, path, code)
      }
      let result = body(limit)
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(call, path, errno) }
    }
    throw SystemError(call, path, EINTR)
  }

  /// Makes a call of which some failures are an answer: nil where it fails with one of `codes`.
  @discardableResult
  func make<Result: SignedInteger>(
    _ call: SystemCall, _ path: String, allowing codes: Int32..., body: () -> Result
  ) throws(SystemError) -> Result? {
    do {
      return try make(call, path) { _ in body() }
    } catch {
      if codes.contains(error.code) { return nil }
      throw error
    }
  }
}
