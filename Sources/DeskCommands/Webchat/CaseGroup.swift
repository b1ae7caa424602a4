import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandGroup<Action> {
  static var serviceCase: CommandGroup {
    CommandGroup(
      name: "case",
      summary: Text(
        en: "The records of the webchat's services, by protocol number.",
        pt: "Os registros de atendimento do webchat, por número de protocolo."),
      discussion: Text(
        en: """
          A case opens when an agent accepts a visitor, and can be edited until it is saved: while
          they talk, and after `conversation close`. Saving gives it its protocol number.
          """,
        pt: """
          O registro abre quando um atendente aceita um visitante, e pode ser editado até ser salvo:
          durante a conversa e depois de `conversation close`. Ao ser salvo, recebe o número de
          protocolo.
          """),
      commands: [.caseList, .caseShow, .caseSet, .caseSave])
  }
}

extension ArgumentSpec {
  static let oneCase = ArgumentSpec(
    "CASE",
    Text(
      en: "a conversation's number, or a protocol number",
      pt: "o número de uma conversa, ou de um protocolo"),
    completion: .dynamic("conversation"))
}

extension CommandSpec<Action> {
  static var caseList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "Cases that are not saved; all with --all, newest first.",
        pt: "Os que não foram salvos; todos com --all, do mais novo ao mais antigo."),
      examples: [
        Example(
          "deskctl case list --all --protocol 20261207-000007",
          Text(en: "the one with that number", pt: "o que tem esse número"))
      ],
      options: [.all, .agent, protocolNumber, .limit], action: .read(nil, list))
  }

  static var caseShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "One case: customer, service, and what was said.",
        pt: "Um registro: cliente, atendimento e o que foi dito."),
      examples: [
        Example(
          "deskctl case show 20261207-000007",
          Text(en: "by its protocol number", pt: "pelo número do protocolo"))
      ],
      arguments: [.oneCase], action: .read(nil, show))
  }

  private static let protocolNumber = OptionSpec.value(
    "protocol", "NUMBER", Text(en: "only that one", pt: "só esse"))

  private static func list(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let agent = try words.value(.agent).map { try desk.id(Agent.self, $0) }
    let limit = try words.number(.limit) ?? Int.max
    var listing = Listing("case", CaseRow.columns)
    func add(_ conversation: Conversation) throws {
      guard let found = conversation.serviceCase, try desk.sees(conversation),
        agent.map({ $0 == found.agent }) ?? true, listing.records.count < limit
      else { return }
      let row = CaseRow(conversation, found, desk)
      listing.add(id: row.id, try desk.caseRecord(conversation, store), try row.cells)
    }
    if let typed = words.value(protocolNumber) {
      guard let number = ProtocolNumber(typed) else { throw Failure.noProtocolNumber(typed) }
      if let one = try desk.conversation(with: number, store) { try add(one) }
    } else if words.has(.all) {
      var number = try store.lastNumber(.conversation)
      while number > 0, listing.records.count < limit {
        if let conversation = try store.find(Conversation.ID(number)) { try add(conversation) }
        number -= 1
      }
    } else {
      let own = agent ?? (desk.actor.seesAll ? nil : desk.actor.agent)
      for conversation in try desk.unsavedCases(of: own, store) { try add(conversation) }
    }
    return Output(.list(listing))
  }

  private static func show(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversation(ofCase: words.arguments[0], store)
    let found = try desk.serviceCase(of: conversation)
    let thread = try desk.thread(store.messages(of: conversation.id), store)
    var record = try desk.caseRecord(conversation, store).object ?? JSONObject()
    record["messages"] = .array(thread.map(\.json))
    let text = try desk.caseSheet(found, of: conversation) + "\n" + thread.map(\.line).joined()
    return Output(.one(schema: "case", .object(record), text: text))
  }
}

extension Desk {
  /// By a protocol number or a conversation's; what this actor does not see is not there.
  func conversation(ofCase word: String, _ store: some StoreReading) throws -> Conversation {
    guard let number = ProtocolNumber(word) else { return try conversation(word, in: store) }
    guard let found = try conversation(with: number, store) else {
      throw Failure.noSuchRecord("case", word)
    }
    return found
  }

  /// Nil where there is none with the number, or this actor does not see it.
  fileprivate func conversation(
    with number: ProtocolNumber, _ store: some StoreReading
  ) throws -> Conversation? {
    guard let found = try number.conversation.flatMap({ try store.find($0) }), try sees(found)
    else {
      return nil
    }
    return found.serviceCase?.protocolNumber == number.text ? found : nil
  }

  func serviceCase(of conversation: Conversation) throws -> Case {
    guard let found = conversation.serviceCase else {
      throw CaseChange.Refusal.none(conversation.id)
    }
    return found
  }

  /// A case as scripts read it, with its conversation.
  func caseRecord(_ conversation: Conversation, _ store: some StoreReading) throws -> JSONValue {
    var record = conversation.serviceCase?.fullJSON.object ?? JSONObject()
    record["conversation"] = JSONValue(conversation.id.number)
    record["state"] = JSONValue(CaseState(of: conversation).rawValue)
    return .object(record)
  }

  /// A case that is as it was asked to be already.
  func unchangedCase(_ conversation: Conversation, _ store: some StoreReading) throws -> Output {
    let said = Output.Change.unchanged(conversation, self)
    let record = try caseRecord(conversation, store)
    return Output(
      .changed(schema: "case", [Output.Change(id: said.id, line: said.line, record: record)]))
  }

  /// The three tabs of a service as a person reads them, without the chat.
  fileprivate func caseSheet(_ found: Case, of conversation: Conversation) throws -> String {
    let customer = Text(en: "Customer", pt: "Cliente")(language)
    let service = Text(en: "Service", pt: "Atendimento")(language)
    let state = CaseState(of: conversation).text(language)
    let number = found.protocolNumber.map { " \($0)" } ?? ""
    return "\(conversation.reference)\(number): \(state)\n\n"
      + (try sheet(found.customer, titled: customer)) + "\n"
      + (try sheet(found.service, titled: service))
  }
}

extension Failure {
  fileprivate static func noProtocolNumber(_ typed: String) -> Failure {
    .badValue(
      "--protocol", typed,
      Text(en: "a number such as 20261207-000007", pt: "um número como 20261207-000007"))
  }
}
