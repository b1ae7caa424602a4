import DeskCore
import Testing

struct ServiceWindowTests {
  private static let written = Instant(secondsSinceEpoch: 1_796_482_800)

  /// Seconds since somebody wrote; a clock that is behind theirs makes them negative.
  @Test(arguments: [
    (-60, true), (0, true), (86_399, true), (86_400, false), (86_401, false), (900_000, false),
  ])
  func `C13 the window is open while less than 24 hours have passed`(after: Int, isOpen: Bool) {
    let window = ServiceWindow(lastInbound: Self.written)
    #expect(window.isOpen(at: Self.written + after) == isOpen)
    #expect(window.closing == Self.written + 86_400)
  }

  @Test func `C13 to somebody who never wrote there is no window`() {
    let window = ServiceWindow(lastInbound: nil)
    #expect(!window.isOpen(at: Self.written))
    #expect(window.closing == nil)
  }
}
