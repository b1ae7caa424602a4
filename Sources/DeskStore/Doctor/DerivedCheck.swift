import DeskCore

extension Examination {
  // MARK: Indexes

  mutating func checkIndexes() throws {
    let paths = Set(files.keys.filter { files[$0] == .shard }).union(shards.keys)
    for path in paths.sorted() {
      guard let found = try fold(path) else { continue }
      let expected = shards[path] ?? []
      for entry in inOrder(expected.subtracting(found)) {
        add(path, .indexMissing(record: entry.id))
      }
      for entry in inOrder(found.subtracting(expected)) {
        add(path, .indexSurplus(record: entry.id))
      }
    }
  }

  /// What a shard leads to; nil where a line of it cannot be read: it is made anew then, whatever
  /// else it says.
  private mutating func fold(_ path: String) throws -> Set<IndexKeyAndID>? {
    guard files[path] != nil else { return [] }
    var live: Set<IndexKeyAndID> = []
    var known: Set<Int> = []
    var isReadable = true
    for (place, bytes) in try lines(path).enumerated() {
      guard let line: IndexLine = decode(bytes, path, place + 1) else {
        isReadable = false
        continue
      }
      if known.insert(line.id).inserted, let kind = Index.kind(ofShard: path) {
        check([Reference(kind, line.id)], from: nil, path, place + 1)
      }
      let entry = IndexKeyAndID(key: line.key, id: line.id)
      if line.gone { live.remove(entry) } else { live.insert(entry) }
    }
    return isReadable ? live : nil
  }

  private func inOrder(_ entries: Set<IndexKeyAndID>) -> [IndexKeyAndID] {
    entries.sorted { ($0.id, $0.key) < ($1.id, $1.key) }
  }

  // MARK: Agenda

  mutating func checkAgenda() throws {
    let expected = agendaByHour
    var hours = Set(expected.keys)
    for case .hour(let hour, _) in files.values { hours.insert(hour) }
    for hour in hours.sorted() { try checkHour(hour, expected[hour] ?? []) }
  }

  private mutating func checkHour(_ hour: String, _ entries: [AgendaEntry]) throws {
    let expected = Dictionary(entries.map { ($0.subject, $0) }, uniquingKeysWith: { $1 })
    let pendingPath = "agenda/" + hour
    let done = try self.entries("agenda/done/" + hour)
    let pending = try self.entries(pendingPath)
    guard let done, let pending else { return }
    let isPending = expected.values.contains { $0.state == .pending }
    if files[pendingPath] != nil, !isPending,
      !pending.values.contains(where: { $0.state == .pending })
    {
      add(pendingPath, .unsettled)
    }
    let found = done.merging(pending) { $1 }.filter { $0.value.state != .cancelled }
    let path = files[pendingPath] != nil || isPending ? pendingPath : "agenda/done/" + hour
    let subjects = Set(found.keys).union(expected.keys)
    for subject in subjects.sorted(by: {
      ($0.kind.rawValue, $0.number) < ($1.kind.rawValue, $1.number)
    }) {
      switch (found[subject], expected[subject]) {
      case (nil, _): add(path, .agendaMissing(subject))
      case (_, nil): add(path, .agendaSurplus(subject))
      case (let found, let expected):
        // Tick looks at the hours that are pending, and at no others.
        let isOverlooked = expected?.state == .pending && pending[subject] == nil
        if found != expected || isOverlooked { add(path, .agendaWrong(subject)) }
      }
    }
  }

  /// The last line on each thing in an hour's file; nil where one cannot be read.
  private mutating func entries(_ path: String) throws -> [Reference: AgendaEntry]? {
    guard files[path] != nil else { return [:] }
    var entries: [Reference: AgendaEntry] = [:]
    var isReadable = true
    for (place, line) in try lines(path).enumerated() {
      guard let entry: AgendaEntry = decode(line, path, place + 1) else {
        isReadable = false
        continue
      }
      check([entry.subject], from: nil, path, place + 1)
      entries[entry.subject] = entry
    }
    return isReadable ? entries : nil
  }
}

extension Examination {
  /// What the schedules say of the agenda, by hours as paths have them after `agenda/`.
  var agendaByHour: [String: [AgendaEntry]] {
    Dictionary(
      uniqueKeysWithValues: agenda.map { (String(Layout.agenda($0.key).dropFirst(7)), $0.value) })
  }
}
