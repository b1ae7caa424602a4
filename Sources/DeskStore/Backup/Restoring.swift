package import DeskCore
package import DeskSystem

/// Restores a backup into an empty place, and makes of it a desk that sends nothing by itself.
package struct Restoring {
  /// How it is to be.
  package struct Wishes {
    package var now: Instant
    package var actor: String
    /// What people are told of a desk on hold, by the time at which the backup was made.
    package var why: (Instant) -> String
    /// How many numbers of each kind are passed over; nil for what the lost time makes likely.
    package var gap: Int?
    package var allowsNetwork = false

    package init(now: Instant, actor: String, why: @escaping (Instant) -> String) {
      self.now = now
      self.actor = actor
      self.why = why
    }
  }

  /// What came of it.
  package struct Outcome {
    package let reading: BackupReading
    package let findings: [Finding]
    package let gaps: [NumberGap]
    /// Config was there before, the same.
    package let isConfigKept: Bool
    package let isOnHold: Bool
  }

  private let configPath: String
  private let dataPath: String
  private let wishes: Wishes
  private let kernel: Kernel

  /// Throws what would be refused whatever the backup holds, and touches nothing.
  package init(config: String, data: String, _ wishes: Wishes, kernel: Kernel) throws {
    configPath = config
    dataPath = data
    self.wishes = wishes
    self.kernel = kernel
    try RestorePlace.check(data, allowsNetwork: wishes.allowsNetwork, kernel: kernel)
  }

  /// Reads the backup to its end before anything in the place is a desk; what was unpacked of one
  /// that is refused is taken away.
  package func run(_ more: @escaping () throws -> [UInt8]) throws -> Outcome {
    var place: RestorePlace?
    do {
      let reading = try BackupReading(more) { format in
        let made = try RestorePlace(dataPath, ownership(format), kernel: kernel)
        place = made
        return made.folder
      }
      guard let place else { throw BackupError(nil, .noManifest) }
      return try complete(reading, place)
    } catch {
      try? place?.clear()
      throw error
    }
  }

  private func ownership(_ format: StoreFormat) -> Ownership {
    var ownership = format.group == nil ? Ownership.personal : .shared
    ownership.group = format.group.map { UInt32(clamping: $0) }
    return ownership
  }

  private func complete(_ reading: BackupReading, _ place: RestorePlace) throws -> Outcome {
    let findings = try Store.findings(in: place.folder)
    try Store.makeReserve(place.folder)
    let gaps = try settle(reading, place.folder)
    let isKept = try settleConfig(reading)
    let format = try format(reading, in: place.folder)
    try place.finish(format)
    return Outcome(
      reading: reading, findings: findings, gaps: gaps, isConfigKept: isKept,
      isOnHold: format.hold != nil)
  }

  /// Moves the counters on and tells the log, by no journal: nothing here is a store yet.
  private func settle(_ reading: BackupReading, _ folder: Folder) throws -> [NumberGap] {
    let files = WorkingSet(folder: folder)
    let transaction = Transaction(files: files, now: wishes.now)
    let lost = LostTime(
      madeAt: reading.format.madeAt, savedAt: reading.madeAt, now: wishes.now, asked: wishes.gap)
    let gaps = try RecordKind.allCases.map { kind in
      try lost.gap(kind, last: transaction.lastNumber(kind))
    }
    for gap in gaps { try gap.fill(files) }
    try transaction.apply([
      .event(
        Event(
          at: wishes.now, actor: wishes.actor, record: nil, what: "restored", rule: "S10",
          detail: [reading.madeAt.rfc3339]))
    ])
    _ = try files.mendTails(now: wishes.now)
    try Application(folder: folder).applyWithReserve(files.changes())
    return gaps
  }

  /// S10: a desk to play with is not put on hold; all others are.
  private func format(_ reading: BackupReading, in folder: Folder) throws -> StoreFormat {
    var format = reading.format
    format.home = try folder.facts(Layout.lock).map { Int($0.inode) }
    if !format.play {
      format.hold = Hold(since: wishes.now, why: wishes.why(reading.madeAt))
    }
    return format
  }

  /// Makes Config, or keeps one that is there and has each file of the backup's as that has it: a
  /// clone from git, or what a restoring left that was killed after it.
  private func settleConfig(_ reading: BackupReading) throws -> Bool {
    let files = reading.config
    let ground = try ConfigFolder.ground(configPath, kernel: kernel) { name, bytes in
      files.contains { $0.path == name && $0.bytes == bytes }
    }
    guard ground == .settled else {
      try ConfigFolder.make(
        configPath, files, group: ownership(reading.format).group, kernel: kernel)
      return false
    }
    let folder = try Folder(configPath, kernel: kernel)
    for file in files where try folder.read(file.path) != file.bytes {
      throw ConfigError.alreadyThere(folder: configPath, file: file.path)
    }
    return true
  }
}
