import DeskTestSupport
import Foundation
import Testing

/// The mornings in `Samples/mornings`, typed at a terminal as a reader would type them. With
/// `DESKCTL_RECORD=1` (`make record`) what they show is written anew.
struct MorningTests {
  /// A line that is typed, and what it shows.
  struct Step {
    let line: String
    var shown: [String] = []
  }

  static let pages = ["agent", "administrator"]

  private static func path(_ page: String) -> String {
    "\(ProjectFile.root)/Samples/mornings/\(page).md"
  }

  /// The steps in the blocks of a page.
  private func steps(_ text: String) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(line: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].shown.append(line)
      }
    }
    return steps
  }

  /// What a shell at a terminal really shows after each line; its exit status where that is not 0.
  private func typed(_ steps: [Step]) throws -> [[String]] {
    let desk = try BinaryDesk(now: nil, sample: false)
    try FileManager.default.createDirectory(
      atPath: desk.root + "/.build", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: desk.root + "/Samples", withDestinationPath: ProjectFile.root + "/Samples")
    try FileManager.default.createSymbolicLink(
      atPath: desk.root + "/deskctl", withDestinationPath: Binary.built.path)
    let script = steps.map {
      "\($0.line)\ns=$?; [ $s = 0 ] || echo \"(exit $s)\"\necho '\(Self.end)'\n"
    }
    try script.joined().write(toFile: desk.root + "/linhas", atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal()
    let environment = [
      "PATH": desk.root + ":/usr/bin:/bin", "HOME": desk.root, "TZ": "Etc/UTC",
    ]
    let started = try Binary.start(
      ["/bin/sh", "-c", "sh ./linhas >'\(terminal.path)' 2>&1"], environment: environment,
      folder: desk.root, input: terminal.path)
    while !started.hasEnded {
      _ = terminal.read()
      usleep(5000)
    }
    _ = try started.wait()
    let text = terminal.read().replacingOccurrences(of: "\r\n", with: "\n")
    return text.components(separatedBy: Self.end + "\n").map {
      Array($0.components(separatedBy: "\n").dropLast())
    }
  }

  private static let end = "-- end of a line --"

  @Test(arguments: pages)
  func `a morning shows what its page says`(page: String) throws {
    let text = try String(contentsOfFile: Self.path(page), encoding: .utf8)
    let steps = steps(text)
    try #require(steps.count > 10)
    let really = try typed(steps).prefix(steps.count)
    let written = rewritten(text, showing: Array(really))
    if ProcessInfo.processInfo.environment["DESKCTL_RECORD"] != nil {
      try written.write(toFile: Self.path(page), atomically: true, encoding: .utf8)
    }
    #expect(written == text)
  }

  /// The page with other answers in its blocks.
  private func rewritten(_ text: String, showing answers: [[String]]) -> String {
    var lines: [String] = []
    var left = answers[...]
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") { isInside = line == "```console" }
      if isInside, !line.hasPrefix("$ "), !line.hasPrefix("```") { continue }
      lines.append(line)
      if isInside, line.hasPrefix("$ ") { lines += left.popFirst() ?? [] }
    }
    return lines.joined(separator: "\n")
  }
}
