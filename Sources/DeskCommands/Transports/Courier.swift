import DeskCore
import DeskSystem

/// A program that is started to carry one message away, and how it ended.
struct Courier {
  private let program: Program

  /// Of what it says no more is kept.
  private static let longestOutput = 1 << 20

  /// What reasons call it.
  private let name: String

  init(
    _ path: String, _ arguments: [String], as name: String, input: [UInt8], seconds: Int,
    _ desk: Desk
  ) {
    self.name = name
    var program = Program(path, arguments, environment: desk.surroundings.childEnvironment)
    program.input = input
    program.limit = Double(seconds)
    program.collectsErrors = true
    program.longestOutput = Self.longestOutput
    self.program = program
  }

  /// Where nobody knows how it went, or nothing was begun, that is the answer already.
  enum Ending {
    case ended(status: Int32, output: [UInt8], errors: String)
    case answer(DeliveryAnswer)
  }

  /// Runs it to its end.
  func run() -> Ending {
    do {
      let outcome = try program.run()
      if outcome.wasStopped { return .answer(.unknown(reason: "\(name) timeout")) }
      // A shell says 128 and more where what it started was ended by a signal.
      if outcome.status >= 128 {
        return .answer(.unknown(reason: "\(name) signal \(outcome.status - 128)"))
      }
      return .ended(
        status: outcome.status, output: outcome.output, errors: Self.firstLine(outcome.errors))
    } catch let error as SpawnError where !error.hasStarted {
      return .answer(.notTaken(reason: "\(name): \(error.reason)", holding: .outage))
    } catch is SystemError {
      // There is no pipe to start it with.
      return .answer(.notTaken(reason: "\(name) not started", holding: .outage))
    } catch {
      return .answer(.unknown(reason: "\(name) not seen to end"))
    }
  }

  /// Its exit status, and what it says about it.
  func reason(_ status: Int32, _ errors: String) -> String {
    "\(name) \(status)" + (errors.isEmpty ? "" : ": \(errors)")
  }

  /// Enough to tell what went wrong.
  private static func firstLine(_ bytes: [UInt8]) -> String {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(300)
    return String(decoding: line, as: UTF8.self).filter { !$0.isNewline }
  }
}
