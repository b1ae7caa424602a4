import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var contactExport: CommandSpec {
    CommandSpec(
      name: "export",
      summary: Text(
        en: "Everything that the desk keeps about one person, a record a line.",
        pt: "Tudo o que a central guarda sobre uma pessoa, um registro por linha."),
      discussion: Text(
        en: """
          JSON Lines: their contact, conversations, messages, attachments in base64, tickets,
          schedules, what was sent, notifications, and what the log says of these. With `-o` the file
          is for its owner's eyes alone.
          """,
        pt: """
          JSON Lines: o contato, as conversas, as mensagens, os anexos em base64, os chamados, os
          agendamentos, o que foi enviado, as notificações e o que o log diz deles. Com `-o`, só o
          dono lê o arquivo.
          """),
      examples: [
        Example(
          "deskctl contact export carla@loja.com.br -o carla.jsonl",
          Text(en: "for Carla, who asked", pt: "para a Carla, que pediu"))
      ],
      arguments: [
        ArgumentSpec(
          "CONTACT",
          Text(en: "by number, phone or e-mail", pt: "por número, telefone ou e-mail"),
          completion: .dynamic("contact"))
      ],
      action: .read(.administer, run))
  }

  private static func run(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let contact = try desk.contact(words.arguments[0], in: store)
    let traces = try PersonTraces(of: contact.joined ?? contact.id, in: store)
    var spool = Spool(desk.surroundings)
    func add(_ key: String, _ json: JSONValue) throws {
      try spool.add { $0 += (JSONValue.object([key: json]).text() + "\n").utf8 }
    }
    for one in traces.contacts { try add("contact", one.json) }
    var written: Set<String> = []
    for conversation in traces.conversations {
      try add("conversation", conversation.json)
      for message in try store.messages(of: conversation.id) {
        try add("message", message.json)
        for file in message.files where written.insert(file.sha256).inserted {
          let content = try store.content(of: file).map { JSONValue(Base64.encode($0)) }
          try add("file", ["sha256": JSONValue(file.sha256), "content": content ?? .null])
        }
      }
    }
    for one in traces.tickets { try add("ticket", one.json) }
    for one in traces.schedules { try add("schedule", one.json) }
    for one in traces.outbox { try add("outbox", one.masked.json) }
    for one in traces.notifications { try add("notification", one.json) }
    for day in try store.logDays() {
      for event in try store.log(day: day)
      where event.record.map(traces.references.contains) ?? false {
        try add("event", event.json)
      }
    }
    var output = Output(.spooled(spool))
    output.isPrivate = true
    return output
  }
}
