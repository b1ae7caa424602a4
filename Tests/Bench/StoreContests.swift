import DeskCore
import DeskStore
import DeskSystem

/// What is done each minute of a desk's life: one start, one change, one tick.
struct StoreContests {
  let scratch: Scratch
  let empty: BenchDesk
  let large: BenchDesk

  var contests: [Contest] {
    get throws {
      [start, idle, try durable(), try due(atRandom: false), try due(atRandom: true)]
    }
  }

  private var start: Contest {
    Contest(
      title: "Start and end, nothing done", runs: 200,
      first: Contender(running: "deskctl --version") { _ in
        scratch.program(scratch.deskctl, ["--version"])
      },
      peers: [
        (Contender(running: "/bin/true") { _ in scratch.program("/bin/true", []) }, .atMost(1.3)),
        (
          Contender(running: "sqlite3 :memory: 'select 1'") { _ in
            scratch.program("sqlite3", [":memory:", "select 1"])
          }, .atMost(1)
        ),
      ])
  }

  private func durable() throws -> Contest {
    let table = "create table schedules (id integer primary key, at text unique, comment text)"
    let database = try scratch.makeDatabase("one.db", table)
    return Contest(
      title: "One durable change, from start to end", runs: 200,
      first: Contender(running: "deskctl schedule add --at …, 1,000,000 stored") { run in
        add(large, run)
      },
      peers: [
        (Contender(running: "the same, none stored") { run in add(empty, run) }, .atMost(1.2)),
        (
          Contender(running: "sqlite3 FILE 'insert …'  (journal delete, synchronous full)") { run in
            let values = "('\(Self.instant(run))', 'measured')"
            return scratch.program(
              "sqlite3", [database, "insert into schedules (at, comment) values \(values)"])
          }, .atMost(1.2)
        ),
      ])
  }

  private func add(_ desk: BenchDesk, _ run: Int) -> Program {
    scratch.program(
      scratch.deskctl,
      desk.words(
        "schedule", "add", "--contact", "1", "--agent", "ana", "--at", Self.instant(run),
        "--comment", "measured"))
  }

  private var idle: Contest {
    Contest(
      title: "Tick, nothing due", runs: 200,
      first: Contender(running: "deskctl tick, 500,000 done and 500,000 pending") { _ in
        large.tick()
      },
      peers: [
        (Contender(running: "deskctl tick, no schedule") { _ in empty.tick() }, .atMost(1.15))
      ])
  }

  private func due(atRandom: Bool) throws -> Contest {
    let table = "create table schedules (id integer primary key, at text, contact integer,"
    let name = atRandom ? "random.db" : "row.db"
    let database = try scratch.makeDatabase(name, table + " state text, comment text)")
    let rows = (0..<MillionDesk.batch).map { row in
      "insert into schedules values (null, '2026-07-01T01:\(row % 60)', \(row), 'd', 'measured');"
    }
    let sql = "begin;" + rows.joined() + "commit;"
    let made = atRandom ? "made at random among 1,000,000" : "made in a row"
    return Contest(
      title: "Tick, 500 due, \(made)", runs: MillionDesk.batches,
      first: Contender(running: "deskctl tick") { run in
        large.tick(now: MillionDesk.now(batch: run + (atRandom ? MillionDesk.batches : 0)))
      },
      peers: [
        (
          Contender(running: "sqlite3 FILE 'begin; insert …; (500 of them) commit'") { _ in
            scratch.program("sqlite3", [database, sql])
          }, .atMost(atRandom ? 40 : 5)
        )
      ])
  }

  /// Ten minutes after that of the run before: S2 lets all of them in.
  private static func instant(_ run: Int) -> String {
    (BenchDesk.instant.hour + 40 * 86_400 + 600 * run).rfc3339
  }
}
