import DeskSystem

/// Something that is done again and again and timed. It is told the number of the run, so that no
/// run finds its work done.
struct Contender {
  let name: String
  /// How many things one run does: where contenders do different numbers of them, the time of one
  /// is compared.
  let units: Int
  /// Done before each run, and not timed.
  let prepare: (_ run: Int) throws -> Void
  let work: (_ run: Int) throws -> Void

  init(
    _ name: String, units: Int = 1, prepare: @escaping (Int) throws -> Void = { _ in },
    work: @escaping (Int) throws -> Void
  ) {
    self.name = name
    self.units = units
    self.prepare = prepare
    self.work = work
  }

  /// A program, from before its start to after its end.
  init(
    running name: String, units: Int = 1, prepare: @escaping (Int) throws -> Void = { _ in },
    program: @escaping (Int) throws -> Program
  ) {
    self.init(name, units: units, prepare: prepare) { run in
      let outcome = try program(run).run()
      guard outcome.status == 0 else { throw BenchError.failed(name, outcome.status) }
    }
  }

  /// The seconds that one thing of a run takes.
  func time(_ run: Int) throws -> Double {
    try prepare(run)
    let start = monotonicSeconds()
    try work(run)
    return (monotonicSeconds() - start) / Double(units)
  }
}

enum BenchError: Error {
  /// A contender, or what prepares them, ended with this status.
  case failed(String, Int32)
  /// `make bench` names the program in `DESKCTL_BINARY`.
  case noBinary
  /// The disk has not room enough for the large store.
  case noRoom(neededMegabytes: Int)
}
