import DeskCore
import DeskSystem
import DeskTestSupport
import Foundation
import Testing

@testable import DeskStore

struct StoreTests {
  @Test func `a folder that holds no store is told from one that is empty or not there`() throws {
    let store = try TestStore()
    let missing = store.path + "/nothing"
    #expect(throws: StoreError.noStore(folder: missing, holdsOtherFiles: false)) {
      try Store(missing, now: store.now)
    }
    #expect(throws: StoreError.noStore(folder: store.path + "/tickets", holdsOtherFiles: false)) {
      try Store(store.path + "/tickets", now: store.now)
    }
    #expect(throws: StoreError.noStore(folder: store.path + "/agenda", holdsOtherFiles: true)) {
      try Store(store.path + "/agenda", now: store.now)
    }
  }

  @Test func `a newer format is refused and not touched`() throws {
    let store = try TestStore()
    store["format.json"] = Array("{\"format\":2,\"somethingNew\":true}".utf8)
    let before = try store.image()
    #expect(throws: StoreError.newerFormat(found: 2, known: 1)) {
      try store.write { try $0.nextNumber(.ticket) }
    }
    #expect(try store.image() == before)
  }

  @Test func `a store that another program made newer meanwhile is refused too`() throws {
    let store = try TestStore()
    let opened = try store.open()
    store["format.json"] = Array("{\"format\":2}".utf8)
    #expect(throws: StoreError.newerFormat(found: 2, known: 1)) {
      try opened.read(patience: 0) { try $0.lastNumber(.ticket) }
    }
  }

  @Test func `an older format is migrated by named steps, in the log and by readers too`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.ticket(Sample.ticket(1))]) }
    store["format.json"] = Array("{\"format\":0,\"madeAt\":\"2020-01-01T00:00:00Z\"}".utf8)
    let older = try Store(
      store.path, now: store.now, kernel: Kernel(), migrations: [Trial.migration])
    #expect(try older.read(patience: 0) { try $0.get(Ticket.ID(1)).title } == "PEDIDO 1")
    #expect(try store.open().format.format == 1)
    let events = try store.read { try $0.log(dayOf: store.now) }
    #expect(events.map(\.what) == ["migrated"])
    #expect(events[0].detail == ["0 to 1", "titles in capitals"])
  }

  @Test func `an older format that no step leads on from is refused`() throws {
    let store = try TestStore()
    store["format.json"] = Array("{\"format\":0}".utf8)
    #expect(throws: StoreError.damaged(path: "format.json", .unknownFormat(0))) {
      try store.read { try $0.lastNumber(.ticket) }
    }
  }

  @Test func `a reader that finds a journal completes it and reads`() throws {
    let store = try TestStore()
    store["journal"] = Array("torn".utf8)
    #expect(try store.read { try $0.lastNumber(.contact) } == 0)
    #expect(store["journal"] == [])
  }

  @Test func `readers share, a writer waits for them, and gives up in time`() throws {
    let store = try TestStore()
    let first = try store.open()
    let second = try store.open()
    try first.read(patience: 0) { _ in
      let last = try second.read(patience: 0) { try $0.lastNumber(.ticket) }
      #expect(last == 0)
      #expect(throws: StoreError.busy(seconds: 0)) {
        _ = try second.write(patience: 0) { try $0.nextNumber(.ticket) }
      }
    }
    _ = try first.write(patience: 0) { _ in
      #expect(throws: StoreError.busy(seconds: 0)) { try second.read(patience: 0) { _ in } }
    }
    let inner = try first.whileHolding(Layout.tickLock, patience: 0) {
      try second.whileHolding(Layout.tickLock, patience: 0) { true }
    }
    #expect(inner == .some(nil))
  }

  @Test func `a missing lock is damage`() throws {
    let store = try TestStore()
    store["lock"] = nil
    #expect(throws: StoreError.damaged(path: "lock", .missing)) {
      try store.read { try $0.lastNumber(.ticket) }
    }
  }

  @Test func `every file and folder has the store's mode, whatever the umask`() throws {
    let old = umask(0o077)
    defer { umask(old) }
    let path = NSTemporaryDirectory() + "deskctl-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    var making = Store.Making(now: TestDesk.start)
    making.group = getegid()
    try Store.make(path, making)
    _ = try Store(path, now: TestDesk.start).write(patience: 0) { transaction in
      try transaction.apply([
        .contact(Sample.contact(1)),
        .schedule(Sample.schedule(1, at: transaction.now + 60)),
        .event(Sample.event("added", transaction.now)),
      ])
    }
    for (path, entry) in try FolderImage(of: path).entries {
      #expect(entry.mode == (entry.bytes == nil ? 0o2770 : 0o660), "\(path)")
    }
  }

  @Test func `a full disk is met before the commit, and the reserve helps after it`() throws {
    let store = try TestStore()
    try store.write { try $0.apply([.event(Sample.event("noted", $0.now))]) }
    // The first write after the journal's own finds no room, once.
    let counting = FaultyKernel()
    _ = try store.open(counting.kernel).write(patience: 0) {
      try $0.apply([.event(Sample.event("noted", $0.now))])
    }
    let writes = counting.calls.enumerated().filter { $0.element.kind == .write }
    let faulty = FaultyKernel(.error(ENOSPC, at: writes[1].offset + 1))
    let outcome = try store.open(faulty.kernel).write(patience: 0) {
      try $0.apply([.event(Sample.event("noted", $0.now))])
    }
    #expect(outcome.unfinished == nil)
    #expect(try store.read { try $0.log(dayOf: store.now).count } == 3)
    #expect(store["reserve"]?.count == Store.reserveSize)
  }

  @Test func `what is committed and not applied is told, and completed by the next`() throws {
    let store = try TestStore()
    let probe = try TestStore(store.image())
    let calls = FaultyKernel()
    _ = try probe.open(calls.kernel).write(patience: 0) {
      try $0.apply([.ticket(Sample.ticket(1))])
    }
    let rename = try #require(calls.calls.firstIndex { $0.kind == .rename })
    let faulty = FaultyKernel(.errors(EIO, from: rename + 1))
    let outcome = try store.open(faulty.kernel).write(patience: 0) {
      try $0.apply([.ticket(Sample.ticket(1))])
    }
    #expect(outcome.isCommitted)
    #expect(outcome.unfinished != nil)
    #expect(store["tickets/0000.jsonl"] == nil)
    #expect(try store.read { try $0.find(Ticket.ID(1))?.title } == "Pedido 1")
  }

  @Test func `a commit that cannot be taken back is neither done nor not`() throws {
    let store = try TestStore()
    let calls = FaultyKernel()
    let probe = try TestStore(store.image())
    _ = try probe.open(calls.kernel).write(patience: 0) {
      try $0.apply([.ticket(Sample.ticket(1))])
    }
    let sync = try #require(calls.calls.firstIndex { $0.kind == .sync })
    let faulty = FaultyKernel(.errors(EIO, from: sync + 1))
    #expect(throws: StoreError.uncertain(SystemError(.sync, "journal", EIO))) {
      _ = try store.open(faulty.kernel).write(patience: 0) {
        try $0.apply([.ticket(Sample.ticket(1))])
      }
    }
  }
}
