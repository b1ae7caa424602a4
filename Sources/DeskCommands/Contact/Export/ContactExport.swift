import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var contactExport: CommandSpec {
    CommandSpec(
      name: "export",
      summary: Text(
        en: "Everything that the desk keeps about one person, to hand over.",
        pt: "Tudo o que a central guarda sobre uma pessoa, para entregar."),
      discussion: Text(
        en: """
          `jsonl`, a record a line: their contact, conversations, messages, attachments in base64,
          tickets, schedules, what was sent and what became of it, notifications, what the log says of
          these, and what WhatsApp sent, as it came; where it sent something of others with it, that is
          left out. `html` is one page for people, without what files hold and without what WhatsApp
          sent: it says the same as the messages. With `-o` the file is for its owner's eyes alone.

          It holds what agents noted of them, and not what others' records say. What may be handed over is for people to decide.
          """,
        pt: """
          `jsonl`, um registro por linha: o contato, as conversas, as mensagens, os anexos em base64,
          os chamados, os agendamentos, o que foi enviado e o que houve com isso, as notificações, o
          que o log diz dela e o que o WhatsApp mandou, como chegou; o que veio junto e é de outros
          fica de fora. `html` é uma página para pessoas, sem o conteúdo dos arquivos e sem o que o
          WhatsApp mandou, que diz o mesmo que as mensagens. Com `-o`, só o dono lê o arquivo.

          Leva também o que atendentes anotaram, e não o que registros de outros dizem. Cabe a pessoas decidir o que pode ser entregue.
          """),
      examples: [
        Example(
          "deskctl contact export carla@loja.com.br -o carla.jsonl",
          Text(en: "for Carla, who asked", pt: "para a Carla, que pediu")),
        Example(
          "deskctl contact export 3 --to html -o carla.html",
          Text(en: "to read and to print", pt: "para ler e imprimir")),
      ],
      arguments: [
        ArgumentSpec(
          "CONTACT",
          Text(en: "by number, phone or e-mail", pt: "por número, telefone ou e-mail"),
          completion: .dynamic("contact"))
      ],
      options: [form], action: .reads(.administer, run))
  }

  private static let form = OptionSpec.value(
    "to", "FORM", Text(en: "jsonl, unless set, or html", pt: "jsonl, se não for dito, ou html"),
    choices: ["jsonl", "html"])

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let traces = try desk.reading { store in
      let contact = try desk.contact(words.arguments[0], in: store)
      return try PersonTraces(PersonSearch(contact.joined ?? contact.id), in: store)
    }
    var spool = Spool(desk.surroundings)
    if words.value(form) == "html" {
      try PersonPage(desk, traces).write(into: &spool)
    } else {
      var lines = PersonLines(desk, traces)
      try lines.write(into: &spool)
    }
    var output = Output(.spooled(spool))
    output.isPrivate = true
    return output
  }
}

extension PersonTraces {
  /// What the log says of their records, oldest first. The lock is given back after each day.
  func eachEvent(of desk: Desk, _ body: (Event) throws -> Void) throws {
    let records = references
    for day in try desk.reading({ try $0.logDays() }) {
      let events = try desk.reading { try $0.log(day: day) }
      for event in events where event.record.map(records.contains) ?? false { try body(event) }
    }
  }
}
