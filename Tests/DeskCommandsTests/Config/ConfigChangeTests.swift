import CommandLineKit
import DeskCommands
import DeskCore
import DeskStore
import DeskSystem
import DeskTestSupport
import Foundation
import JSON
import Synchronization
import Testing

/// Changing Config: together or not at all, and nothing else changes.
struct ConfigChangeTests {
  @Test func `several keys of which one is refused change nothing`() throws {
    let desk = try TestDesk.sample()
    let before = try desk.read("config/desk.json")
    for wrong in ["desk.zone=X", "schedules.spacing.scope=x", "desk.x=1", "desk.name", "outbox=1"] {
      #expect(desk.run("config", "set", "schedules.maxLateness=60", wrong).status == 2)
      #expect(try desk.read("config/desk.json") == before)
    }
  }

  @Test func `several keys change in one rename`() throws {
    let desk = try TestDesk.sample()
    let renames = Counter()
    desk.kernel = Kernel { call, path in
      if call == .rename { renames.add(path) }
      return .proceed
    }
    desk.run("config", "set", "schedules.maxLateness=60", "desk.name=B", "outbox.folder=/tmp")
    #expect(renames.paths == ["desk.json"])
  }

  @Test func `interrupted at any system call, the file is as before or as after`() throws {
    let desk = try TestDesk.sample()
    let before = try desk.read("config/desk.json")
    let line = ["config", "set", "schedules.maxLateness=60", "desk.name=B"]
    desk.run(line)
    let after = try desk.read("config/desk.json")
    var isInterrupted = true
    var calls = 0
    while isInterrupted {
      try desk.write("config/desk.json", before)
      let counter = Counter()
      let limit = calls
      desk.kernel = Kernel { call, path in
        counter.add(path)
        return counter.paths.count <= limit ? .proceed : .fail(5)
      }
      isInterrupted = desk.run(line).status != 0
      desk.kernel = Kernel()
      let now = try desk.read("config/desk.json")
      #expect(now == before || now == after, "after \(calls) calls")
      if !isInterrupted { #expect(now == after) }
      calls += 1
    }
    #expect(calls > 20)
  }

  @Test func `what is not changed keeps its order and its place`() throws {
    let desk = try TestDesk.sample()
    let text = """
      {
        "schedules": {
          "maxLateness": 7200,
          "spacing": {
            "scope": "team",
            "minutes": 6
          }
        },
        "desk": {
          "zone": "America/Sao_Paulo",
          "name": "Ao contrário"
        },
        "$schema": "schema/desk.schema.json"
      }

      """
    try desk.write("config/desk.json", text)
    desk.run("config", "set", "schedules.spacing.minutes=4", "desk.country=PT")
    #expect(
      try desk.read("config/desk.json")
        == text.replacing("\"minutes\": 6", with: "\"minutes\": 4")
        .replacing("\"Ao contrário\"", with: "\"Ao contrário\",\n    \"country\": \"PT\""))
  }

  @Test func `an entry that is added comes last, one that changes keeps its place`() throws {
    let desk = try TestDesk.sample()
    desk.run("team", "add", "aaa")
    desk.run("team", "set", "financeiro", "--name", "Contas")
    desk.run("team", "set", "suporte", "--name", "Suporte")
    let teams = try #require(JSONValue(parsing: desk.read("config/teams.json"))["teams"]?.object)
    #expect(teams.keys == ["suporte", "financeiro", "vendas", "aaa"])
    #expect(teams["financeiro"]?["name"] == "Contas")
  }

