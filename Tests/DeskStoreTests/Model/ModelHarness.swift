import DeskCore
import DeskSystem
import DeskTestSupport

@testable import DeskStore

/// Cuts the power at every point of two transactions, one after the other, in every state in which
/// a disk may be left, and looks at what the next command makes of it.
struct ModelHarness {
  let trial: Trial
  /// What the program does wrong, in tests of this test.
  private let fault: SeededFault?
  private let start: FolderImage
  private let operations: [DiskOperation]
  /// So many of them are the first transaction's.
  private let first: Int
  /// What is stored before, after the first, after the second.
  private let expected: [[String: FolderImage.Entry]]

  /// How many states were tried, and what was wrong with some.
  struct Result {
    var cases = 0
    var violations: [String] = []
  }

  init(_ trial: Trial, fault: SeededFault? = nil) throws {
    self.trial = trial
    self.fault = fault
    let store = try TestStore()
    try trial.prepare(store)
    start = try store.image()
    let recorder = DiskRecorder(store.path, start)
    let kernel = fault?.over(recorder.kernel, store.path) ?? recorder.kernel
    try trial.act(store, kernel)
    first = recorder.operations.count
    let between = try store.image().content
    try Trial.another.act(store, kernel)
    operations = recorder.operations
    expected = [start.content, between, try store.image().content]
  }

  /// Tries the states of each point: those of the first transaction, and those of the second.
  func run(limit: Int) throws -> [Result] {
    var results = [Result(), Result()]
    try forEachState(limit: limit) { point, image in
      let place = point <= first ? 0 : 1
      results[place].cases += 1
      if let problem = try problem(image, at: point) {
        results[place].violations.append("\(trial.name), cut after \(point): \(problem)")
      }
    }
    return results
  }

  /// The first thing that is wrong; nil where nothing is.
  func firstViolation(limit: Int) throws -> String? {
    var found: String?
    try forEachState(limit: limit) { point, image in
      if found == nil { found = try problem(image, at: point) }
    }
    return found
  }

  /// Cuts the power of the recovery too, from so many of those states, spread evenly.
  func runRecoveries(from count: Int, limit: Int) throws -> Result {
    var states: [FolderImage] = []
    try forEachState(limit: limit) { _, image in if !isClear(image) { states.append(image) } }
    var result = Result()
    for place in Set((0..<count).map { $0 * states.count / count }) where place < states.count {
      let more = try RecoveryCuts(states[place]).run(limit: limit)
      result.cases += more.cases
      result.violations += more.violations.map { "\(trial.name), \($0)" }
    }
    return result
  }

  private func forEachState(limit: Int, _ body: (Int, FolderImage) throws -> Void) throws {
    var disk = ModelDisk(start)
    var seen: [Int: Set<String>] = [:]
    for point in 0...operations.count {
      if point > 0 { disk.apply(operations[point - 1]) }
      try CrashStates(disk, limit: limit).forEach(
        &seen[acknowledged(at: point), default: []], seed: UInt64(point)
      ) { try body(point, $0) }
    }
  }

  /// How many transactions were said to be done. The first is from the moment its last operation
  /// ended, and in the middle of the second as well.
  private func acknowledged(at point: Int) -> Int {
    point == operations.count ? 2 : point >= first ? 1 : 0
  }

  private func problem(_ image: FolderImage, at point: Int) throws -> String? {
    let acknowledged = acknowledged(at: point)
    if [first, operations.count].contains(point), !isClear(image) {
      return "the journal is not durably empty"
    }
    let store = try TestStore(image)
    do {
      try Self.recover(store)
    } catch {
      return "recovery: \(error)"
    }
    let left = try store.image().content
    let allowed = expected[acknowledged...min(acknowledged + 1, 2)]
    guard allowed.contains(left) else {
      return acknowledged == 0 || !expected[..<acknowledged].contains(left)
        ? "neither as before nor as after: \(differences(left, from: expected[acknowledged]))"
        : "said to be done, and is not"
    }
    let damage = try Self.open(store).examine(patience: 0, .none).findings.filter {
      $0.severity == .damage
    }
    return damage.isEmpty ? nil : "damaged: \(damage)"
  }

  /// An emptied journal that comes back undoes what was changed since by hand, or is taken for
  /// somebody else's change: once a command is done, nothing of it may be left to be carried out.
  private func isClear(_ image: FolderImage) -> Bool { image.entries[Layout.journal]?.bytes == [] }

  static func recover(_ store: TestStore, _ kernel: Kernel = Kernel()) throws {
    let opened = try open(store, kernel)
    let lock = try opened.take(Layout.lock, .exclusive, 0)
    defer { withExtendedLifetime(lock) {} }
    try Recovery(folder: opened.folder, now: store.now).run()
  }

  private static func open(_ store: TestStore, _ kernel: Kernel = Kernel()) throws -> Store {
    try Store(store.path, now: store.now, kernel: kernel, migrations: [Trial.migration])
  }

  private func differences(
    _ left: [String: FolderImage.Entry], from right: [String: FolderImage.Entry]
  ) -> String {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
      .joined(separator: ", ")
  }
}
