import DeskTestSupport
import JSON

/// An engine for much data that `Samples/many-desks` has the figures of a report for.
enum ReportEngine: String, CaseIterable, Sendable {
  case duckdb
  case spark

  private static let folder = ProjectFile.root + "/.build/python"

  private var module: String {
    switch self {
    case .duckdb: "duckdb"
    case .spark: "pyspark"
    }
  }

  private var script: String {
    switch self {
    case .duckdb: "report.py"
    case .spark: "spark_report.py"
    }
  }

  /// What it says of the data folders that a glob matches; nil where something of it is missing.
  func run(_ desks: String, _ zone: String, _ days: [String]) throws -> Binary.Answer? {
    if self == .spark, try Needed.program("java") == nil { return nil }
    guard let python = try Needed.module(module, in: Self.folder) else { return nil }
    return try Binary.run(
      [python, ProjectFile.root + "/Samples/many-desks/" + script, desks, zone] + days,
      environment: ["PYTHONPATH": Self.folder])
  }
}

/// The figures of `deskctl report`, as JSON.
func figures(of desk: TestDesk, _ days: [String]) throws -> JSONValue? {
  let answer = desk.run("report", "--from", days[0], "--to", days[1], "--json")
  return try JSONValue(parsing: answer.output)["data"]
}