  @Test func `adding and removing leaves every byte as it was`() throws {
    let desk = try TestDesk.sample()
    for noun in ["team", "category", "ticket-type", "priority", "group", "role"] {
      let file = try #require(
        [
          "team": "teams", "category": "categories", "ticket-type": "ticketTypes",
          "priority": "priorities", "group": "groups", "role": "roles",
        ][noun])
      let before = try desk.read("config/\(file).json")
      #expect(desk.run(noun, "add", "provisorio").status == 0)
      #expect(try desk.read("config/\(file).json") != before)
      #expect(desk.run(noun, "remove", "provisorio").status == 0)
      #expect(try desk.read("config/\(file).json") == before)
    }
  }

  @Test func `a value that is there already writes nothing`() throws {
    let desk = try TestDesk.sample()
    let renames = Counter()
    desk.kernel = Kernel { call, path in
      if call == .rename { renames.add(path) }
      return .proceed
    }
    #expect(desk.run("config", "set", "desk.country=BR").status == 0)
    #expect(desk.run("config", "unset", "outbox.folder").status == 0)
    #expect(desk.run("team", "set", "suporte", "--name", "Suporte").status == 0)
    #expect(desk.run("config", "set", "desk.country=PT", "-n").status == 0)
    #expect(desk.run("team", "add", "x", "-n").status == 0)
    #expect(desk.run("team", "remove", "financeiro", "-n").status == 5)
    #expect(renames.paths.isEmpty)
  }

  @Test func `an entry's file that is missing is made`() throws {
    let desk = try TestDesk.sample()
    try FileManager.default.removeItem(atPath: desk.root + "/config/groups.json")
    #expect(desk.run("group", "list").status == 0)
    #expect(desk.run("group", "add", "novo").status == 0)
    #expect(
      try desk.read("config/groups.json") == """
        {
          "$schema": "schema/groups.schema.json",
          "groups": {
            "novo": {
              "name": "Novo"
            }
          }
        }

        """)
  }

  @Test func `a fault elsewhere stands in the way, and can be set right`() throws {
    let desk = try TestDesk.sample()
    let sick = try desk.read("config/desk.json").replacing("\"BR\"", with: "\"XX\"")
    try desk.write("config/desk.json", sick)
    let answer = desk.run("team", "add", "nova")
    #expect(answer.status == 4)
    #expect(answer.error.contains("desk.json:6:16: desk.country:"))
    #expect(desk.run("config", "set", "desk.country=PT").status == 0)
    #expect(desk.run("team", "add", "nova").status == 0)
  }

  @Test func `while another holds the configuration it waits, and says that it is busy`() throws {
    let desk = try TestDesk.sample()
    let config = try ConfigFolder(desk.root + "/config")
    try config.locked(.shared, patience: 1) {
      let answer = desk.run("config", "set", "desk.name=B", "--wait", "0.05")
      #expect(answer.status == 6)
      #expect(desk.run("config", "get", "desk.name").status == 0)
    }
    #expect(desk.run("config", "set", "desk.name=B", "--wait", "0.05").status == 0)
  }

  @Test func `of many changes at once none is lost`() async throws {
    let desk = try TestDesk.sample()
    let (config, data) = (desk.root + "/config", desk.root + "/data")
    await withTaskGroup(of: Void.self) { tasks in
      for number in 1...12 {
        tasks.addTask {
          guard let own = try? TestDesk() else { return }
          own.environment["DESKCTL_CONFIG"] = config
          own.environment["DESKCTL_DATA"] = data
          own.run("team", "add", "equipe-\(number)")
        }
      }
    }
    #expect(desk.run("team", "list", "-q").output.split(separator: "\n").count == 15)
  }

  @Test func `who removes a group of many is told of the first`() throws {
    let desk = try TestDesk.sample()
    try desk.reference(contacts: 25, to: "mercado-sol")
    let answer = desk.run("group", "remove", "mercado-sol")
    #expect(answer.status == 5)
    #expect(answer.error.contains("contact/4, contact/5, contact/8"))
    #expect(answer.error.contains("(+17)"))
  }
}

extension TestDesk {
  /// Adds contacts that belong to a group.
  fileprivate func reference(contacts count: Int, to group: String) throws {
    let store = try Store(root + "/data", now: now)
    _ = try store.write(patience: 1) { transaction in
      for _ in 1...count {
        var contact = Contact()
        contact.id = Contact.ID(try transaction.nextNumber(.contact))
        contact.groups = [try DeskCore.Group.ID(text: group)]
        try transaction.apply([.contact(contact)])
      }
    }
  }
}

/// What was seen, counted. A class, because the closure that tells it is copied.
private final class Counter: Sendable {
  private let seen = Mutex<[String]>([])

  func add(_ path: String) { seen.withLock { $0.append(path) } }

  var paths: [String] { seen.withLock { $0 } }
}
