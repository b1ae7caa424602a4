/// Contenders whose runs alternate, so that whatever else the machine does meets all of them alike.
struct Contest {
  let title: String
  let runs: Int
  /// The one that is compared with the others.
  let first: Contender
  let peers: [(contender: Contender, figure: Figure?)]

  /// A line for each: its median, the first one's ratio to it and the figure to reach.
  func hold() throws -> String {
    let contenders = [first] + peers.map(\.contender)
    var times = [[Double]](repeating: [], count: contenders.count)
    for run in 0..<runs {
      for (place, contender) in contenders.enumerated() {
        times[place].append(try contender.time(run))
      }
    }
    let medians = times.map(median)
    let own = line(first, medians[0], "")
    let others = zip(peers, medians.dropFirst()).map { peer, median in
      let figure = peer.figure ?? .atMost(.infinity)
      return line(peer.contender, median, figure.verdict(on: medians[0] / median))
    }
    return ([title + " (\(runs) runs)", own] + others).joined(separator: "\n") + "\n"
  }

  private func line(_ contender: Contender, _ seconds: Double, _ verdict: String) -> String {
    let time = padded(rounded(seconds * Double(contender.units) * 1000), 10) + " ms"
    return "\(time)  \(verdict.padded(to: 29))  \(contender.name)"
  }
}

/// What a ratio is to be.
enum Figure {
  /// The first one's time, divided by the peer's.
  case atMost(Double)
  /// The first one's speed, divided by the peer's.
  case atLeast(Double)

  /// The ratio, what it should be, and whether it is.
  func verdict(on ratio: Double) -> String {
    switch self {
    case .atMost(let limit) where limit.isInfinite: "\(padded(rounded(ratio), 7))"
    case .atMost(let limit): told(ratio, "<= \(rounded(limit))", ratio <= limit)
    case .atLeast(let limit): told(1 / ratio, ">= \(rounded(limit))", 1 / ratio >= limit)
    }
  }

  private func told(_ ratio: Double, _ figure: String, _ holds: Bool) -> String {
    "\(padded(rounded(ratio), 7))  \(figure.padded(to: 9))  \(holds ? "reached" : "missed")"
  }
}

/// The middle one, or the mean of the two in the middle.
private func median(_ times: [Double]) -> Double {
  let sorted = times.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// With two digits behind the point.
private func rounded(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

/// At the right end of so many columns.
private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

extension String {
  /// At the left end of so many columns.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
