import DeskCore
import JSON
import Testing

/// D1 to D3: how an entry changes as answers and statuses come.
struct DeliveryPlanTests {
  private static let now = Instant(secondsSinceEpoch: 1_796_390_400)
  private let plan = DeliveryPlan(
    now: now, actor: "system", settings: OutboxSettings(), language: .en)
  private let next = DeskCore.Notification.ID(7)

  private func entry(_ state: DeliveryState, _ change: (inout OutboxEntry) -> Void = { _ in })
    -> OutboxEntry
  {
    var entry = OutboxEntry()
    entry.id = OutboxEntry.ID(1)
    entry.to = "+5511987654321"
    entry.state = state
    entry.attempts = 1
    entry.firstTriedAt = Self.now
    entry.body.text = "Use {token}"
    entry.body.secret = "s3cr3t"
    change(&entry)
    return entry
  }

  private func line(_ status: String, errors: [Int] = []) -> StatusLine {
    var line = StatusLine()
    line.message = "wamid.1"
    line.status = status
    line.at = Self.now
    line.errors = errors
    return line
  }

  /// The entry that effects leave, and whether somebody is told.
  private func outcome(_ effects: [Effect]) -> (entry: OutboxEntry?, isTold: Bool) {
    var outcome: (entry: OutboxEntry?, isTold: Bool) = (nil, false)
    for effect in effects {
      if case .outbox(let entry) = effect { outcome.entry = entry }
      if case .notification = effect { outcome.isTold = true }
    }
    return outcome
  }

  private func after(_ names: [String], _ start: OutboxEntry) -> OutboxEntry {
    names.reduce(start) { entry, name in
      let errors = name == "failed" ? [131_026] : []
      let effects = plan.status(line(name, errors: errors), entry, notification: next)
      return outcome(effects).entry ?? entry
    }
  }

  @Test func `D3 statuses end the same in whatever order they come`() {
    let names = ["sent", "delivered", "read", "failed", "warning"]
    for count in 1...names.count {
      for order in permutations(names).map({ Array($0.prefix(count)) }) {
        let sorted = after(order.sorted(), entry(.sent) { $0.status = .accepted })
        let entry = after(order, entry(.sent) { $0.status = .accepted })
        #expect(entry.status == sorted.status && entry.state == sorted.state, "\(order)")
        #expect(entry.reason == sorted.reason, "\(order)")
        let isFailed =
          order.contains("failed") && !order.contains("read")
          && !order.contains("delivered")
        #expect((entry.state == .failed) == isFailed)
        #expect(entry.reason == (isFailed ? "cloud-api 131026" : nil))
      }
    }
  }

  private func permutations(_ names: [String]) -> [[String]] {
    if names.isEmpty { return [[]] }
    return names.flatMap { first in
      permutations(names.filter { $0 != first }).map { [first] + $0 }
    }
  }

  @Test(arguments: DeliveryState.allCases)
  func `D2 a status settles what nobody knew of, and nothing that waits`(state: DeliveryState) {
    for (name, expected) in [("sent", DeliveryState.sent), ("failed", .failed)] {
      let (settled, isTold) = outcome(
        plan.status(line(name), entry(state), notification: next))
      switch state {
      case .queued: #expect(settled == nil)
      // Its transport is still to answer.
      case .sending: #expect(settled?.state == .sending && !isTold)
      case .sent, .failed, .unknown, .notSent:
        #expect((settled?.state ?? state) == expected)
        #expect(settled?.provider == "wamid.1")
        #expect(isTold == (expected == .failed && state != .failed))
      }
    }
  }

  @Test func `D3 the same status twice is nothing new`() {
    let once = after(["delivered"], entry(.sent))
    #expect(plan.status(line("delivered"), once, notification: next).isEmpty)
    #expect(plan.status(line("sent"), once, notification: next).isEmpty)
  }

  @Test func `D3 statuses that came before the answer count`() {
    let answer = DeliveryAnswer.sent(provider: "wamid.1")
    let lines = [line("delivered"), line("sent")]
    let taken = outcome(plan.record(answer, entry(.sending), statuses: lines, notification: next))
    #expect(taken.entry?.state == .sent && taken.entry?.status == .delivered)
    let failed = outcome(
      plan.record(
        answer, entry(.sending), statuses: [line("failed", errors: [131_047])], notification: next))
    #expect(failed.entry?.state == .failed && failed.entry?.reason == "cloud-api 131047")
    #expect(failed.isTold)
    // Killed between sending and recording, while its status came in.
    let begun = after(["delivered"], entry(.sending))
    let found = outcome(
      plan.record(
        .unknown(reason: "interrupted"), begun, statuses: [line("delivered")], notification: next))
    #expect(found.entry?.state == .sent && !found.isTold)
  }

  @Test(
    arguments: [
      (DeliveryAnswer.sent(provider: nil), nil), (.refused(reason: "no s3cr3t"), nil),
      (.notSent(reason: "window_closed", rule: "C13"), nil),
      (.unknown(reason: "x"), "s3cr3t"), (.notTaken(reason: "s3cr3t", holding: .contact), "s3cr3t"),
    ] as [(DeliveryAnswer, String?)])
  func `W8 the secret is erased when it is over, and kept until then`(
    answer: DeliveryAnswer, kept: String?
  ) throws {
    let settled = try #require(
      outcome(plan.record(answer, entry(.sending), notification: next)).entry)
    #expect(settled.body.secret == kept)
    #expect(settled.reason?.contains("s3cr3t") != true)
    #expect(!settled.masked.json.text().contains("s3cr3t"))
  }

  @Test func `W8 a later status erases the secret of what was unknown`() {
    #expect(after(["sent"], entry(.unknown)).body.secret == nil)
    #expect(after(["failed"], entry(.unknown)).body.secret == nil)
  }

  @Test func `D1 a transport that asks for more time is given it`() {
    for (asked, given) in [(5, 60), (900, 900), (nil, 60)] as [(Int?, Int)] {
      let answer = DeliveryAnswer.notTaken(reason: "x", holding: .everyone, after: asked)
      let waiting = outcome(plan.record(answer, entry(.sending), notification: next)).entry
      #expect(waiting?.retryAt == Self.now + given)
    }
  }

  @Test func `D1 what no person wrote fails without a word`() {
    let automatic = entry(.sending) { $0.automatic = true }
    #expect(!outcome(plan.record(.refused(reason: "x"), automatic, notification: next)).isTold)
    #expect(outcome(plan.record(.refused(reason: "x"), entry(.sending), notification: next)).isTold)
  }
}
