import DeskCore
import DeskStore
import DeskSystem

/// Tickets with their messages on their way into another system. How many megabytes of messages
/// there are is said by a word such as `megabytes=200`; 1000 unless it is.
struct ExportContests {
  let scratch: Scratch
  let megabytes: Int

  private static let messages = 20
  private static let text =
    "Bom dia! A segunda via do boleto não chegou, e o \"prazo\" é amanhã: consegue me enviar de novo? 😀 "

  init(scratch: Scratch, wanted: Set<String>) {
    self.scratch = scratch
    let word = wanted.first { $0.hasPrefix("megabytes=") }
    megabytes = word.flatMap { Int($0.dropFirst(10)) } ?? 1000
  }

  func contest() throws -> Contest {
    let desk = try filled("export", megabytes: megabytes)
    let small = try filled("export-small", megabytes: max(1, megabytes / 10))
    print("Memory of an export of \(megabytes) MB: \(try memory(desk)) MiB; ", terminator: "")
    print("of \(max(1, megabytes / 10)) MB: \(try memory(small)) MiB; to stay below 64\n")
    return Contest(
      title: "Export of \(megabytes) MB of messages to Zendesk's bodies", runs: 3,
      first: Contender(running: "deskctl ticket export --to zendesk -o FOLDER") { run in
        scratch.program(scratch.deskctl, words(desk, to: "out\(run)"))
      },
      peers: [
        (piped(desk, "jq -c -n -f Tests/Bench/zendesk.jq"), .atLeast(4)),
        (piped(desk, "python3 Tests/Bench/zendesk.py"), nil),
      ])
  }

  private func words(_ desk: BenchDesk, to folder: String) -> [String] {
    desk.words("ticket", "export", "--to", "zendesk", "-o", scratch.path(folder))
  }

  /// A program that is given every line of messages.
  private func piped(_ desk: BenchDesk, _ command: String) -> Contender {
    let folder = scratch.path(desk.name + "/data/conversations")
    return Contender(running: command + "  (its messages alone)") { run in
      scratch.program(
        "sh",
        [
          "-c",
          "find '\(folder)' -path '*/*/*.jsonl' -path '*/conversations/*/*' -print0 | sort -z "
            + "| xargs -0 cat | \(command) >'\(scratch.path("peer\(run).json"))'",
        ])
    }
  }

  /// The most that an export held at once.
  private func memory(_ desk: BenchDesk) throws -> Int {
    let outcome = try scratch.program(
      "sh",
      [
        "-c", "exec env time -f %M -- \"$@\" 2>&1 >/dev/null", "sh", scratch.deskctl,
      ] + words(desk, to: desk.name + "-out")
    ).run()
    let text = String(decoding: outcome.output, as: UTF8.self)
    guard let kilobytes = Int(text.split(separator: "\n").last ?? "") else {
      throw BenchError.failed("time", outcome.status)
    }
    return kilobytes / 1024
  }

  private func filled(_ name: String, megabytes: Int) throws -> BenchDesk {
    let desk = try BenchDesk(name, in: scratch)
    // A line of the store is its text and some 150 bytes.
    let count = megabytes * 1_000_000 / (Self.messages * (2 * Self.text.utf8.count + 150))
    try desk.fillContacts(1000)
    try desk.fill(1...count, at: BenchDesk.instant) { number, transaction in
      for effect in try Self.effects(number) { try transaction.apply([effect]) }
      return .ticket(Self.ticket(number))
    }
    return desk
  }

  private static func effects(_ number: Int) throws -> [Effect] {
    var conversation = Conversation()
    conversation.id = Conversation.ID(number)
    conversation.contact = Contact.ID(1 + number % 1000)
    conversation.openedAt = BenchDesk.instant
    let taken = (0..<messages).map { place in
      var message = Message()
      message.direction = place % 2 == 0 ? .inbound : .outbound
      message.author = place % 2 == 0 ? "contact/\(1 + number % 1000)" : "ana"
      message.at = BenchDesk.instant + 60 * place
      message.text = text + text
      return conversation.take(message)
    }
    return [.conversation(conversation)] + taken.map { .message($0) }
  }

  private static func ticket(_ number: Int) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(number)
    ticket.title = "Segunda via do boleto \(number)"
    ticket.contact = Contact.ID(1 + number % 1000)
    ticket.conversation = Conversation.ID(number)
    ticket.openedAt = BenchDesk.instant
    return ticket
  }
}
