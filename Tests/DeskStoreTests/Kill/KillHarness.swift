import DeskCore
import DeskSystem
import DeskTestSupport

@testable import DeskStore

/// Disturbs a trial, then looks at what is left with a system that works again.
struct KillHarness {
  let trial: Trial
  let before: FolderImage
  let after: FolderImage
  /// The calls that the trial makes undisturbed.
  let calls: [FaultyKernel.Call]
  /// What the program does wrong, in tests of this test.
  private let fault: SeededFault?

  init(_ trial: Trial, fault: SeededFault? = nil) throws {
    self.trial = trial
    self.fault = fault
    let store = try TestStore()
    try trial.prepare(store)
    before = try store.image()
    let counting = FaultyKernel()
    try trial.act(store, fault?.over(counting.kernel, store.path) ?? counting.kernel)
    calls = counting.calls
    after = try store.image()
  }

  /// What disturbing it once led to: nil where all is as it was promised, else what is wrong.
  func violation(_ fault: FaultyKernel.Fault) throws -> String? {
    let store = try TestStore(before)
    let said = disturb(store, fault)
    let problem = try check(store, said: said)
    return problem.map { "\(trial.name), \(fault), \(said): \($0)" }
  }

  /// The same for a recovery that is disturbed: `first` strikes the transaction, `second` the
  /// command after it. Nil where the first leaves nothing to recover, too.
  func violations(_ first: FaultyKernel.Fault, every step: Int) throws -> (cases: Int, [String]) {
    let store = try TestStore(before)
    let said = disturb(store, first)
    let left = try store.image()
    guard left.entries["journal"]?.bytes != [] else { return (0, []) }
    let counting = FaultyKernel()
    try recover(TestStore(left), counting.kernel)
    var found: [String] = []
    var cases = 0
    for place in stride(from: 1, through: counting.calls.count, by: step) {
      let again = try TestStore(left)
      try? recover(again, FaultyKernel(.kill(at: place)).kernel)
      cases += 1
      if let problem = try check(again, said: said) {
        found.append("\(trial.name), \(first), then killed at \(place): \(problem)")
      }
    }
    return (cases, found)
  }

  // MARK: Steps

  /// What the command said of itself.
  enum Said: Hashable {
    case done
    case failed
    case nothing
  }

  private func disturb(_ store: TestStore, _ fault: FaultyKernel.Fault) -> Said {
    let faulty = FaultyKernel(fault)
    do {
      try trial.act(store, self.fault?.over(faulty.kernel, store.path) ?? faulty.kernel)
      return .done
    } catch StoreError.uncertain {
      return .nothing
    } catch {
      switch fault {
      case .kill, .tornKill: return .nothing
      case .none, .error, .errors, .short: return trial.isAskedFor ? .failed : .nothing
      }
    }
  }

  /// The next command, whichever it is: it opens the store, and reads.
  private func recover(_ store: TestStore, _ kernel: Kernel = Kernel()) throws {
    let opened = try open(store, kernel)
    let lock = try opened.take(Layout.lock, .exclusive, 0)
    defer { withExtendedLifetime(lock) {} }
    try Recovery(folder: opened.folder, now: store.now).run()
  }

  private func open(_ store: TestStore, _ kernel: Kernel = Kernel()) throws -> Store {
    try Store(store.path, now: store.now, kernel: kernel, migrations: [Trial.migration])
  }

  private func check(_ store: TestStore, said: Said) throws -> String? {
    do {
      try recover(store)
    } catch {
      return "recovery: \(error)"
    }
    let left = try store.image().content
    let isBefore = left == before.content
    let isAfter = left == after.content
    guard isBefore || isAfter else { return "neither as before nor as after: \(differences(left))" }
    if said == .done && !isAfter { return "said to be done, and is not" }
    if said == .failed && !isBefore { return "said to have failed, and is done" }
    let damage = try open(store).examine(patience: 0, .none).findings.filter {
      $0.severity == .damage
    }
    if !damage.isEmpty { return "damaged: \(damage)" }
    if isBefore { try trial.act(store, Kernel()) }
    if try store.image().content != after.content { return "done again it ends differently" }
    try store.write { try $0.apply([.event(Sample.event("noted", $0.now))]) }
    return nil
  }

  private func differences(_ left: [String: FolderImage.Entry]) -> String {
    let expected = after.content
    let paths = Set(left.keys).union(expected.keys).filter { left[$0] != expected[$0] }
    return paths.sorted().joined(separator: ", ")
  }
}
