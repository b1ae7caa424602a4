import DeskCore
import DeskSystem

extension Store {
  /// What is done about what is found.
  package enum Treatment: Sendable {
    case none
    /// What can be mended without losing a byte is.
    case repair
    /// All indexes and the agenda are made anew from the records.
    case rebuild
  }

  /// What a doctor has to say.
  package struct Diagnosis: Sendable {
    /// What is wrong, and still is.
    package let findings: [Finding]
    /// What was wrong, and was mended.
    package let mended: [Finding]
    /// A transaction that a crash had interrupted was completed first.
    package let hasRecovered: Bool
    /// Files of indexes and agenda that were made anew.
    package let rebuilt: Int
  }

  /// Reads everything under the exclusive lock, and finds each kind of damage.
  package func examine(patience: Double, _ treatment: Treatment) throws -> Diagnosis {
    let (lock, isNew) = try lockToExamine(patience, mayMake: treatment != .none)
    defer { withExtendedLifetime(lock) {} }
    let (hasRecovered, foreign) = try recover()
    try settleFormat()
    let first = try Examination(of: folder)
    var rebuilt = 0
    var last = first
    switch treatment {
    case .none: break
    case .repair: last = try repair(first)
    case .rebuild:
      var mending = Mending(first, now: now)
      rebuilt = try mending.rebuild()
      last = try Examination(of: folder)
    }
    let left = Set(last.findings)
    return Diagnosis(
      findings: foreign + last.findings,
      mended: (isNew ? [Finding(Layout.lock, .missing)] : [])
        + first.findings.filter { $0.isMendable && !left.contains($0) },
      hasRecovered: hasRecovered, rebuilt: rebuilt)
  }

  /// Mends until nothing more can be: what is derived follows when the records are whole.
  private func repair(_ first: Examination) throws -> Examination {
    var examination = first
    for _ in 0..<8 where examination.findings.contains(where: \.isMendable) {
      var mending = Mending(examination, now: now)
      try mending.run()
      let next = try Examination(of: folder)
      if next.findings == examination.findings { break }
      examination = next
    }
    return examination
  }

  /// The store's lock; where that file is gone, nobody else can take it either, and the folder
  /// itself is locked; the file is made again where that is allowed.
  private func lockToExamine(
    _ patience: Double, mayMake: Bool
  ) throws -> (lock: FileLock, isNew: Bool) {
    if try folder.facts(Layout.lock) != nil {
      return (try take(Layout.lock, .exclusive, patience), false)
    }
    let lock = try take(".", .exclusive, patience)
    guard mayMake else { return (lock, false) }
    let file = try folder.create(Layout.lock)
    try folder.sync(file, Layout.lock)
    return (try take(Layout.lock, .exclusive, patience), true)
  }

  private func recover() throws -> (hasRecovered: Bool, [Finding]) {
    guard try folder.facts(Layout.journal) != nil else { return (false, []) }
    do {
      return (try Recovery(folder: folder, now: now).run(), [])
    } catch StoreError.changedByOthers(let paths, let kept) {
      return (true, paths.map { Finding($0, .changedByOthers(keptIn: kept)) })
    }
  }
}
