import DeskTestSupport
import JSON

/// What the processes of a soak said, and every contradiction in it. Time is a count of starts and
/// ends: what ended before another started is known to it.
struct SoakHistory {
  /// A process that has ended.
  struct Ended {
    let command: SoakCommand
    let start: Int
    let end: Int
    let answer: Binary.Answer

    var wasKilled: Bool { answer.status == 137 && command.killAfter != nil }
  }

  struct RecordName: Hashable {
    let noun: String
    let number: Int

    var text: String { "\(noun)/\(number)" }
  }

  /// What is known of a command that would make a record.
  enum Fate { case done, refused, unknown }

  var violations: [String] = []
  private(set) var makings: [(making: SoakCommand.Making, fate: Fate)] = []
  /// Every revision of every record, as whoever saw it first was told.
  private(set) var revisions: [RecordName: [Int: JSONValue]] = [:]
  /// The revision that a line of output shows: most lines were seen before.
  private var sightings: [String: (record: RecordName, revision: Int)] = [:]
  /// From when on which revision was known: of each record in order.
  private var known: [RecordName: [(end: Int, revision: Int)]] = [:]
  /// What ticks said that they fired.
  private(set) var fired: [Int: JSONValue] = [:]
  /// The highest number seen of each noun.
  private(set) var highest: [String: Int] = [:]
  var keys = SoakKeys()

  mutating func note(_ ended: Ended) {
    keys.note(ended)
    let isPartial = ended.command.makes.count > 1 && ended.answer.status == 6
    let fate: Fate =
      ended.wasKilled || isPartial ? .unknown : ended.answer.status == 0 ? .done : .refused
    makings += ended.command.makes.map { ($0, fate) }
    guard !ended.wasKilled else { return }
    if !ended.command.statuses.contains(ended.answer.status) { fail(ended, "undocumented status") }
    guard !ended.answer.output.isEmpty else { return }
    do {
      try read(ended)
    } catch {
      fail(ended, "its output is not what it should be: \(error)")
    }
  }

  private mutating func fail(_ ended: Ended, _ what: String) {
    violations.append(
      "\(what): \(ended.command.words.joined(separator: " ")): \(ended.answer.status) "
        + ended.answer.error.prefix(300))
  }

  // MARK: What was said

  private mutating func read(_ ended: Ended) throws {
    let noun = ended.command.words[0]
    var numbers: [Int] = []
    for line in ended.answer.output.split(separator: "\n") {
      if let name = sightings[String(line)] {
        numbers.append(name.record.number)
        checkAge(name.record, name.revision, ended)
        continue
      }
      guard ended.command.isJSON else { continue }
      let record = try JSONValue(parsing: String(line))
      for schedule in record["schedules"]?.array ?? [] { noteFired(schedule) }
      guard record["rev"] != nil else { continue }
      numbers.append(record.number ?? 0)
      sight(record, line, noun, ended)
    }
    if let noun = ended.command.isWholeList { checkWhole(noun, numbers, ended) }
  }

  private mutating func noteFired(_ schedule: JSONValue) {
    guard let number = schedule["id"]?.int else { return }
    if fired.updateValue(schedule, forKey: number) != nil {
      violations.append("schedule/\(number) was fired twice, as two ticks say")
    }
  }

  /// A revision of a record never changes.
  private mutating func sight(
    _ record: JSONValue, _ line: Substring, _ noun: String, _ ended: Ended
  ) {
    guard let number = record.number, let revision = record["rev"]?.int else {
      return fail(ended, "a record without a number or revision")
    }
    let name = RecordName(noun: noun, number: number)
    let record = record.alone
    let first = revisions[name, default: [:]][revision]
    if let first, first != record { fail(ended, "two revisions \(revision) of \(name.text)") }
    revisions[name, default: [:]][revision] = record
    sightings[String(line)] = (name, revision)
    highest[noun] = max(highest[noun, default: 0], number)
    checkAge(name, revision, ended)
  }

  /// An older revision is not shown once a newer one was.
  private mutating func checkAge(_ name: RecordName, _ revision: Int, _ ended: Ended) {
    let seen = known[name] ?? []
    let floor = seen.last { $0.end < ended.start }?.revision ?? 0
    if revision < floor { fail(ended, "\(name.text) went back from \(floor) to \(revision)") }
    if revision > seen.last?.revision ?? 0 {
      known[name, default: []].append((ended.end, revision))
    }
  }

  /// A list of all has each record that was known before it began, each once, in order.
  private mutating func checkWhole(_ noun: String, _ numbers: [Int], _ ended: Ended) {
    let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    if !isRising { fail(ended, "numbers do not rise") }
    let listed = Set(numbers)
    for (name, seen) in known where name.noun == noun && !listed.contains(name.number) {
      guard let first = seen.first, first.end < ended.start else { continue }
      fail(ended, "\(name.text) is gone")
    }
  }
}

extension JSONValue {
  /// A record's number, by whichever name it has.
  var number: Int? { self["id"]?.int ?? self["number"]?.int }

  /// Without what `show` adds of other records.
  fileprivate var alone: JSONValue {
    guard let object else { return self }
    let others = ["messages", "tickets", "conversations", "hasMore"]
    return JSONValue(JSONObject(uniqueMembers: object.filter { !others.contains($0.key) }))
  }
}
