import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var conversationImport: CommandSpec {
    CommandSpec(
      name: "import",
      summary: Text(
        en: "Take in what `conversation export --to jsonl` wrote.",
        pt: "Recebe o que `conversation export --to jsonl` gravou."),
      discussion: Text(
        en: """
          Contacts and conversations keep their numbers, so it belongs into an empty desk, whose
          Config has the same teams, agents and groups: copy that first. Nothing is sent by it. Interrupted, it is simply run
          again: what is in already is passed over. A number that another record has is refused, and
          what stood before that line is in.
          """,
        pt: """
          Contatos e conversas mantêm seus números, por isso o lugar dela é uma central vazia, cuja
          configuração tenha as mesmas equipes, atendentes e grupos: copie-a antes. Nada é enviado
          por causa dela. Se for interrompida, basta rodar de novo: o que já entrou é pulado. Um número que é
          de outro registro é recusado, e o que veio antes dessa linha já entrou.
          """),
      examples: [
        Example(
          "deskctl conversation import vendas.jsonl",
          Text(en: "into the desk of --data", pt: "para a central de --data"))
      ],
      arguments: [
        ArgumentSpec(
          "FILE",
          Text(en: "the export; - is standard input", pt: "a exportação; - é a entrada padrão"),
          completion: .file)
      ],
      action: .steps(.administer, run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let path = words.arguments[0]
    var source = try ImportSource(desk, path)
    var report = ImportCounts()
    var isOver = false
    while !isOver {
      let batch = try source.batch(isWhole: desk.isDryRun)
      isOver = source.isAtEnd
      if batch.isEmpty { continue }
      try desk.transaction { transaction in
        var taking = ImportTaking(desk, transaction, path)
        for item in batch { try taking.take(item) }
        try taking.finish()
        report.add(taking.counts)
      }
    }
    return Output(
      .one(schema: "conversation.import", report.json, text: report.text(desk.language)))
  }
}

/// What an import took in; what was in before is not counted.
struct ImportCounts {
  var contacts = 0
  var conversations = 0
  var messages = 0

  mutating func add(_ other: ImportCounts) {
    contacts += other.contacts
    conversations += other.conversations
    messages += other.messages
  }

  var json: JSONValue {
    [
      "contacts": JSONValue(contacts), "conversations": JSONValue(conversations),
      "messages": JSONValue(messages),
    ]
  }

  func text(_ language: Language) -> String {
    Text(
      en: "\(contacts) contacts, \(conversations) conversations, \(messages) messages imported\n",
      pt: "importados: contatos: \(contacts), conversas: \(conversations), mensagens: \(messages)\n"
    )(language)
  }
}
