import DeskCore
import DeskSystem
import DeskTestSupport
import Synchronization
import Testing

@testable import DeskStore

/// Somebody else writes, and reads, at each call of a trial: between any two of its steps.
struct TogetherHarness {
  let trial: Trial
  private let fault: SeededFault?
  private let before: FolderImage
  private let calls: Int

  /// So many calls of each trial.
  private static let most = 12

  init(_ trial: Trial, fault: SeededFault? = nil) throws {
    self.trial = trial
    self.fault = fault
    let store = try TestStore()
    try trial.prepare(store)
    before = try store.image()
    let counting = FaultyKernel()
    try trial.act(store, counting.kernel)
    calls = counting.calls.count
  }

  func violations() throws -> (cases: Int, found: [String]) {
    let places = Exhaustion.some(Array(1...calls), atMost: Self.most)
    let found = try places.compactMap { place in
      try violation(at: place).map { "\(trial.name), another at \(place): \($0)" }
    }
    return (places.count, found)
  }

  /// What the other said: it is told that the lock is taken, or all that it did is done.
  private func violation(at place: Int) throws -> String? {
    let store = try TestStore(before)
    let path = store.path
    let now = store.now
    let said = Mutex<Result<Int, any Error>?>(nil)
    let count = Mutex(0)
    let kernel = Kernel { _, _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      if number == place {
        let answer = Result { try other(path, now) }
        said.withLock { $0 = answer }
      }
      return .proceed
    }
    do {
      try trial.act(store, fault?.over(kernel, path) ?? kernel)
    } catch {
      return "it failed: \(error)"
    }
    return try problem(store, said.withLock { $0 })
  }

  /// A whole transaction of somebody else, who does it wrong in the same way.
  private func other(_ path: String, _ now: Instant) throws -> Int {
    let kernel = fault?.over(Kernel(), path) ?? Kernel()
    let store = try Store(path, now: now, kernel: kernel, migrations: [Trial.migration])
    return try store.write(patience: 0) { transaction in
      let number = try transaction.nextNumber(.ticket)
      try transaction.apply([
        .ticket(Sample.ticket(number)), .event(Sample.event("other", transaction.now)),
      ])
      return number
    }.answer
  }

  private func problem(_ store: TestStore, _ said: Result<Int, any Error>?) throws -> String? {
    var number: Int?
    switch said {
    case .success(let done): number = done
    case .failure(StoreError.busy), nil: break
    case .failure(let error): return "the other failed: \(error)"
    }
    let opened = try Store(
      store.path, now: store.now, kernel: Kernel(), migrations: [Trial.migration])
    let damage = try opened.examine(patience: 0, .none).findings
    if !damage.isEmpty { return "damaged: \(damage)" }
    let isLogged = try opened.read(patience: 0) { reader in
      try reader.log(dayOf: store.now).contains { $0.what == "other" }
    }
    let isThere = try number.map { number in
      try opened.read(patience: 0) { try $0.find(Ticket.ID(number)) != nil }
    }
    return isLogged == (number != nil) && isThere ?? true ? nil : "the other's work is lost"
  }
}

struct TogetherTests {
  @Test(arguments: Trial.all)
  func `another writer at any call waits, or its work stands`(trial: Trial) throws {
    let (cases, found) = try TogetherHarness(trial).violations()
    try Exhaustion.count("store: another writer at any call", cases: cases, failures: found.count)
    #expect(found.prefix(3) == [])
  }
}
