import DeskCore
import DeskStore
import DeskSystem

/// A desk with a million schedules over a year, of which half lie in the past and are done. In the
/// hours that come next 500 are due in each, for one tick a run: in some their numbers follow each
/// other, in others they are drawn from all that are in the store. All others follow after these.
///
/// Made by the store's own code, because a million commands would take an hour.
struct MillionDesk {
  static let count = 1_000_000
  static let batch = 500
  /// Hours of 500, of either kind.
  static let batches = 7
  /// On an ext4, rounded up.
  private static let megabytes = 1500
  private static let contacts = 20_000

  let desk: BenchDesk

  init(in scratch: Scratch) throws {
    guard try Folder(scratch.folder).space().bytes > Self.megabytes << 20 else {
      throw BenchError.noRoom(neededMegabytes: Self.megabytes)
    }
    desk = try BenchDesk("million", in: scratch)
    try desk.fillContacts(Self.contacts)
    let drawn = Self.drawn
    try desk.fill(0..<Self.count, at: BenchDesk.instant) { number, transaction in
      let id = try transaction.nextNumber(.schedule)
      return .schedule(Self.schedule(number, id, batchPlace: drawn[number]))
    }
  }

  /// A minute before the end of a batch's hour: those in a row come first.
  static func now(batch: Int) -> String { (hour(batch) + 59 * 60).rfc3339 }

  private static func hour(_ batch: Int) -> Instant { BenchDesk.instant.hour + 3600 * (batch + 1) }

  /// The schedules that are due in the hours of 500, by number: the place among all of these.
  private static var drawn: [Int: Int] {
    var drawn: [Int: Int] = [:]
    let half = batch * batches
    for place in 0..<half { drawn[count / 2 + place] = place }
    // A linear congruential generator of Knuth's: the same draw each time.
    var state: UInt64 = 2026
    while drawn.count < 2 * half {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33) % count
      if drawn[number] == nil { drawn[number] = drawn.count }
    }
    return drawn
  }

  private static func schedule(_ number: Int, _ id: Int, batchPlace: Int?) -> Schedule {
    var schedule = Schedule()
    schedule.id = Schedule.ID(id)
    schedule.contact = Contact.ID(1 + (batchPlace ?? number) % contacts)
    schedule.agent = try? Agent.ID(text: "ana")
    schedule.comment = "measured"
    schedule.madeBy = "administrator"
    schedule.madeAt = BenchDesk.instant - 366 * 86_400
    if let batchPlace {
      schedule.at = hour(batchPlace / batch) + 60 * (batchPlace % batch / 10)
    } else {
      schedule.at = spread(number)
    }
    if schedule.at < BenchDesk.instant {
      schedule.state = .completed
      schedule.firedAt = schedule.at
      schedule.lateness = 0
    }
    return schedule
  }

  /// Evenly over the half year before the start and, after the hours of 500, the one that follows.
  private static func spread(_ number: Int) -> Instant {
    let middle = hour(2 * batches)
    let isPast = number < count / 2
    let seconds = (number - count / 2) * 2 * 183 * 86_400 / count
    return (isPast ? BenchDesk.instant.hour - 60 + seconds : middle + seconds).minute
  }
}
