import DeskCore
import DeskTestSupport
import Testing

struct DeliveryStageTests {
  /// From each stage to each: those in the table change it, all others leave it.
  static let rises: Set<String> = [
    "accepted sent", "accepted delivered", "accepted read", "accepted failed",
    "sent delivered", "sent read", "sent failed",
    "delivered read",
    // It failed on one device and arrived on another.
    "failed delivered", "failed read",
  ]

  @Test func `D3 a status only goes up, and fails only from accepted or sent`() {
    for stage in DeliveryStage.allCases {
      for next in DeliveryStage.allCases {
        let rises = Self.rises.contains("\(stage) \(next)")
        #expect(stage.rising(to: next) == (rises ? next : stage), "\(stage) \(next)")
      }
    }
  }

  @Test func `D3 five statuses in any order end in the same one`() throws {
    let orders = Self.orders(of: DeliveryStage.allCases)
    #expect(orders.count == 120)
    var failures = 0
    for order in orders where Self.end(order) != .read { failures += 1 }
    // Where one of them never comes, too, the order of the others makes no difference.
    for without in DeliveryStage.allCases {
      let fewer = Self.orders(of: DeliveryStage.allCases.filter { $0 != without })
      for order in fewer where Self.end(order) != Self.end(fewer[0]) { failures += 1 }
    }
    #expect(failures == 0)
    try Exhaustion.count("orders of delivery statuses", cases: 240, failures: failures)
  }

  private static func end(_ order: [DeliveryStage]) -> DeliveryStage {
    order.reduce(DeliveryStage.accepted) { $0.rising(to: $1) }
  }

  private static func orders(of stages: [DeliveryStage]) -> [[DeliveryStage]] {
    if stages.isEmpty { return [[]] }
    return stages.indices.flatMap { place -> [[DeliveryStage]] in
      var rest = stages
      let first = rest.remove(at: place)
      return orders(of: rest).map { [first] + $0 }
    }
  }
}
