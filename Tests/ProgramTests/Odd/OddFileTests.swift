import DeskTestSupport
import Foundation
import Testing

/// Odd things in the place of files: refused by name, at once, and nothing is changed.
struct OddFileTests {
  @Test(arguments: OddPlace.all.indices)
  func `S10 what is no file of its own is named and left alone`(_ place: Int) throws {
    guard try Needed.root("devices in a file's place") else { return }
    let place = OddPlace.all[place]
    let whole = try place.ground.desk()
    let (original, paths) = (whole.original, try place.paths(whole))
    #expect(!paths.isEmpty)
    let cases = OddFile.allCases.flatMap { odd in place.commands.map { Case(odd, $0) } }
    let failures = failures(of: cases) { tried in
      let desk = try BinaryDesk(copying: original)
      for (number, path) in paths.enumerated() {
        try tried.odd.take("\(desk.root)/\(path)", aside: "\(desk.root)/aside-\(number)")
      }
      return try tried.fault(desk, path: place.path)
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: odd files in a file's place", cases: cases.count, failures: failures.count)
  }

  /// One command that meets one odd thing.
  struct Case: Sendable, CustomStringConvertible {
    let odd: OddFile
    let command: String

    init(_ odd: OddFile, _ command: String) {
      self.odd = odd
      self.command = command
    }

    var description: String { "\(command), \(odd)" }

    func fault(_ desk: BinaryDesk, path: String) throws -> String? {
      let before = try state(desk)
      let words = command.split(separator: " ").map(String.init)
      let answer = try Binary.run(
        ["/usr/bin/timeout", "-s", "KILL", "20", Binary.built.path] + words,
        environment: desk.environment, folder: desk.root)
      guard answer.status == 9 else { return "\(answer.status) \(answer.output) \(answer.error)" }
      let said = answer.output + answer.error
      // A folder stands for its files, of which the first is named.
      let stem = path.split(separator: "/").dropFirst().joined(separator: "/")
        .replacingOccurrences(of: "*", with: "")
      guard said.contains(stem), said.contains(odd.name) else { return "not named: \(said)" }
      return try state(desk) == before ? nil : "something changed"
    }

    /// The desk, and what stands aside of it.
    private func state(_ desk: BinaryDesk) throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.root)
      var state = ["": Data(try desk.snapshot().utf8)]
      for name in names where name.hasPrefix("aside-") {
        state[name] = FileManager.default.contents(atPath: "\(desk.root)/\(name)")
      }
      return state
    }
  }
}
