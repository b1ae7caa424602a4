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
          durante a conversa e depois de `conversation close`. Salvar lhe dá o número de protocolo.
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
      do {
        try add(desk.conversation(ofCase: typed, store))
      } catch let failure as Failure where failure.exit == .notFound {
        // Nobody has that number: an empty list.
      }
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
    guard let id = number.conversation, let found = try store.find(id), try sees(found),
      found.serviceCase?.protocolNumber == number.text
    else { throw Failure.noSuchRecord("case", word) }
    return found
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
    record["state"] = JSONValue(CaseRow.state(of: conversation))
    return .object(record)
  }

  /// The three tabs of a service as a person reads them, without the chat.
  fileprivate func caseSheet(_ found: Case, of conversation: Conversation) throws -> String {
    let customer = Text(en: "Customer", pt: "Cliente")(language)
    let service = Text(en: "Service", pt: "Atendimento")(language)
    let state = CaseRow.word(CaseRow.state(of: conversation))(language)
    let number = found.protocolNumber.map { " \($0)" } ?? ""
    return "\(conversation.reference)\(number): \(state)\n\n"
      + (try sheet(found.customer, titled: customer)) + "\n"
      + (try sheet(found.service, titled: service))
  }
}

/// A case as lists have it.
struct CaseRow {
  private let conversation: Conversation
  private let found: Case
  private let desk: Desk

  init(_ conversation: Conversation, _ found: Case, _ desk: Desk) {
    self.conversation = conversation
    self.found = found
    self.desk = desk
  }

  var id: String { found.protocolNumber ?? String(conversation.id.number) }

  static func state(of conversation: Conversation) -> String {
    if conversation.serviceCase?.isSaved == true { return "saved" }
    return conversation.state == .open ? "inService" : "ended"
  }

  static func word(_ state: String) -> Text {
    switch state {
    case "saved": Text(en: "saved", pt: "salvo")
    case "ended": Text(en: "ended, not saved", pt: "encerrado, não salvo")
    default: Text(en: "in service", pt: "em atendimento")
    }
  }

  var cells: [String] {
    get throws {
      [
        String(conversation.id.number), found.protocolNumber ?? "-",
        Self.word(Self.state(of: conversation))(desk.language), found.agent?.text ?? "-",
        found.customer.name ?? "-", found.service.subject?.text ?? "-",
        try desk.times().compact(found.openedAt),
      ]
    }
  }

  static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "conversation"),
      Table.Column(Text(en: "protocol", pt: "protocolo"), key: "protocol"),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "agent", pt: "atendente"), key: "agent"),
      Table.Column(Text(en: "customer", pt: "cliente"), key: "customer", shrinks: true),
      Table.Column(Text(en: "subject", pt: "assunto"), key: "subject"),
      Table.Column(Text(en: "since", pt: "desde"), key: "openedAt"),
    ]
  }
}
