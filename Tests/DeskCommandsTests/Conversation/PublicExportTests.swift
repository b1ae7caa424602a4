import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// `conversation export --public`: what may be handed to the contact.
struct PublicExportTests {
  @Test func `public shows names alone, and nothing that is the desk's own`() throws {
    let desk = try planted()
    for form in ["jsonl", "text", "html"] {
      let inside = desk.run("conversation", "export", "--to", form).output
      let shared = desk.run("conversation", "export", "--to", form, "--public")
      #expect(shared.status == 0 && inside.contains("zz"), "\(shared.error)")
      let found = shared.output.split { !($0.isLetter || $0.isNumber) }.filter { $0.contains("zz") }
      #expect(found == [], "\(form)")
      for name in ["Ana Visível", "Carla", "Horizonte", "nota.txt", "98765"] {
        #expect(shared.output.contains(name), "\(form): \(name)")
      }
      for word in ["contact/1", "conversation/1", "ticket", "vendas", "rotocol", "outbox"] {
        #expect(!shared.output.contains(word), "\(form): \(word)")
      }
    }
    try desk.write(
      "todas.jsonl", desk.run("conversation", "export", "--to", "jsonl", "--public").output)
    #expect(desk.run("conversation", "import", "todas.jsonl").status == 4)
  }

  /// A desk with a word that begins with `zz` in whatever is the desk's own.
  private func planted() throws -> TestDesk {
    let desk = try TestDesk.sample()
    for words in [
      ["team", "add", "zzteam", "--name", "zzTeamName"],
      ["group", "add", "zzgroup", "--name", "zzG"],
      [
        "agent", "add", "zzslug", "--name", "Ana Visível", "--email", "zzmail@x.example",
        "--login", "zzlogin", "--teams", "zzteam", "--role", "atendente",
      ],
    ] {
      let answer = desk.run(words)
      #expect(answer.status == 0, "\(words): \(answer.error)")
    }
    try desk.fill { transaction in
      var contact = try transaction.get(Contact.ID(1))
      contact.groups = [try DeskCore.Group.ID(text: "zzgroup")]
      contact.userIDs = ["BR.zzuser"]
      var conversation = Conversation()
      conversation.id = Conversation.ID(1)
      conversation.contact = contact.id
      conversation.team = try Team.ID(text: "zzteam")
      conversation.assignee = try Agent.ID(text: "zzslug")
      conversation.closedBy = "zzcloser"
      conversation.visitor = Visitor(sha256: "zzsha", page: "https://x.example/zzpage")
      var step = HistoryEntry()
      (step.actor, step.team, step.comment) = ("zzactor", conversation.team, "zzcomment")
      conversation.history = [step]
      var service = Case()
      (service.protocolNumber, service.savedBy) = ("zzprotocol", "zzsaver")
      conversation.serviceCase = service
      let file = try transaction.keep(Array("total".utf8), named: "nota.txt")
      var entry = OutboxEntry()
      entry.id = OutboxEntry.ID(1)
      (entry.provider, entry.reason, entry.to) = ("zzdelivered", "zzreason", "+5511987654321")
      (entry.state, entry.agent, entry.contact) = (.sent, conversation.assignee, contact.id)
      for (author, direction) in [
        ("contact/1", Direction.inbound), ("zzslug", .outbound), ("zzgone", .outbound),
        ("system", .outbound), ("administrator", .outbound),
      ] {
        var message = Message()
        (message.author, message.direction, message.at) = (author, direction, TestDesk.start)
        (message.text, message.provider, message.about) = (
          "olá", "wamid.zzprovider", "wamid.zzabout"
        )
        (message.choice, message.files) = ("zzchoice", [file])
        if author == "zzslug" { message.outbox = entry.id }
        try transaction.apply([.message(conversation.take(message))])
      }
      try transaction.apply([.contact(contact), .conversation(conversation), .outbox(entry)])
    }
    return desk
  }
}
