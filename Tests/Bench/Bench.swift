import DeskSystem

/// The program beside others that do a like thing: medians of runs that alternate, on one disk.
struct Bench {
  let deskctl: String
  let environment: [String]
  /// On the disk of the checkout; removed at the end.
  let folder: String

  private static let runs = 200

  init() throws {
    let variables = processEnvironment()
    guard let deskctl = variables["DESKCTL_BINARY"] else { throw BenchError.noBinary }
    self.deskctl = deskctl
    environment = variables.map { "\($0.key)=\($0.value)" }
    let template = ProcessFacts.workingFolder + "/.build/bench.XXXXXX"
    let made = try Program("mktemp", ["-d", template], environment: environment).run()
    folder = String(decoding: made.output.dropLast(), as: UTF8.self)
  }

  func run() throws {
    defer { _ = try? Program("rm", ["-rf", folder], environment: environment).run() }
    print(try nothing.hold(runs: Self.runs, environment: environment))
    try prepare()
    print(try durable.hold(runs: Self.runs, environment: environment), terminator: "")
  }

  private var nothing: Contest {
    Contest(
      title: "Start and end, nothing done",
      first: Contender("deskctl --version", deskctl) { _ in ["--version"] },
      peers: [
        Contender("/bin/true", "/bin/true") { _ in [] },
        Contender("sqlite3 :memory: 'select 1'", "sqlite3") { _ in [":memory:", "select 1"] },
      ])
  }

  private var durable: Contest {
    Contest(
      title: "One durable change, from start to end",
      first: Contender("deskctl schedule add --at …", deskctl) { run in
        desk + [
          "schedule", "add", "--contact", "1", "--agent", "ana", "--at", Self.instant(run),
          "--comment", "measured",
        ]
      },
      peers: [
        Contender("sqlite3 FILE 'insert …'  (journal delete, synchronous full)", "sqlite3") { run in
          [
            database,
            "insert into schedules (at, comment) values ('\(Self.instant(run))', 'measured')",
          ]
        }
      ])
  }

  /// A desk to play with, so that its clock can stand still.
  private var desk: [String] {
    ["--config", folder + "/config", "--data", folder + "/data", "--now", "2026-12-04T10:20:00Z"]
  }

  private var database: String { folder + "/peer.db" }

  private func prepare() throws {
    let table = "create table schedules (id integer primary key, at text unique, comment text)"
    for program in [
      Program(deskctl, desk + ["init", "--sample"], environment: environment),
      Program("sqlite3", [database, table], environment: environment),
    ] {
      let outcome = try program.run()
      guard outcome.status == 0 else { throw BenchError.failed(program.name, outcome.status) }
    }
  }

  /// Ten minutes after that of the run before: S2 lets all of them in.
  private static func instant(_ run: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "2027-01-\(two(1 + run / 144))T\(two(run / 6 % 24)):\(run % 6)0:00Z"
  }
}

enum BenchError: Error {
  /// A contender, or what prepares them, ended with this status.
  case failed(String, Int32)
  /// `make bench` names the program in `DESKCTL_BINARY`.
  case noBinary
}
