import DeskCore
import DeskStore
import DeskSystem

/// Webhook bodies: many in a file, and one.
struct ReceivingContests {
  let scratch: Scratch

  private static let count = 100_000
  /// The peer's own start is then little of what it takes.
  private static let passes = 3

  var contests: [Contest] {
    get throws { [try many(from: 10_000, 0.1), try many(from: 100, 0.25), try one()] }
  }

  private func many(from contacts: Int, _ figure: Double) throws -> Contest {
    let file = "bodies\(contacts).jsonl"
    try scratch.write(file, (0..<Self.count).map { Self.body($0, of: contacts) }.joined())
    return Contest(
      title: "Webhook bodies, 100,000 messages from \(contacts) contacts", runs: 3,
      first: Contender(running: "deskctl whatsapp receive FILE", units: Self.count) { run in
        _ = try BenchDesk("receive\(contacts)-\(run)", in: scratch)
      } program: { run in
        let folder = scratch.path("receive\(contacts)-\(run)")
        return scratch.unread(
          scratch.deskctl,
          [
            "--config", folder + "/config", "--data", folder + "/data", "--now", BenchDesk.start,
            "whatsapp", "receive", scratch.path(file),
          ])
      },
      peers: [
        (
          Contender(
            running: "python3: pywa's Message.from_update(…) of each line, nothing stored",
            units: Self.count * Self.passes
          ) { _ in
            scratch.program(
              "python3", ["-c", Self.parser, scratch.path(file), String(Self.passes)])
          }, .atLeast(figure)
        )
      ])
  }

  private static let parser = """
    import json, sys
    from pywa import WhatsApp
    from pywa.types import Message
    client = WhatsApp(phone_id="207700011122233", token="x")
    for turn in range(int(sys.argv[2])):
        for line in open(sys.argv[1], "rb"):
            Message.from_update(client=client, update=json.loads(line))
    """

  private func one() throws -> Contest {
    let desk = try BenchDesk("one-body", in: scratch)
    return Contest(
      title: "One webhook body, from start to end", runs: 200,
      first: Contender(running: "deskctl whatsapp receive FILE") { run in
        try scratch.write("one-\(run).json", Self.body(run, of: 1))
      } program: { run in
        scratch.unread(
          scratch.deskctl, desk.words("whatsapp", "receive", scratch.path("one-\(run).json")))
      },
      peers: [
        (
          Contender(running: "deskctl schedule add --at …") { run in
            scratch.program(
              scratch.deskctl,
              desk.words(
                "schedule", "add", "--contact", "1", "--agent", "ana", "--at",
                (BenchDesk.instant.hour + 40 * 86_400 + 600 * run).rfc3339, "--comment", "measured")
            )
          }, .atMost(2)
        )
      ])
  }

  /// A message of somebody new, then of the same again, as the Cloud API sends it.
  private static func body(_ number: Int, of contacts: Int) -> String {
    let contact = number * 7919 % contacts
    let phone = "55119\(50_000_000 + contact)"
    let user = "BR.73108455\(62_900_000 + contact)"
    let at = BenchDesk.instant.secondsSinceEpoch + number / 20
    return #"{"object":"whatsapp_business_account","entry":[{"id":"104400055566677","changes":["#
      + #"{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"#
      + #""551140028922","phone_number_id":"207700011122233"},"contacts":[{"profile":{"name":"#
      + #""Cliente \#(contact)"},"wa_id":"\#(phone)","user_id":"\#(user)"}],"messages":[{"from":"#
      + #""\#(phone)","id":"wamid.HBgNNTUxMTkxMjM0NTY3OBUCABIYFDNB\#(number)AA==","timestamp":"#
      + #""\#(at)","type":"text","text":{"body":"Bom dia! A impressora da recepção parou de novo."}"#
      + #"}]},"field":"messages"}]}]}"# + "\n"
  }
}
