import DeskCore
import DeskStore
import DeskSystem

/// Conversations at scale: what is closed must not be felt by who works with what is open.
struct TalkContests {
  private static let open = 500

  let scratch: Scratch
  /// 1 for the figures that are to be reached; less for a run that shows that the rows work.
  let scale: Double

  var contests: [Contest] {
    get throws { [try list(), try show(), try search(), try say()] }
  }

  private func scaled(_ count: Int) -> Int { max(1, Int(Double(count) * scale)) }

  // MARK: Lists

  /// The open ones lie among the closed ones: one in so many is open.
  private func list() throws -> Contest {
    let closed = scaled(1_000_000)
    let large = try TalkDesk("closed", in: scratch)
    try large.fill(conversations: closed + Self.open) { number in
      let step = (closed + Self.open) / Self.open
      return number % step != 0 || number / step >= Self.open
    }
    let small = try TalkDesk("open", in: scratch)
    try small.fill(conversations: Self.open) { _ in false }
    func list(_ desk: TalkDesk) -> Program {
      scratch.program(scratch.deskctl, desk.words("conversation", "list"))
    }
    return Contest(
      title: "Conversations, a list of \(Self.open) open ones", runs: 50,
      first: Contender(running: "deskctl conversation list, \(closed) closed") { _ in
        list(large)
      },
      peers: [
        (Contender(running: "the same, none closed") { _ in list(small) }, .atMost(1.3))
      ])
  }

  private func show() throws -> Contest {
    let count = scaled(100_000)
    let desk = try TalkDesk("thread", in: scratch)
    try desk.fill(conversations: 2) { _ in false }
    try desk.write(20, in: 1)
    try desk.write(count, in: 2)
    func show(_ number: String) -> Program {
      scratch.program(
        scratch.deskctl, desk.words("conversation", "show", number, "--limit", "20"))
    }
    return Contest(
      title: "The last 20 messages of a conversation", runs: 50,
      first: Contender(running: "deskctl conversation show --limit 20, of \(count)") { _ in
        show("2")
      },
      peers: [(Contender(running: "the same, of 20") { _ in show("1") }, .atMost(2))])
  }

  // MARK: Searching

  /// A thousand conversations of about a megabyte; one message holds the word.
  private func search() throws -> Contest {
    let desk = try TalkDesk("words", in: scratch)
    let count = scaled(1000)
    try desk.fill(conversations: count) { _ in false }
    for number in 1...count { try desk.write(TalkDesk.megabyte, in: number) }
    try desk.write(1, in: count / 2 + 1, text: "a palavra procurada")
    let folder = scratch.path(desk.desk.name + "/data/conversations")
    return Contest(
      title: "A word in \(count) MB of messages", runs: 5,
      first: Contender(running: "deskctl conversation search procurada") { _ in
        scratch.program(scratch.deskctl, desk.words("conversation", "search", "procurada"))
      },
      peers: [
        (
          Contender(running: "grep -rF procurada (GNU, the same files)") { _ in
            scratch.program("grep", ["-rF", "procurada", folder])
          }, .atMost(2)
        ),
        (
          Contender(running: "grep -rFi procurada") { _ in
            scratch.program("grep", ["-rFi", "procurada", folder])
          }, nil
        ),
      ])
  }

  // MARK: Writing

  private func say() throws -> Contest {
    let desk = try TalkDesk("say", in: scratch)
    try desk.fill(conversations: 1) { _ in false }
    return Contest(
      title: "An agent's message, from start to end", runs: 100,
      first: Contender(running: "deskctl conversation say") { _ in
        scratch.program(
          scratch.deskctl, desk.words("conversation", "say", "1", "Bom dia!", "--as", "ana"))
      },
      peers: [
        (
          Contender(running: "deskctl schedule add") { run in
            scratch.program(
              scratch.deskctl,
              desk.words(
                "schedule", "add", "--contact", "1", "--agent", "ana", "--at",
                (BenchDesk.instant.hour + 40 * 86_400 + 600 * run).rfc3339, "--comment", "measured")
            )
          }, .atMost(1.3)
        )
      ])
  }
}
