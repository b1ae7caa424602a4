import DeskSystem

/// Something that is run again and again and timed: a program, with arguments that may differ from
/// run to run so that no run finds its work done.
struct Contender {
  let name: String
  let program: String
  let arguments: (_ run: Int) -> [String]

  init(_ name: String, _ program: String, _ arguments: @escaping (Int) -> [String]) {
    self.name = name
    self.program = program
    self.arguments = arguments
  }

  /// The seconds from before its start to after its end.
  func time(_ run: Int, _ environment: [String]) throws -> Double {
    let program = Program(program, arguments(run), environment: environment)
    let start = monotonicSeconds()
    let outcome = try program.run()
    let seconds = monotonicSeconds() - start
    guard outcome.status == 0 else { throw BenchError.failed(name, outcome.status) }
    return seconds
  }
}

/// Contenders whose runs alternate, so that whatever else the machine does meets all of them alike.
struct Contest {
  let title: String
  /// The one that is compared with the others.
  let first: Contender
  let peers: [Contender]

  /// A line for each: its median, and how many of it the first one's time is.
  func hold(runs: Int, environment: [String]) throws -> String {
    let contenders = [first] + peers
    var times = [[Double]](repeating: [], count: contenders.count)
    for run in 0..<runs {
      for (place, contender) in contenders.enumerated() {
        times[place].append(try contender.time(run, environment))
      }
    }
    let medians = times.map(median)
    var lines = ["\(title) (medians of \(runs) runs; deskctl's time divided by it)"]
    for (contender, median) in zip(contenders, medians) {
      let time = padded(rounded(median * 1000), 7) + " ms"
      lines.append("  \(time)  \(padded(rounded(medians[0] / median), 5))  \(contender.name)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The middle one, or the mean of the two in the middle.
func median(_ times: [Double]) -> Double {
  let sorted = times.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// With two digits behind the point.
func rounded(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

/// At the right end of so many columns.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
