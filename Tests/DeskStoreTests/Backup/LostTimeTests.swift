import DeskCore
import DeskSystem
import DeskTestSupport
import Foundation
import Testing

@testable import DeskStore

/// S10: how far the counters of a restored desk move on.
struct LostTimeTests {
  private func gap(last: Int, age: Int, lost: Int, asked: Int? = nil) -> Int {
    let made = TestDesk.start
    let saved = made + age * 86_400
    return LostTime(madeAt: made, savedAt: saved, now: saved + lost * 86_400, asked: asked)
      .gap(.ticket, last: last).count
  }

  @Test func `a hundred numbers are passed over at least`() {
    #expect(gap(last: 0, age: 0, lost: 0) == 100)
    #expect(gap(last: 5000, age: 100, lost: 0) == 100)
    // A clock that went back loses no time.
    #expect(gap(last: 5000, age: 100, lost: -9) == 100)
  }

  @Test func `besides them ten times what the desk gave out in as long a time`() {
    #expect(gap(last: 1000, age: 100, lost: 1) == 100 + 10 * 10)
    #expect(gap(last: 1000, age: 100, lost: 30) == 100 + 10 * 300)
    // A desk of an hour has no pace yet: a day is taken for its age.
    #expect(gap(last: 40, age: 0, lost: 2) == 100 + 10 * 80)
  }

  @Test func `more than 100,000 are passed over where somebody asks alone`() {
    #expect(gap(last: 1_000_000, age: 1, lost: 365) == 100_000)
    #expect(gap(last: 9, age: 1, lost: 365, asked: 150_000) == 150_000)
    #expect(gap(last: 9, age: 1, lost: 365, asked: 0) == 0)
  }

  @Test(arguments: [0, 1, 98, 99, 100, 250])
  func `S10 the next record has the number behind the gap, and the doctor is content`(
    _ asked: Int
  ) throws {
    let place = SmallBackup.place()
    defer { try? FileManager.default.removeItem(atPath: place) }
    var wishes = Restoring.Wishes(now: TestDesk.start, actor: "administrator") { $0.rfc3339 }
    wishes.gap = asked
    var bytes = try SmallBackup().bytes
    let restoring = try Restoring(
      config: place + "/config", data: place + "/data", wishes, kernel: .init())
    let outcome = try restoring.run {
      defer { bytes = [] }
      return bytes
    }
    let store = try Store(place + "/data", now: TestDesk.start)
    #expect(try store.examine(patience: 1, .none).findings == [])
    let lasts = try store.read(patience: 1) { reader in
      try [reader.lastNumber(.ticket), reader.lastNumber(.outbox)]
    }
    #expect(lasts == [1 + asked, asked])
    #expect(outcome.gaps.first { $0.kind == .ticket }?.next == 2 + asked)
  }
}
