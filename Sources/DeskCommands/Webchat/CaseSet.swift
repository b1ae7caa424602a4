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
      arguments: [.oneCase], options: CaseOptions.all + [.ifRevision], action: .write(.work, set))
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
    let edit = try CaseOptions.edit(desk, words)
    let conversation = try desk.caseToEdit(words.arguments[0], transaction)
    let change = CaseChange(conversation, actor: desk.actor.name, now: try desk.now())
    let effects = try change.editing(edit)
    if effects.isEmpty {
      return Output(.changed(schema: "case", [.unchanged(conversation, desk)]))
    }
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

/// What `case set` can write down.
private enum CaseOptions {
  static let name = text("name", Text(en: "the customer's name", pt: "o nome do cliente"))
  static let email = text("email", Text(en: "their e-mail", pt: "o e-mail dele"))
  static let phone = text("phone", Text(en: "their phone", pt: "o telefone dele"))
  static let document = text(
    "document", Text(en: "their document's number", pt: "o documento dele"))
  static let subject = OptionSpec.value(
    "subject", "SUBJECT", Text(en: "the subject", pt: "o assunto"),
    completion: .dynamic(Subject.noun))
  static let category = OptionSpec.value(
    "category", "CATEGORY", Text(en: "its category", pt: "a categoria"),
    completion: .dynamic(Category.noun))
  static let summary = text("summary", Text(en: "what it was about", pt: "do que se tratou"))
  static let outcome = text("outcome", Text(en: "what came of it", pt: "no que deu"))

  static let all = [name, email, phone, document, subject, category, summary, outcome]

  private static func text(_ name: String, _ note: Text) -> OptionSpec {
    .value(name, "TEXT", note)
  }

  /// What the line says, checked before anything is read.
  static func edit(_ desk: Desk, _ words: ParsedWords) throws -> (inout Case) -> Void {
    guard all.contains(where: { words.value($0) != nil }) else {
      throw Failure.missing("--summary", "'Troca de tela'")
    }
    let address = try words.given(email).map { try desk.email("--email", $0) }
    for option in [name, document] { try words.checkLength(option) }
    if let typed = words.given(phone) {
      try words.checkLength(phone)
      _ = try desk.phone("--phone", typed)
    }
    let topic = try words.given(subject).map { try desk.id(Subject.self, $0) }
    let kind = try words.given(category).map { try desk.id(Category.self, $0) }
    return { edited in
      if words.value(name) != nil { edited.customer.name = words.given(name) }
      if words.value(email) != nil { edited.customer.email = address }
      if words.value(phone) != nil { edited.customer.phone = words.given(phone) }
      if words.value(document) != nil { edited.customer.document = words.given(document) }
      if words.value(subject) != nil { edited.service.subject = topic }
      if words.value(category) != nil { edited.service.category = kind }
      if words.value(summary) != nil { edited.service.summary = words.given(summary) }
      if words.value(outcome) != nil { edited.service.outcome = words.given(outcome) }
    }
  }
}

extension ParsedWords {
  /// As long as what a visitor may fill in themselves.
  fileprivate func checkLength(_ option: OptionSpec) throws {
    guard let typed = given(option), typed.unicodeScalars.count > FormAnswers.longest else {
      return
    }
    throw Failure.badValue(
      option, typed.prefix(20) + "…",
      Text(
        en: "at most \(FormAnswers.longest) characters",
        pt: "no máximo \(FormAnswers.longest) caracteres"))
  }

  /// Nil where an empty text takes a value away, too.
  fileprivate func given(_ option: OptionSpec) -> String? {
    value(option).flatMap { $0.trimmed.isEmpty ? nil : String($0.trimmed) }
  }
}
