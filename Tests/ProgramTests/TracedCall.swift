import DeskTestSupport
import Foundation
import Testing

/// A system call that the program makes: its name, and which of that name it is, from 1.
struct TracedCall: Hashable {
  let name: String
  let number: Int

  /// The calls that a run makes from the first that names the desk's folder on: what comes before is
  /// the loader's. The program is single-threaded, so the counts repeat.
  static func all(_ strace: String, _ words: [String], _ desk: BinaryDesk) throws -> [TracedCall] {
    let file = desk.root + "/trace"
    let answer = try Binary.run(
      [strace, "-f", "-o", file, Binary.built.path] + words, environment: desk.environment,
      folder: desk.root)
    try #require(answer.status == 0, "\(answer.error)")
    var counts: [String: Int] = [:]
    var calls: [TracedCall] = []
    var hasBegun = false
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      // 1234  openat2(3, "lock", …) = 4
      let text = line.drop { $0.isNumber }.drop { $0 == " " }
      guard let end = text.firstIndex(of: "("), text.first?.isLetter ?? false else { continue }
      let name = String(text[..<end])
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
      counts[name, default: 0] += 1
      hasBegun = hasBegun || text.contains(desk.root + "/data")
      if name == "exit_group" || !hasBegun { continue }
      calls.append(TracedCall(name: name, number: counts[name] ?? 0))
    }
    return calls
  }
}
