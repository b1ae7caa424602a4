import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var caseSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Write down the customer and the service; an empty text takes it away.",
        pt: "Registra o cliente e o atendimento; um texto vazio tira o que havia."),
      examples: [
        Example(
          "deskctl case set 7 --document 123.456.789-09 --summary 'Orçamento de troca de tela'",
          Text(en: "while the two talk, or after", pt: "durante a conversa, ou depois"))
      ],
      arguments: [.oneCase], options: CaseOptions.all + [CaseOptions.unset, .ifRevision],
      action: .write(.work, set))
  }

  static var caseSave: CommandSpec {
    CommandSpec(
      name: "save",
      summary: Text(
        en: "Save a case whose session has ended; it gets its protocol number.",
        pt: "Salva o registro de uma sessão encerrada; ele ganha o número de protocolo."),
      arguments: [.oneCase], options: [.ifRevision], action: .write(.work, save))
  }

  private static func set(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let edit = try CaseEdit(desk, words)
    let conversation = try desk.caseToEdit(words.arguments[0], transaction)
    let change = CaseChange(conversation, actor: desk.actor.name, now: try desk.now())
    let effects = try change.editing(edit.apply)
    if effects.isEmpty { return try desk.unchangedCase(conversation, transaction) }
    try transaction.apply(effects)
    let line = Text(
      en: "case of \(conversation.reference) set",
      pt: "registro de \(conversation.reference) alterado")
    return try desk.changed(conversation.id, line, transaction)
  }

  private static func save(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.caseToEdit(words.arguments[0], transaction)
    let now = try desk.now()
    let day = try desk.zone().local(now).date
    let change = CaseChange(conversation, actor: desk.actor.name, now: now)
    try transaction.apply(change.saving(on: day))
    let number = ProtocolNumber(of: conversation.id, on: day).text
    let line = Text(
      en: "case of \(conversation.reference) saved: protocol \(number)",
      pt: "registro de \(conversation.reference) salvo: protocolo \(number)")
    return try desk.changed(conversation.id, line, transaction)
  }
}

extension Desk {
  /// C3: a case is edited by whose service it is, and by who sees all.
  fileprivate func caseToEdit(
    _ word: String, _ store: some StoreReading
  ) throws -> Conversation {
    let conversation = try conversation(ofCase: word, store)
    let found = try serviceCase(of: conversation)
    guard actor.seesAll || found.agent == actor.agent else {
      throw CaseChange.Refusal.another(conversation.id, found.agent)
    }
    return conversation
  }

  fileprivate func changed(
    _ id: Conversation.ID, _ line: Text, _ transaction: Transaction
  ) throws -> Output {
    Output(
      .changed(
        schema: "case",
        [
          Output.Change(
            id: String(id.number), line: line(language),
            record: try caseRecord(transaction.get(id), transaction))
        ]))
  }
}
