import DeskTestSupport
import Foundation
import Testing

/// `contact erase` looks for what somebody was called and reached by before, too.
struct FormerNameTests {
  /// Davi Rocha, contact 8, who wrote as Davi Prado from another phone, and was changed since.
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.sample()
    func run(_ words: String..., input: String = "") {
      let answer = desk.run(words, input: input)
      #expect(answer.status == 0, "\(words): \(answer.error)")
    }
    run("whatsapp", "receive", "-", input: Self.body([Self.davi("wamid.1", "oi")]))
    run("contact", "set", "8", "--name", "Davi Rocha", "--phones", "(31) 98888-7777")
    run("contact", "set", "8", "--emails", "davi@velho.example")
    run("ticket", "add", "--contact", "2", "--title", "x", "--team", "vendas", "--agent", "bia")
    run("ticket", "note", "1", "falar com Davi Prado da Silva, (21) 97777-1234")
    run("ticket", "note", "1", "ou Davi de Souza, davi@velho.example")
    run("contact", "set", "8", "--emails", "davi@novo.example")
    return desk
  }

  private static func davi(_ id: String, _ text: String) -> (String, String, String, String) {
    (id, "5521977771234", "Davi Prado da Silva", text)
  }

  private static func body(_ messages: [(String, String, String, String)]) -> String {
    let contacts = messages.map { #"{"wa_id":"\#($0.1)","profile":{"name":"\#($0.2)"}}"# }
    let texts = messages.map {
      #"{"id":"\#($0.0)","from":"\#($0.1)","timestamp":"1796390000","type":"text","#
        + #""text":{"body":"\#($0.3)"}}"#
    }
    return #"{"entry":[{"changes":[{"field":"messages","value":{"contacts":["#
      + contacts.joined(separator: ",") + #"],"messages":["# + texts.joined(separator: ",")
      + "]}}]}]}"
  }

  /// In what files of the store a text stands.
  private func files(_ desk: TestDesk, with text: String) throws -> [String] {
    try desk.files().filter { name, bytes in
      name.hasPrefix("data/") && bytes.range(of: Data(text.utf8)) != nil
    }.map(\.key).sorted()
  }

  @Test func `a name and a phone that bodies tell are found in others' records`() throws {
    let desk = try desk()
    #expect(try files(desk, with: "Davi Prado").count > 1)
    #expect(desk.run("contact", "erase", "8", "--yes").status == 0)
    for text in ["Davi Prado", "97777", "77771234", "wamid.1", "Davi Rocha", "98888"] {
      #expect(try files(desk, with: text) == [], "\(text)")
    }
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `what the store does not know is named by --also`() throws {
    let desk = try desk()
    let also = ["--also", "davi de souza", "--also", "davi@velho.example"]
    let rehearsed = desk.run(["contact", "erase", "8", "-n"] + also)
    #expect(
      rehearsed.output.contains("lines of others with \"davi de souza\": 1\n"), "\(rehearsed)")
    #expect(desk.run(["contact", "erase", "8", "--yes"] + also).status == 0)
    #expect(try files(desk, with: "Davi de Souza") == [])
    #expect(try files(desk, with: "davi@velho") == [])
  }

  @Test func `--also takes nothing short, and nothing that names another contact`() throws {
    let desk = try desk()
    let before = try desk.files()
    #expect(desk.run("contact", "erase", "8", "--yes", "--also", " Davi ").status == 2)
    for others in ["Carla Dias", "carla dias", "carla@loja.com.br", "11 98765-4321", "Carla D"] {
      let refused = desk.run("contact", "erase", "8", "--yes", "--also", others)
      #expect(refused.status == 5, "\(others)")
      #expect(refused.error.contains("others_name"))
    }
    #expect(try desk.files() == before)
  }

  @Test func `a name that another contact has by now stays where it is`() throws {
    let desk = try desk()
    desk.run("contact", "add", "--name", "DAVI PRADO DA SILVA", "--emails", "outro@x.example")
    #expect(desk.run("contact", "erase", "8", "--yes").status == 0)
    #expect(try files(desk, with: "falar com Davi Prado da Silva") != [])
  }

  @Test func `a phrase that somebody calls themselves by stays in what others wrote`() throws {
    let desk = try TestDesk.sample()
    func says(_ id: String, _ from: String, _ name: String, _ text: String) {
      let answer = desk.run(
        ["whatsapp", "receive", "-"], input: Self.body([(id, from, name, text)]))
      #expect(answer.status == 0, "\(answer.error)")
    }
    says("wamid.1", "5521977771234", "Boa tarde", "oi")
    says("wamid.2", "5521977771234", "Deus é fiel", "oi")
    says("wamid.3", "5531966665555", "Lia", "boa tarde! deus é fiel")
    let rehearsed = desk.run("contact", "erase", "8", "-n").output
    #expect(rehearsed.contains("lines of others with \"Deus é fiel\": "), "\(rehearsed)")
    #expect(!rehearsed.contains("Boa tarde"))
    desk.run("contact", "set", "8", "--name", "Davi Rocha")
    #expect(!desk.run("contact", "erase", "8", "-n").output.contains("fiel"))
    desk.run("contact", "set", "8", "--name", "Deus é fiel")
    #expect(desk.run("contact", "erase", "8", "--yes", "--keep", "deus e fiel").status == 0)
    #expect(desk.run("conversation", "show", "2").output.contains("boa tarde! deus é fiel"))
  }

  @Test func `what came from a number before it was theirs is another's`() throws {
    let desk = try TestDesk.sample()
    func says(_ id: String, _ text: String) {
      let body = Self.body([(id, "5521977771234", "Fulana", text)])
      #expect(desk.run(["whatsapp", "receive", "-"], input: body).status == 0)
    }
    says("wamid.1", "recado da primeira")
    desk.run("contact", "set", "8", "--phones", "(31) 98888-7777")
    desk.run("contact", "add", "--name", "Rui Novo", "--phones", "(21) 97777-1234")
    says("wamid.2", "recado do segundo")
    let export = desk.run("contact", "export", "9").output
    #expect(export.contains("recado do segundo") && !export.contains("recado da primeira"))
    #expect(desk.run("contact", "erase", "9", "--yes").status == 0)
    #expect(try files(desk, with: "recado da primeira").contains { $0.contains("inbox/") })
    #expect(try files(desk, with: "recado do segundo") == [])
    #expect(try files(desk, with: "77771234") == [])
  }

  @Test func `of a body with others' messages only their part goes`() throws {
    let desk = try TestDesk.sample()
    let other = ("wamid.2", "5531966665555", "Lia", #"o Davi Prado da S\u00edlva volta?"#)
    var davi = Self.davi("wamid.1", "oi")
    davi.2 = #"Davi Prado da S\u00edlva"#
    #expect(desk.run(["whatsapp", "receive", "-"], input: Self.body([davi, other])).status == 0)
    #expect(desk.run("contact", "erase", "8", "--yes").status == 0)
    let inbox = try #require(try desk.files().first { $0.key.hasPrefix("data/inbox/") }?.value)
    let text = String(decoding: inbox, as: UTF8.self)
    #expect(text.contains("wamid.2") && text.contains("Lia") && text.contains("o ••• volta?"))
    #expect(!text.contains("Davi") && !text.contains("wamid.1") && !text.contains("1977"))
    #expect(desk.run("doctor").status == 0)
    #expect(desk.run("conversation", "show", "2").output.contains("o ••• volta?"))
  }
}
