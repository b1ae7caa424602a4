import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandGroup<Action> {
  static var conversation: CommandGroup {
    CommandGroup(
      name: "conversation", aliases: ["conv"],
      summary: Text(
        en: "What a contact and the desk write to each other.",
        pt: "O que um contato e a central escrevem um ao outro."),
      discussion: Text(
        en: """
          An agent sees the conversations of their teams, and their own; with
          `whatsapp.segmentedViews` on, of those only the new ones and their own. Who writes first in
          one that nobody has becomes its assignee.
          """,
        pt: """
          O atendente vê as conversas das suas equipes e as suas; com `whatsapp.segmentedViews`
          ligado, delas só as novas e as suas. Quem escreve primeiro numa que não é de ninguém vira o
          responsável.
          """),
      commands: [
        .conversationList, .conversationShow, .conversationSay, .conversationTemplate,
        .conversationClaim, .conversationAssign, .conversationTransfer, .conversationRequester,
        .conversationClose,
      ])
  }
}

extension CommandSpec<Action> {
  static var conversationList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "Open conversations; all with --all.", pt: "As conversas abertas; todas com --all."),
      options: [
        .all, .state(ConversationState.self), .team, .agent, .contact, .sort, .limit,
      ],
      action: .read(nil, list))
  }

  static var conversationShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "One conversation, with its messages.", pt: "Uma conversa, com suas mensagens."),
      arguments: [.record(.conversation)], action: .read(nil, show))
  }

  private static func list(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let state = try words.choice(.state(ConversationState.self), ConversationState.self)
    let team = try words.value(.team).map { try desk.id(Team.self, $0) }
    let agent = try words.value(.agent).map { try desk.id(Agent.self, $0) }
    let contact = try words.value(.contact).map { try desk.contact($0, in: store).id }
    let segmented = try desk.settings.whatsapp.segmentedViews
    func isWanted(_ conversation: Conversation) -> Bool {
      (state.map { $0 == conversation.state } ?? (words.has(.all) || conversation.state == .open))
        && (team.map { $0 == conversation.team } ?? true)
        && (agent.map { $0 == conversation.assignee } ?? true)
        && (contact.map { $0 == conversation.contact } ?? true)
        && desk.actor.sees(conversation, segmented: segmented)
    }
    let list = try RecordList<Conversation>("conversation", columns, desk, words) { conversation in
      try cells(of: conversation, desk, store)
    }
    if words.has(.all) || state == .closed {
      try store.forEach(Conversation.self) { if isWanted($0) { try list.add($0) } }
    } else {
      try store.forEachOpen(Conversation.self) { if isWanted($0) { try list.add($0) } }
    }
    return try list.output()
  }

  private static func cells(
    of conversation: Conversation, _ desk: Desk, _ store: StoreReader
  ) throws -> [String] {
    [
      String(conversation.id.number),
      try store.find(conversation.contact)?.displayName ?? "-", conversation.team?.text ?? "-",
      conversation.assignee?.text ?? "-", conversation.attention.rawValue,
      conversation.state.rawValue, conversation.lastTicket.map { String($0.number) } ?? "-",
      try desk.times().compact(conversation.openedAt),
      try conversation.lastInboundAt.map { try desk.times().compact($0) } ?? "-",
    ]
  }

  private static func show(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversation(words.arguments[0], in: store)
    let thread = try desk.thread(store.messages(of: conversation.id), store)
    var record = conversation.fullJSON.object ?? JSONObject()
    record["displayName"] = try store.find(conversation.contact).map { JSONValue($0.displayName) }
    record["messages"] = .array(thread.map(\.json))
    let lines = thread.map(\.line)
    let names = try desk.names(
      contact: conversation.contact, agent: conversation.assignee, store)
    let text =
      try desk.sheet(conversation, names: names) + (lines.isEmpty ? "" : "\n" + lines.joined())
    return Output(.one(schema: "conversation", .object(record), text: text))
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "id"),
      Table.Column(Text(en: "with", pt: "com"), key: "contact", shrinks: true),
      Table.Column(Text(en: "team", pt: "equipe"), key: "team"),
      Table.Column(Text(en: "assignee", pt: "responsável"), key: "assignee"),
      Table.Column(Text(en: "attention", pt: "atenção"), key: "attention"),
      Table.Column(Text(en: "state", pt: "situação"), key: "state"),
      Table.Column(Text(en: "ticket", pt: "chamado"), key: "lastTicket"),
      Table.Column(Text(en: "opened", pt: "aberta em"), key: "openedAt"),
      Table.Column(Text(en: "last wrote", pt: "última do contato"), key: "lastInboundAt"),
    ]
  }
}
