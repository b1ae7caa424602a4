import DeskCore
import DeskStore
import DeskSystem
import DeskTestSupport
import Foundation
import JSON
import Synchronization
import Testing

/// `contact erase` where it takes too little, too much, or does not come to its end.
struct ErasureEdgeTests {
  private func receive(
    _ desk: TestDesk, _ id: String, _ text: String, from: String = "5511987654321",
    as name: String = "Carla"
  ) {
    let body =
      #"{"entry":[{"changes":[{"field":"messages","value":{"contacts":[{"wa_id":"\#(from)","#
      + #""profile":{"name":"\#(name)"}}],"messages":[{"id":"\#(id)","from":"\#(from)","#
      + #""timestamp":"1796390000","type":"text","text":{"body":"\#(text)"}}]}}]}]}"#
    let answer = desk.run(["whatsapp", "receive", "-"], input: body)
    #expect(answer.status == 0, "\(answer.error)")
  }

  @Test func `somebody whose name is not seen is exported, and erased`() throws {
    let desk = try TestDesk.sample()
    receive(desk, "wamid.1", "oi", from: "5521977771234", as: #"\u200e"#)
    #expect(desk.run("contact", "export", "(21) 97777-1234").status == 0)
    let erased = desk.run("contact", "erase", "(21) 97777-1234", "--yes")
    #expect(erased.status == 0, "\(erased.error)")
    #expect(desk.run("contact", "show", "(21) 97777-1234").status == 3)
  }

  @Test func `who turned out to be another is refused by number, too`() throws {
    let desk = try TestDesk.sample()
    let store = try Store(desk.root + "/data", now: desk.now)
    _ = try store.write(patience: 1) { transaction in
      var shell = try transaction.get(Contact.ID(5))
      shell.joined = Contact.ID(3)
      try transaction.apply([.contact(shell)])
    }
    for word in ["5", "contact/5"] {
      let answer = desk.run("contact", "erase", word, "--yes")
      #expect(answer.status == 5 && answer.error.contains("joined"), "\(answer)")
    }
    #expect(desk.run("contact", "show", "5").status == 0)
    // Where they are gone the number still says who it was.
    for _ in 1...2 { #expect(desk.run("contact", "erase", "3", "--yes").status == 0) }
    #expect(desk.run("contact", "erase", "5", "--yes").status == 0)
    #expect(desk.run("contact", "erase", "99", "--yes").status == 3)
  }

  @Test func `what was put aside of others stays, whatever short words it shares`() throws {
    let desk = try TestDesk.sample()
    let long = "preciso trocar o endereço de entrega do pedido 4711"
    for (id, text) in [("wamid.1", "obrigada"), ("wamid.2", long)] {
      receive(desk, id, text, from: "5521977771234", as: "Ana")
    }
    let automatic = desk.run("outbox", "list", "--jsonl", "--fields", "text").output
    func place(_ name: String) -> String { "data/quarantine/1796390400-0-\(name).jsonl" }
    let others = #"{"author":"ana","text":"obrigada","more":"ana, banana"}"# + "\n" + automatic
    try desk.write(place("tickets_0000"), others)
    try desk.write(place("tickets_0001"), "x \(long) y\n")
    try desk.write(place("tickets_0002"), "x 5521977771234 y\n")
    try desk.write(place("tickets_0003"), #"{"message":"wamid.1"}"# + "\n")
    try desk.write(place("conversations_0000_01"), "{\"id\":1\n")
    let erased = desk.run("contact", "erase", "(21) 97777-1234", "--yes")
    #expect(erased.status == 0, "\(erased.error)")
    let left = try desk.files().keys.filter { $0.hasPrefix("data/quarantine/") }
    #expect(left == [place("tickets_0000")])
    #expect(try desk.read(place("tickets_0000")) == others)
  }

  @Test func `only attachments that others have are told as naming them still`() throws {
    let desk = try TestDesk.sample()
    receive(desk, "wamid.1", "oi")
    receive(desk, "wamid.2", "oi", from: "5531966665555", as: "Lia")
    try desk.write("dela.txt", "recibo de Carla Dias")
    try desk.write("de-outra.txt", "combinado com Carla Dias")
    let say = ["conversation", "say", "--as", "ana", "--file"]
    #expect(desk.run(say + ["dela.txt", "1", "segue"]).status == 0)
    let alone = desk.run("contact", "erase", "1", "-n")
    #expect(alone.status == 0 && !alone.error.contains("left_named"), "\(alone.error)")
    #expect(desk.run(say + ["de-outra.txt", "2", "segue"]).status == 0)
    for words in [["-n"], ["--yes"]] {
      let answer = desk.run(["contact", "erase", "1", "--json"] + words)
      let left = try JSONValue(parsing: answer.output)["data"]?["left"]?.array ?? []
      #expect(left.count == 1 && answer.error.contains("left_named"), "\(answer)")
      let content = try left.first?.string.map { try desk.read("data/" + $0) }
      #expect(content == "combinado com Carla Dias")
    }
  }

  @Test func `nobody waits while the attachments are read, and each is read once`() throws {
    let desk = try TestDesk.sample()
    receive(desk, "wamid.1", "oi")
    receive(desk, "wamid.2", "oi", from: "5531966665555", as: "Lia")
    for (conversation, text) in [("1", "um"), ("2", "dois"), ("2", "combinado com Carla Dias")] {
      try desk.write("nota.txt", text)
      let say = ["conversation", "say", "--as", "ana", "--file", "nota.txt", conversation, text]
      #expect(desk.run(say).status == 0)
    }
    for word in ["-n", "--yes"] {
      let seen = Seen(data: desk.root + "/data")
      desk.kernel = seen.kernel
      let answer = desk.run("contact", "erase", "1", word)
      #expect(answer.error.contains("left_named"), "\(answer)")
      let (paths, isFree) = (seen.attachments.map(\.path), seen.attachments.map(\.isFree))
      #expect(paths.count >= 2 && Set(paths).count == paths.count, "\(paths)")
      #expect(!isFree.contains(false))
    }
  }

  /// Whether others may read and write while an attachment is opened. A class, because it notes it.
  private final class Seen: Sendable {
    private let data: String
    private let noted = Mutex<[(path: String, isFree: Bool)]>([])

    init(data: String) { self.data = data }

    var attachments: [(path: String, isFree: Bool)] { noted.withLock { $0 } }

    var kernel: Kernel {
      Kernel { [self] call, path in
        if call == .open, path.hasPrefix("files/"), path.split(separator: "/").count == 3 {
          let lock = try? FileLock.take("lock", in: Folder(data), .exclusive, patience: 0)
          noted.withLock { $0.append((path, lock != nil)) }
        }
        return .proceed
      }
    }
  }

  @Test func `who answers a message of theirs keeps the answer, and not its id`() throws {
    let desk = try TestDesk.sample()
    receive(desk, "wamid.antes.1", "oi")
    let answering =
      #"{"entry":[{"changes":[{"field":"messages","value":{"contacts":[{"wa_id":"5531966665555","#
      + #""profile":{"name":"Lia"}}],"messages":[{"id":"wamid.2","from":"5531966665555","#
      + #""context":{"id":"wamid.antes.1"},"timestamp":"1796390000","type":"text","#
      + #""text":{"body":"uma resposta"}}]}}]}]}"#
    #expect(desk.run(["whatsapp", "receive", "-"], input: answering).status == 0)
    try desk.write("data/inbox/2026-12-03.jsonl", try desk.read("data/inbox/2026-12-04.jsonl"))
    #expect(desk.run("contact", "erase", "1", "--yes").status == 0)
    for day in ["2026-12-03", "2026-12-04"] {
      let inbox = try desk.read("data/inbox/\(day).jsonl")
      #expect(inbox.contains("uma resposta") && !inbox.contains("wamid.antes"), "\(inbox)")
    }
  }

  /// Locks that others hold for good from the `first` try on. A class, because it counts.
  private final class Busy: Sendable {
    private let first: Int
    private let tries = Mutex(0)

    init(from first: Int) { self.first = first }

    var kernel: Kernel {
      Kernel { [self] call, _ in
        guard call == .lock else { return .proceed }
        let number = tries.withLock { tries in
          tries += 1
          return tries
        }
        return number < first ? .proceed : .fail(EWOULDBLOCK)
      }
    }
  }

  @Test func `busy means that nothing was changed, and 7 how to go on`() throws {
    var statuses: Set<Int32> = []
    let words = ["contact", "erase", "1", "--also", "Carla Velha", "--yes", "--wait", "0"]
    for first in 1...100 where !statuses.contains(0) {
      let desk = try TestDesk.sample()
      receive(desk, "wamid.1", "oi, sou a Carla Velha")
      let before = try desk.files()
      desk.kernel = Busy(from: first).kernel
      let answer = desk.run(words)
      statuses.insert(answer.status)
      if answer.status == 6 {
        #expect(try desk.files() == before, "\(first)")
      } else if answer.status == 7 {
        #expect(answer.error.contains("half_erased"), "\(first): \(answer.error)")
        let line = "deskctl contact erase 1 --also 'Carla Velha' --yes"
        #expect(answer.error.contains(line), "\(first): \(answer.error)")
      }
      desk.kernel = Kernel()
      #expect(desk.run(words).status == 0, "\(first)")
      let left = try desk.files().filter { name, bytes in
        name.hasPrefix("data/") && bytes.range(of: Data("Velha".utf8)) != nil
      }
      #expect(left.keys.sorted() == [], "\(first)")
    }
    #expect(statuses == [0, 6, 7])
  }
}
