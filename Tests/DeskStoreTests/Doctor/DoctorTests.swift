import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

struct DoctorTests {
  @Test func `a sound store has no findings`() throws {
    let store = try Damage.store()
    let diagnosis = try store.open().examine(patience: 0, .none)
    #expect(diagnosis.findings == [])
    #expect(!diagnosis.hasRecovered)
    #expect(try store.open().examine(patience: 0, .rebuild).rebuilt == 0)
  }

  @Test func `an empty store has none either`() throws {
    let store = try TestStore()
    #expect(try store.open().examine(patience: 0, .none).findings == [])
  }

  @Test(arguments: Damage.all)
  func `it names the damage, and changes nothing`(damage: Damage) throws {
    let store = try Damage.store()
    try damage.inflict(store)
    let found = try store.open().examine(patience: 0, .none).findings
    for finding in damage.findings { #expect(found.contains(finding), "\(found)") }
    #expect(
      found.contains { $0.severity == .damage }
        == damage.findings.contains { $0.severity == .damage })
    let again = try store.open().examine(patience: 0, .none).findings
    #expect(again == found)
  }

  @Test(arguments: Damage.all)
  func `it mends what can be mended, and leaves the rest`(damage: Damage) throws {
    let store = try Damage.store()
    try damage.inflict(store)
    let diagnosis = try store.open().examine(patience: 0, .repair)
    if damage.isMended {
      #expect(diagnosis.findings == [])
      #expect(!diagnosis.mended.isEmpty)
      #expect(try store.open().examine(patience: 0, .none).findings == [])
      try store.write { try $0.apply([.ticket(Sample.ticket(try $0.nextNumber(.ticket)))]) }
      try store.read { try $0.forEach(Contact.self) { _ in } }
    } else {
      for finding in damage.findings { #expect(diagnosis.findings.contains(finding)) }
    }
  }

  @Test(arguments: Damage.all)
  func `no byte that it takes out is lost`(damage: Damage) throws {
    let store = try Damage.store()
    try damage.inflict(store)
    let before = try linesAnywhere(store)
    _ = try store.open().examine(patience: 0, .repair)
    let lost = try before.subtracting(linesAnywhere(store))
    #expect(lost == [])
  }

  /// Every line of every file, quarantine included; what is derived from records can be made again.
  private func linesAnywhere(_ store: TestStore) throws -> Set<[UInt8]> {
    var lines: Set<[UInt8]> = []
    let folder = try Folder(store.path)
    func collect(_ path: String) throws {
      for name in try folder.names(in: path) ?? [] {
        let below = path == "." ? name : "\(path)/\(name)"
        guard let facts = try folder.facts(below) else { continue }
        if facts.kind == "folder" { try collect(below) }
        if facts.kind == "file", facts.links == 1, name != Layout.reserve,
          let bytes = try folder.read(below)
        {
          lines.formUnion(splitLines(bytes).map { Array($0) })
        }
      }
    }
    try collect(".")
    return lines
  }

  @Test func `a number whose record was lost is never given again`() throws {
    let store = try Damage.store()
    store.flip("tickets/0000.jsonl", line: 3)
    _ = try store.open().examine(patience: 0, .repair)
    let next = try store.read { try $0.lastNumber(.ticket) }
    #expect(next == 3)
    #expect(try store.read { try $0.find(Ticket.ID(3)) } == nil)
    #expect(try store.read { try $0.find(Ticket.ID(2))?.title } == "Pedido 2")
    #expect(
      store["tickets/0000.jsonl"].map { String(decoding: $0, as: UTF8.self) }?.contains(
        "\"kept\":\"quarantine/") == true)
  }

  @Test func `an interrupted commit is completed first, and that is said`() throws {
    let store = try Damage.store()
    let bytes = StoredLine.encode(Sample.event("noted", store.now).json) + [newline]
    let log = Layout.log(store.now)
    store["journal"] = Journal.encode([
      .append(path: log, offset: store[log]?.count ?? 0, bytes: bytes)
    ])
    let diagnosis = try store.open().examine(patience: 0, .none)
    #expect(diagnosis.hasRecovered)
    #expect(diagnosis.findings == [])
    #expect(store[log]?.suffix(bytes.count) == bytes[...])
  }

  @Test func `what somebody else changed during a commit is named`() throws {
    let store = try Damage.store()
    store["journal"] = Journal.encode([
      .append(path: Layout.log(store.now), offset: 3, bytes: Array("{}\n".utf8))
    ])
    let diagnosis = try store.open().examine(patience: 0, .none)
    guard case .changedByOthers(let kept) = diagnosis.findings.first?.problem else {
      Issue.record("\(diagnosis.findings)")
      return
    }
    #expect(store[kept] == Array("{}\n".utf8))
    #expect(try store.open().examine(patience: 0, .none).findings == [])
  }

  @Test func `indexes and agenda come back from the records alone`() throws {
    let store = try Damage.store()
    let before = try store.image().content
    for path in before.keys
    where path.hasPrefix("index/") && path.hasSuffix(".jsonl")
      || path.hasPrefix("agenda/") && path.hasSuffix(".jsonl")
    {
      store[path] = nil
    }
    _ = try store.open().examine(patience: 0, .rebuild)
    #expect(try store.open().examine(patience: 0, .none).findings == [])
    #expect(try store.read { try $0.contacts(with: Sample.phone(77)).map(\.id.number) } == [77])
    #expect(try store.read { try $0.pendingSchedules().map(\.schedule) } == [1, 3])
  }

  @Test func `a repair that is killed at any call can be done again`() throws {
    let sound = try Damage.store()
    sound.flip("contacts/0000.jsonl", line: 7)
    sound.flip(Damage.messages, line: 2)
    sound.drop("tickets/0000.jsonl", lines: 3...3)
    sound[Damage.hour] = nil
    let damaged = try sound.image()
    let counting = FaultyKernel()
    let undisturbed = try TestStore(damaged)
    _ = try undisturbed.open(counting.kernel).examine(patience: 0, .repair)
    let calls = counting.calls.count
    var cases = 0
    for place in stride(from: 1, through: calls, by: max(1, calls / 25)) {
      let store = try TestStore(damaged)
      _ = try? store.open(FaultyKernel(.kill(at: place)).kernel).examine(patience: 0, .repair)
      let diagnosis = try store.open().examine(patience: 0, .repair)
      #expect(diagnosis.findings == [], "killed at \(place)")
      cases += 1
    }
    print("kill test | killed in a repair | doctor --repair | \(cases) cases")
  }
}
