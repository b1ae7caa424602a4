import DeskTestSupport
import Foundation
import Testing

/// The page and the jobs of `Samples/`, as somebody uses them.
struct SiteSampleTests {
  /// A folder as it is checked out: configuration and site.
  private func checkout(_ desk: BinaryDesk, pages: [String]) throws {
    try FileManager.default.createDirectory(
      atPath: desk.root + "/site", withIntermediateDirectories: true)
    for page in pages {
      try ProjectFile.text("Samples/site/\(page)").write(
        toFile: "\(desk.root)/site/\(page)", atomically: true, encoding: .utf8)
    }
  }

  /// The statuses of a job's lines, started by a shell without HOME, as a runner does.
  private func run(_ job: String, _ desk: BinaryDesk) throws -> [Int32] {
    let lines = try ProjectFile.text(job).split(separator: "\n").compactMap { line -> String? in
      line.firstRange(of: " deskctl ").map { String(line[$0.upperBound...]) }
    }
    let program = Binary.built.path
    return try lines.map { line in
      try Binary.run(["/bin/sh", "-c", "\(program) \(line)"], folder: desk.root).status
    }
  }

  @Test(arguments: ["Samples/ci/github.yml", "Samples/ci/gitlab.yml"])
  func `L7 the jobs check, make and find a page that is stale`(job: String) throws {
    let desk = try BinaryDesk()
    try checkout(desk, pages: [])
    let fresh = try run(job, desk)
    #expect(fresh == [0, 0, 0])
    try checkout(desk, pages: ["antigo.html"])
    #expect(try run(job, desk) == [0, 0, 1])
  }

  /// Its folder of schemas is a link to that of `Config/`.
  @Test func `the sample configuration has no fault where it lies`() throws {
    let answer = try Binary.run(
      [Binary.built.path, "--config", "\(ProjectFile.root)/Samples/config", "config", "validate"])
    #expect(answer.status == 0 && answer.error == "")
  }

  @Test func `L7 the sample page is stale in line 41`() throws {
    let desk = try BinaryDesk()
    try checkout(desk, pages: ["antigo.html"])
    let answer = try desk.run("livechat", "check", "site/antigo.html")
    #expect(answer.output.hasPrefix("site/antigo.html:41: L7: stale"))
  }
}
