import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// The Spark job of `Samples/many-desks`: what it says is what `deskctl report` says of one desk, and
/// what DuckDB says of many, to the byte. Spark takes long to start, so that this is torture's.
@Suite(.serialized, .enabled(if: Exhaustion.isWhole, "only in make torture"))
struct ManyDesksSparkTests {
  @Test(arguments: [
    (1, "America/Sao_Paulo", ["2026-11-01", "2026-11-30"]),
    (2, "America/New_York", ["2026-10-20", "2026-12-04"]),
    (3, "Asia/Kathmandu", ["2026-09-20", "2026-10-31"]),
  ])
  func `Spark over the files gives the same figures`(
    seed: UInt64, zone: String, days: [String]
  ) throws {
    let desk = try TestDesk.busy(seed: seed)
    #expect(desk.run("config", "set", "desk.zone=\(zone)").status == 0)
    let report = try #require(try figures(of: desk, days))
    #expect(report["conversations"]?["count"]?.int ?? 0 > 20)
    guard let answer = try ReportEngine.spark.run(desk.root + "/data", zone, days) else { return }
    #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    #expect(try JSONValue(parsing: answer.output) == report)
  }

  @Test func `an empty desk has figures too`() throws {
    let desk = try TestDesk.sample()
    try expectSame(desk.root + "/data", "America/Sao_Paulo", ["2026-11-29", "2026-12-02"])
  }

  /// All have the same ids; an engine may take signs in the names of their folders for its own.
  @Test func `many desks give what DuckDB gives`() throws {
    let folder = try TestDesk()
    let names = [
      "sala de espera", "São José", "a%20b", "dia=1", "_vendas", "c+&#", "conversations",
    ]
    for (place, name) in names.enumerated() {
      let desk = try TestDesk.busy(seed: UInt64(place), conversations: 10 * place)
      if place > 0 { try desk.fill { try $0.remove(Conversation.ID(7)) } }
      try FileManager.default.copyItem(
        atPath: desk.root + "/data", toPath: "\(folder.root)/\(name)")
    }
    try expectSame(folder.root + "/*", "America/New_York", ["2026-10-25", "2026-11-08"])
  }

  @Test(arguments: WrongWords.all)
  func `what is wrong is told in a line`(_ wrong: WrongWords) throws {
    let desk = try TestDesk.sample()
    try wrong.expectLine(of: .spark, desk)
  }

  /// Whether Spark and DuckDB print the same bytes, and Spark nothing else.
  private func expectSame(_ desks: String, _ zone: String, _ days: [String]) throws {
    guard let spark = try ReportEngine.spark.run(desks, zone, days),
      let duckdb = try ReportEngine.duckdb.run(desks, zone, days)
    else { return }
    #expect(spark.status == 0 && spark.error.isEmpty, "\(spark.error)")
    #expect(duckdb.status == 0, "\(duckdb.error)")
    #expect(spark.output == duckdb.output)
  }
}
