import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationSay: CommandSpec {
    CommandSpec(
      name: "say",
      summary: Text(en: "Write to the contact.", pt: "Escreve para o contato."),
      discussion: Text(
        en: """
          The message waits in the outbox until it is delivered. The first agent of the team who
          writes in a conversation that nobody has becomes its assignee; later ones change nothing.
          The owner of the desk writes as `administrator`, and nothing becomes theirs; `--as` writes
          as an agent. A text has at most 4096 characters; a file takes it along where it has at
          most 1024. Where no text is given at a terminal, or with `--edit`, it is written in `$VISUAL`
          or `$EDITOR`, and an empty one is not sent.
          """,
        pt: """
          A mensagem espera na caixa de saída até ser entregue. O primeiro atendente da equipe que
          escreve numa conversa sem responsável passa a sê-lo; os seguintes não mudam nada. O dono da
          central escreve como `administrator`, e nada passa a ser dele; com `--as` escreve como um
          atendente. Um texto tem no máximo 4096 caracteres; um arquivo o leva junto quando tem no
          máximo 1024. Sem texto, num terminal, ou com `--edit`, ele é escrito no `$VISUAL` ou
          `$EDITOR`, e um vazio não é enviado.
          """),
      examples: [
        Example(
          "deskctl conversation say 3 'Bom dia, Carla! Já vi o seu pedido.' --as ana",
          Text(en: "as ana, who has it from then on", pt: "como ana, a responsável a partir daí")),
        Example(
          "deskctl conversation say 3 'Segue a nota.' --file nota.pdf",
          Text(en: "the file with the text below it", pt: "o arquivo com o texto embaixo")),
        Example(
          "deskctl conversation say 3 --canned saudacao",
          Text(en: "a canned response, filled in", pt: "uma resposta pronta, preenchida")),
        Example(
          "fortune | deskctl conversation say 3 -",
          Text(en: "the text from standard input", pt: "o texto da entrada padrão")),
      ],
      arguments: [.record(.conversation), text],
      options: [ScheduleOptions.messageFile, canned, file, edits, .ifRevision],
      action: .steps(.work, run))
  }

  private static let text = ArgumentSpec(
    "TEXT",
    Text(en: "what is sent; - reads standard input", pt: "o que é enviado; - lê da entrada padrão"),
    isOptional: true)

  private static let file = OptionSpec.value(
    "file", "FILE", Text(en: "sent with it", pt: "enviado junto"), completion: .file, repeats: true)

  private static let canned = OptionSpec.value(
    "canned", "NAME", Text(en: "a canned response", pt: "uma resposta pronta"),
    completion: .dynamic("canned"))

  private static let edits = OptionSpec.flag(
    "edit", Text(en: "write it, or change it, in the editor", pt: "escreve ou muda no editor"))

  /// Whoever types the text holds nobody up: the transaction begins when all of it is there.
  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let text = try typed(desk, words)
    let files = try words.values(file).map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return (name: name, bytes: try desk.content(of: path))
    }
    let response = try words.value(canned).map { try desk.canned($0) }
    if text != nil, response != nil { throw Failure.twoTexts }
    let isGiven = text != nil || response != nil || !files.isEmpty
    guard isGiven || words.has(edits) || desk.canAsk else {
      throw Failure.missing("TEXT", "'Bom dia!'")
    }
    func send(_ text: String?, _ response: CannedResponse?) throws -> Output {
      try desk.transaction(expectedRevision: words.expectedRevision()) { transaction in
        let kept = try files.map { try transaction.keep($0.bytes, named: $0.name) }
        let filled = try response.map { try desk.filled($0, for: words.arguments[0], transaction) }
        return try desk.write(
          .free(text: text ?? filled, files: kept), in: words.arguments[0], transaction)
      }
    }
    if isGiven, !words.has(edits) { return try send(text, response) }
    let beginning = try desk.reading { store in
      _ = try desk.conversationToAnswer(words.arguments[0], in: store)
      return try text ?? response.map { try desk.filled($0, for: words.arguments[0], store) }
    }
    return try edited(beginning ?? "", desk) { try send($0, nil) }
  }

  /// Has the text written in an editor, and sends it; what a rule refuses is not lost.
  private static func edited(
    _ text: String, _ desk: Desk, _ send: (String) throws -> Output
  ) throws -> Output {
    let editor = try Editor(desk, example: "deskctl conversation say 3")
    let draft = try MessageDraft(desk, holding: text)
    guard let written = try draft.edited(with: editor) else {
      draft.discard()
      return Output(.nothing, notices: [.emptyText], exit: .no)
    }
    do {
      let output = try send(written)
      draft.discard()
      return output
    } catch {
      desk.note(draft.notice)
      throw error
    }
  }

  private static func typed(_ desk: Desk, _ words: ParsedWords) throws -> String? {
    let argument = words.argument(1)
    let path = words.value(ScheduleOptions.messageFile)
    if argument != nil, path != nil { throw Failure.twoTexts }
    if let path { return try desk.text(file: path) }
    return argument == "-" ? try desk.text(file: "-") : argument
  }
}

extension Desk {
  fileprivate func canned(_ typed: String) throws -> CannedResponse {
    let id = try id(CannedResponse.self, typed)
    guard let response = try config().catalog(CannedResponse.self)[id] else {
      throw Failure.noSuchEntry(CannedResponse.noun, typed, nil)
    }
    return response
  }

  /// C16: its blanks filled for one conversation.
  fileprivate func filled(
    _ response: CannedResponse, for word: String, _ store: some StoreReading
  ) throws -> String {
    let conversation = try conversationToAnswer(word, in: store)
    return try placeholderValues(of: conversation, with: store.get(conversation.contact))
      .filling(response.text)
  }
}

extension Notice {
  fileprivate static let emptyText = Notice(
    "empty", Text(en: "nothing was written, and nothing sent", pt: "nada foi escrito nem enviado"))
}

extension Failure {
  fileprivate static let twoTexts = Failure(
    .usage, "usage",
    Text(
      en: "TEXT, --message-file and --canned contradict each other",
      pt: "TEXT, --message-file e --canned se contradizem"))
}
