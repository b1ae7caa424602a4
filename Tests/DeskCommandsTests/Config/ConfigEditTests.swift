import DeskTestSupport
import Foundation
import Testing

/// `config edit`: a copy is edited, checked and put in place whole. The editors here are the
/// system's own `sed`, `sh` and `true`.
struct ConfigEditTests {
  private func desk(editor: String) throws -> TestDesk {
    let desk = try TestDesk.sample()
    desk.environment["EDITOR"] = editor
    return desk
  }

  private func leftovers(_ desk: TestDesk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.root + "/config").filter {
      $0.hasPrefix(".")
    }
  }

  @Test func `what was edited takes the file's place, byte for byte`() throws {
    let desk = try desk(editor: #"sed -i 's/"minutes": 6/"minutes":4/'"#)
    let before = try desk.read("config/desk.json")
    let answer = desk.run("config", "edit")
    #expect(answer.output == "desk.json: set\n")
    #expect(
      try desk.read("config/desk.json")
        == before.replacing("\"minutes\": 6", with: "\"minutes\":4"))
    #expect(try leftovers(desk) == [])
  }

  @Test(arguments: ["team", "teams", "teams.json"])
  func `another file is named by its name or its noun`(name: String) throws {
    let desk = try desk(editor: "sed -i s/Vendas/Comercial/")
    #expect(desk.run("config", "edit", name).status == 0)
    #expect(desk.run("team", "show", "vendas").output.contains("Comercial"))
  }

  @Test func `VISUAL goes before EDITOR`() throws {
    let desk = try desk(editor: "false")
    desk.environment["VISUAL"] = "true"
    #expect(desk.run("config", "edit").output == "desk.json: already so\n")
  }

  @Test func `a fault is told, and nothing changes`() throws {
    let desk = try desk(editor: "sed -i s/atendente/chefe/")
    let before = try desk.read("config/agents.json")
    let answer = desk.run("config", "edit", "agents")
    #expect(answer.status == 4)
    #expect(answer.error.contains("agents.json:7:15: agents.ana.role: there is no role chefe"))
    #expect(try desk.read("config/agents.json") == before)
    #expect(try leftovers(desk) == [])
  }

  @Test func `what is no JSON is told with its place`() throws {
    let desk = try desk(editor: "sed -i '$d'")
    let answer = desk.run("config", "edit", "--no-input")
    #expect(answer.status == 4)
    #expect(answer.error.contains("config/desk.json:"))
  }

  @Test func `an editor that fails changes nothing`() throws {
    let desk = try desk(editor: "false")
    let answer = desk.run("config", "edit")
    #expect(answer.status == 10)
    #expect(try leftovers(desk) == [])
  }

  @Test func `without an editor and a terminal it says which to name`() throws {
    let desk = try TestDesk.sample()
    let answer = desk.run("config", "edit")
    #expect(answer.status == 2)
    #expect(answer.error.contains("EDITOR=nano"))
  }

  @Test func `rehearsed, it changes nothing`() throws {
    let desk = try desk(editor: "sed -i s/Vendas/Comercial/")
    let before = try desk.read("config/teams.json")
    #expect(desk.run("config", "edit", "teams", "-n").output == "teams.json: set\n")
    #expect(try desk.read("config/teams.json") == before)
  }

  @Test func `what somebody else changed meanwhile stands, and the edited text is kept`() throws {
    let desk = try TestDesk.sample()
    let theirs = try desk.read("config/teams.json").replacing("Vendas", with: "Lojas")
    try desk.write("theirs.json", theirs)
    desk.environment["EDITOR"] =
      "cp \(desk.root)/theirs.json \(desk.root)/config/teams.json; sed -i s/Vendas/Comercial/"
    let answer = desk.run("config", "edit", "teams")
    #expect(answer.status == 5)
    #expect(answer.error.contains("changed_meanwhile"))
    #expect(try desk.read("config/teams.json") == theirs)
    let kept = try #require(leftovers(desk).first)
    #expect(try desk.read("config/" + kept).contains("Comercial"))
  }

  @Test func `nothing is locked while somebody edits`() throws {
    let desk = try TestDesk.sample()
    desk.environment["EDITOR"] =
      "flock -n \(desk.root)/config true && sed -i s/Vendas/Comercial/"
    #expect(desk.run("config", "edit", "teams").status == 0)
  }

  @Test func `a file that is missing is begun`() throws {
    let desk = try desk(editor: #"sed -i 's/{}/{"lua": {"name": "Lua"}}/'"#)
    try FileManager.default.removeItem(atPath: desk.root + "/config/groups.json")
    #expect(desk.run("config", "edit", "group").status == 0)
    #expect(desk.run("group", "list").output == "lua\tLua\n")
  }

  @Test func `only administrators edit`() throws {
    let desk = try desk(editor: "true")
    #expect(desk.run("--as", "ana", "config", "edit").status == 11)
  }
}
