import DeskTestSupport
import Foundation
import JSON
import Testing

/// The SQL of `Samples/many-desks`, run by DuckDB over a desk's files as they lie: what it says is what
/// `deskctl report` says, to the digit.
struct ManyDesksTests {
  /// The figures by DuckDB; nil where its module is missing.
  private func told(_ desks: String, _ zone: String, _ days: [String]) throws -> JSONValue? {
    guard let answer = try ReportEngine.duckdb.run(desks, zone, days) else { return nil }
    #expect(answer.status == 0, "\(answer.error)")
    return try JSONValue(parsing: answer.output)
  }

  /// In New York the clocks went back on 1 November.
  @Test(arguments: [
    (1, "America/Sao_Paulo", ["2026-11-01", "2026-11-30"]),
    (2, "America/New_York", ["2026-10-20", "2026-12-04"]),
  ])
  func `DuckDB over the files gives the same figures`(
    seed: UInt64, zone: String, days: [String]
  ) throws {
    let desk = try TestDesk.busy(seed: seed)
    #expect(desk.run("config", "set", "desk.zone=\(zone)").status == 0)
    let report = try #require(try figures(of: desk, days))
    #expect(report["conversations"]?["count"]?.int ?? 0 > 20)
    #expect(report["firstAnswer"]?["median"]?.int ?? 0 > 0)
    guard let told = try told(desk.root + "/data", zone, days) else { return }
    #expect(told == report)
  }

  @Test func `an empty desk has figures too`() throws {
    let desk = try TestDesk.sample()
    let days = ["2026-11-29", "2026-12-02"]
    let report = try figures(of: desk, days)
    guard let told = try told(desk.root + "/data", "America/Sao_Paulo", days) else { return }
    #expect(told == report)
  }

  @Test func `two desks have the conversations of both`() throws {
    let desks = try [TestDesk.busy(seed: 3, conversations: 40), TestDesk.busy(seed: 4)]
    let folder = try TestDesk(now: desks[0].now)
    for (place, desk) in desks.enumerated() {
      try FileManager.default.copyItem(
        atPath: desk.root + "/data", toPath: "\(folder.root)/desk\(place)")
    }
    let days = ["2026-11-01", "2026-11-30"]
    let reports = try desks.map { try figures(of: $0, days) }
    guard let told = try told(folder.root + "/*", "America/Sao_Paulo", days) else { return }
    for name in ["conversations", "firstAnswer", "close", "tickets", "load"] {
      let counts = reports.map { $0?[name]?["count"]?.int ?? 0 }
      #expect(told[name]?["count"]?.int == counts.reduce(0, +), "\(name)")
    }
  }

  @Test(arguments: WrongWords.all)
  func `what is wrong is told in a line`(_ wrong: WrongWords) throws {
    let desk = try TestDesk.sample()
    try wrong.expectLine(of: .duckdb, desk)
  }
}
