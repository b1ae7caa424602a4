/// D3: how far a message that was sent has come, as its provider tells it.
package enum DeliveryStage: String, ChoiceValue, Hashable {
  case accepted
  case sent
  case delivered
  case read
  case failed

  /// The stage after one more status, whichever came first: it only goes up. A failure stands above
  /// `sent` and below `delivered`: what somebody has received did not fail, whoever says so.
  package func rising(to other: DeliveryStage) -> DeliveryStage {
    other.height > height ? other : self
  }

  private var height: Int {
    switch self {
    case .accepted: 0
    case .sent: 1
    case .failed: 2
    case .delivered: 3
    case .read: 4
    }
  }
}
