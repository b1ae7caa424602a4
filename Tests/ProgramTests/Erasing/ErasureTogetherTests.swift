import DeskTestSupport
import Foundation
import JSON
import Testing

/// A person is erased while others, and the person, go on writing.
struct ErasureTogetherTests {
  private static let rounds = Exhaustion.isWhole ? 12 : 1
  /// Of two digits, so that none begins another.
  private static let writers = 11...24

  @Test(arguments: 1...rounds)
  func `no byte is left but of what came in afterwards, and others lose nothing`(
    _ round: Int
  ) throws {
    let desk = try ErasedPerson.desk()
    #expect(try ErasedPerson.found(in: desk.root).count > 30)
    var started: [(words: [String], process: Binary.Started)] = []
    func start(_ words: String...) throws {
      started.append((words, try desk.start(words + ["--wait", "60"])))
    }
    for number in Self.writers {
      if number == 12 + round * 5 % 12 {
        started.append((["erase"], try desk.start(ErasedPerson.erase)))
      }
      try start("whatsapp", "receive", try other(number, desk))
      try start("whatsapp", "receive", try own(number, desk))
      try start("conversation", "say", "1", "resposta secreta \(number)", "--as", "ana")
      try start("conversation", "say", "2", "resposta \(number) à Lia", "--as", "ana")
      if number % 4 == 0 {
        try start("tick", "--deliver")
        try start("ticket", "export", "--to", "zendesk", "-o", "\(desk.root)/saida\(number)")
      }
    }
    for one in started {
      let answer = try one.process.wait()
      let mayEnd: Set<Int32> =
        switch one.words.prefix(3) {
        case ["conversation", "say", "1"]: [0, 3]
        default: [0]
        }
      #expect(mayEnd.contains(answer.status), "\(one.words): \(answer)")
    }
    try expectErased(desk)
    try expectOthers(desk)
  }

  /// What others wrote: `Lia` from one phone, of a name that nobody else has.
  private func other(_ number: Int, _ desk: BinaryDesk) throws -> String {
    let name = "lia\(number).jsonl"
    let body = ErasedPerson.body(
      "wamid.lia.\(number)", "recado \(number) da Lia", from: "5531966665555", as: "Lia")
    try ErasedPerson.write([body], desk, name)
    return name
  }

  /// What the person writes meanwhile, from the phone that the desk knows.
  private func own(_ number: Int, _ desk: BinaryDesk) throws -> String {
    let name = "carla\(number).jsonl"
    let body = ErasedPerson.body(
      "wamid.carla.\(number)", "novidade \(number)!", from: "5521933334444", as: "C.")
    try ErasedPerson.write([body], desk, name)
    return name
  }

  /// What was there is gone; what came in afterwards is a new contact's, and goes with them.
  private func expectErased(_ desk: BinaryDesk) throws {
    let kept = ["93333"]
    let left = ErasedPerson.needles.filter { !kept.contains($0) }
    #expect(try ErasedPerson.found(left, in: desk.root) == [])
    let contacts = try records(desk, "contact", "list")
    let new = contacts.filter { $0["phones"]?.array?.contains("+5521933334444") ?? false }
    #expect(new.count <= 1 && new.allSatisfy { $0["id"]?.int ?? 0 > 8 }, "\(new)")
    let own = try new.first?["id"]?.int.map { try desk.run("contact", "export", String($0)).output }
    for number in Self.writers {
      let text = "novidade \(number)!"
      let isThere = try !ErasedPerson.found([text, "wamid.carla.\(number)"], in: desk.root).isEmpty
      #expect(isThere == (own?.contains("\"\(text)\"") ?? false), "\(text)")
    }
    #expect(try desk.run("doctor").status == 0)
    guard let number = new.first?["id"]?.int else { return }
    #expect(try desk.run("contact", "erase", String(number), "--yes").status == 0)
    let all = ErasedPerson.needles + ["novidade", "wamid.carla", "resposta secreta"]
    #expect(try ErasedPerson.found(all, in: desk.root) == [])
  }

  private func expectOthers(_ desk: BinaryDesk) throws {
    let shown = try JSONValue(parsing: desk.run("conversation", "show", "2", "--json").output)
    let texts = shown["data"]?["messages"]?.array?.compactMap { $0["text"]?.string } ?? []
    for number in Self.writers {
      #expect(texts.filter { $0 == "recado \(number) da Lia" }.count == 1, "\(number)")
      #expect(texts.filter { $0 == "resposta \(number) à Lia" }.count == 1, "\(number)")
    }
    #expect(texts.first == "a ••• saiu")
    #expect(try desk.run("ticket", "show", "2").output.contains("ligar para •••, a •••"))
    #expect(try desk.run("doctor").status == 0)
  }

  private func records(_ desk: BinaryDesk, _ words: String...) throws -> [JSONValue] {
    try desk.run(words + ["--jsonl"]).output.split(separator: "\n").map {
      try JSONValue(parsing: String($0))
    }
  }
}
