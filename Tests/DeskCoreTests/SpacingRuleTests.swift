import DeskCore
import Testing

struct SpacingRuleTests {
  let rule = SpacingRule(minutes: 6)
  static let ten = Instant(secondsSinceEpoch: 1_796_475_600)

  func at(_ minutes: Int) -> Instant { Self.ten + minutes * 60 }

  func taken(_ minutes: Int...) -> [TakenTime] {
    minutes.enumerated().map { TakenTime(at: at($0.element), schedule: Schedule.ID($0.offset + 1)) }
  }

  @Test(arguments: [-6, 6, 7, -7, 100])
  func `S2 six minutes or more apart is allowed, earlier or later`(minutes: Int) {
    #expect(rule.obstacle(at: at(minutes), taken: taken(0)) == nil)
  }

  @Test(arguments: [-5, -4, -1, 0, 1, 4, 5])
  func `S2 less than six minutes apart is refused, earlier or later`(minutes: Int) {
    #expect(rule.obstacle(at: at(minutes), taken: taken(0))?.schedule == Schedule.ID(1))
  }

  @Test func `S2 the nearest in the way is named, of two as near the earlier`() {
    #expect(rule.obstacle(at: at(0), taken: taken(-5, 2, 4))?.at == at(2))
    #expect(rule.obstacle(at: at(0), taken: taken(3, -3))?.at == at(-3))
  }

  @Test func `S2 the seed's own example is refused at six and allowed at four`() {
    #expect(rule.obstacle(at: at(4), taken: taken(0)) != nil)
    #expect(SpacingRule(minutes: 4).obstacle(at: at(4), taken: taken(0)) == nil)
    #expect(SpacingRule(minutes: 4).obstacle(at: at(-4), taken: taken(0)) == nil)
  }

  @Test func `S2 no gap is kept where it is zero`() {
    #expect(SpacingRule(minutes: 0).obstacle(at: at(0), taken: taken(0)) == nil)
  }

  /// Every pattern of eight taken times of a half-hour, against a search minute by minute.
  @Test func `S2 the free minutes are those that a search minute by minute finds`() {
    for pattern in 0..<256 {
      let all = (0..<8).filter { pattern >> $0 & 1 == 1 }.map {
        TakenTime(at: at($0 * 4), schedule: Schedule.ID($0 + 1))
      }
      func isFree(_ instant: Instant) -> Bool { rule.obstacle(at: instant, taken: all) == nil }
      func between(_ from: Instant, _ to: Instant) -> [TakenTime] {
        all.filter { $0.at >= from && $0.at <= to }
      }
      for minute in stride(from: -8, through: 40, by: 3) {
        let after = (minute...90).map(at).first(where: isFree)
        #expect(rule.free(atOrAfter: at(minute), taken: between) == after)
        let before = (-60...minute).reversed().map(at).first { isFree($0) }
        #expect(rule.free(atOrBefore: at(minute), notBefore: at(-60), taken: between) == before)
      }
    }
  }

  @Test func `S2 no free minute is offered before the earliest that is allowed`() {
    #expect(rule.free(atOrBefore: at(3), notBefore: at(1), taken: { _, _ in taken(3) }) == nil)
  }
}
