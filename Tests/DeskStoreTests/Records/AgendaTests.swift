import DeskCore
import DeskSystem
import DeskTestSupport
import Testing

@testable import DeskStore

struct AgendaTests {
  private let store: TestStore
  private let now = TestDesk.start

  init() throws {
    store = try TestStore()
    try store.write { try $0.apply([.contact(Sample.contact(1))]) }
  }

  private func add(_ number: Int, at: Instant) throws {
    try store.write { try $0.apply([.schedule(Sample.schedule(number, at: at))]) }
  }

  private func change(_ number: Int, _ edit: (inout Schedule) -> Void) throws {
    try store.write { transaction in
      var schedule = try transaction.get(Schedule.ID(number))
      edit(&schedule)
      try transaction.apply([.schedule(schedule)])
    }
  }

  private func due(at instant: Instant, limit: Int = .max) throws -> [Int] {
    try store.read { try $0.due(at: instant, limit: limit).map(\.schedule) }
  }

  @Test func `what is due comes by time and number, over hours and months`() throws {
    try add(1, at: now + 40 * 86_400)
    try add(2, at: now + 60)
    try add(3, at: now + 7200)
    try add(4, at: now + 60)
    #expect(try due(at: now) == [])
    #expect(try due(at: now + 60) == [2, 4])
    #expect(try due(at: now + 50 * 86_400) == [2, 4, 3, 1])
    #expect(try due(at: now + 50 * 86_400, limit: 3) == [2, 4, 3])
    #expect(try store.read { try $0.nextDue()?.schedule } == 2)
    #expect(try store.read { try $0.pendingSchedules().count } == 4)
  }

  @Test func `S2 a fired one still counts where it was planned, a cancelled one does not`() throws {
    try add(1, at: now + 3600)
    try add(2, at: now + 3660)
    try change(1) { $0.state = .completed }
    try change(2) { $0.state = .cancelled }
    #expect(try due(at: now + 7200) == [])
    let counted = try store.read { try $0.agenda(hourOf: now + 3600).map(\.schedule) }
    #expect(counted == [1])
    #expect(store[Layout.agenda(now + 3600)] == nil)
    #expect(store[Layout.agenda(now + 3600, done: true)] != nil)
  }

  @Test func `one that moves to an hour and back is there once`() throws {
    try add(1, at: now + 3600)
    try change(1) { $0.at = now + 10_800 }
    #expect(try store.read { try $0.agenda(hourOf: now + 3600) } == [])
    try change(1) { $0.at = now + 3600 }
    #expect(try due(at: now + 86_400) == [1])
    #expect(try store.read { try $0.agenda(hourOf: now + 10_800) } == [])
  }

  @Test func `a removed schedule is due no more`() throws {
    try add(1, at: now + 3600)
    try store.write { try $0.remove(Schedule.ID(1)) }
    #expect(try store.read { try $0.pendingSchedules() } == [])
    #expect(try store.open().examine(patience: 0, .none).findings == [])
  }

  @Test func `a month that is over leaves no folder`() throws {
    try add(1, at: now + 40 * 86_400)
    #expect(try store.open().folder.facts("agenda/2027-01") != nil)
    try change(1) { $0.at = now + 3600 }
    #expect(try store.open().folder.facts("agenda/2027-01") == nil)
    #expect(try store.open().folder.facts("agenda")?.kind == "folder")
  }

  @Test func `a temporary that a crash left is no hour`() throws {
    try add(1, at: now + 3600)
    let path = Layout.agenda(now + 3600)
    store[Folder.temporary(for: path)] = store[path]
    #expect(try store.read { try $0.pendingSchedules().count } == 1)
  }

  @Test func `a transaction sees the hours that it changed itself`() throws {
    try add(1, at: now + 3600)
    try store.write { transaction in
      try transaction.apply([.schedule(Sample.schedule(2, at: now + 3660))])
      #expect(try transaction.agenda(hourOf: now + 3600).map(\.schedule) == [1, 2])
      try transaction.apply([.schedule(Sample.schedule(3, at: now + 40 * 86_400))])
      #expect(try transaction.due(at: now + 50 * 86_400, limit: 9).map(\.schedule) == [1, 2, 3])
    }
  }
}
