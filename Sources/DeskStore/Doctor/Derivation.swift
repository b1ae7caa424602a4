import DeskCore

/// The indexes and the agenda as the records say that they should be.
struct Derivation {
  private let examination: Examination
  /// The schedules that count, by hour.
  private let hours: [String: [AgendaEntry]]

  init(_ examination: Examination) {
    self.examination = examination
    hours = examination.agendaByHour
  }

  /// A shard; nil where nothing leads through it.
  func shard(_ path: String) -> [UInt8]? {
    guard let entries = examination.shards[path], !entries.isEmpty else { return nil }
    return entries.sorted { ($0.id, $0.key) < ($1.id, $1.key) }.flatMap {
      StoredLine.encode(IndexLine(key: $0.key, id: $0.id, gone: false).json) + [newline]
    }
  }

  /// Both files of an hour: one holds all of it, the other is not there.
  func hour(_ hour: String) -> [String: [UInt8]?] {
    let entries = (hours[hour] ?? []).sorted {
      ($0.at, $0.conversation, $0.schedule) < ($1.at, $1.conversation, $1.schedule)
    }
    let bytes = entries.flatMap { StoredLine.encode($0.json) + [newline] }
    let isPending = entries.contains { $0.state == .pending }
    return [
      "agenda/" + hour: isPending ? bytes : nil,
      "agenda/done/" + hour: isPending || bytes.isEmpty ? nil : bytes,
    ]
  }

  /// Every file that is derived, those that should not be there as nil.
  func allFiles() -> [String: [UInt8]?] {
    var all: [String: [UInt8]?] = [:]
    var hours = Set(self.hours.keys)
    var shards = Set(examination.shards.keys)
    for (path, content) in examination.files {
      switch content {
      case .shard: shards.insert(path)
      case .hour(let hour, _): hours.insert(hour)
      case .fixed, .presence, .linkKey, .block, .messages, .log, .inbox, .statuses, .attachment,
        .kept:
        break
      }
    }
    for path in shards { all[path] = .some(shard(path)) }
    for hour in hours { all.merge(self.hour(hour)) { $1 } }
    return all
  }
}
