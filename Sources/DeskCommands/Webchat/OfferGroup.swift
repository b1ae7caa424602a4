import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandGroup<Action> {
  static var offer: CommandGroup {
    CommandGroup(
      name: "offer",
      summary: Text(
        en: "The webchat's visitors who wait for an agent.",
        pt: "Os visitantes do webchat que esperam um atendente."),
      discussion: Text(
        en: """
          A visitor is offered to every agent who is signed in (`agent online --channel webchat`) and
          in the queue's team. The first to accept has them. An offer that nobody takes is made again
          after `webchat.offerSeconds`, by `tick`.
          """,
        pt: """
          Um visitante é oferecido a todo atendente conectado (`agent online --channel webchat`) que
          seja da equipe da fila. Fica com quem aceitar primeiro. O que ninguém aceita é oferecido de
          novo depois de `webchat.offerSeconds`, pelo `tick`.
          """),
      commands: [.offerList, .offerAccept, .offerDecline])
  }
}

extension CommandSpec<Action> {
  static var offerList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "Who waits, about what, and for how long.",
        pt: "Quem espera, sobre o quê, há quanto tempo."),
      discussion: Text(
        en: "An agent sees what is offered to them; who sees all, what is offered to anybody.",
        pt: "O atendente vê o que lhe é oferecido; quem vê tudo, o que é oferecido a qualquer um."),
      examples: [
        Example(
          "deskctl offer list --as bia",
          Text(en: "what Bia may take", pt: "o que a Bia pode aceitar"))
      ],
      action: .read(nil, list))
  }

  static var offerAccept: CommandSpec {
    CommandSpec(
      name: "accept",
      summary: Text(
        en: "Take a visitor: the case opens, and what was said is shown.",
        pt: "Aceita um visitante: o registro abre e o que foi dito aparece."),
      examples: [
        Example("deskctl offer accept 7 --as bia", Text(en: "Bia has them", pt: "fica com a Bia"))
      ],
      arguments: [.record(.conversation)], action: .write(.work, accept))
  }

  static var offerDecline: CommandSpec {
    CommandSpec(
      name: "decline",
      summary: Text(en: "Leave a visitor to the others.", pt: "Deixa um visitante para os outros."),
      arguments: [.record(.conversation)], action: .write(.work, decline))
  }

  private static func list(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let agent = desk.actor.seesAll ? nil : desk.actor.agent
    let subjects = try desk.config().catalog(Subject.self)
    var listing = Listing(
      "offer",
      [
        Table.Column(Text("id"), key: "conversation"),
        Table.Column(Text(en: "channel", pt: "canal"), key: "channel"),
        Table.Column(Text(en: "visitor", pt: "visitante"), key: "visitor", shrinks: true),
        Table.Column(Text(en: "subject", pt: "assunto"), key: "subject", shrinks: true),
        Table.Column(Text(en: "waits", pt: "espera"), key: "waited"),
        Table.Column(Text(en: "offered to", pt: "oferecido a"), key: "agents"),
      ])
    listing.whenEmpty = Text(en: "nobody waits", pt: "ninguém espera")
    let signedIn = SignedInAgents(try store.presence())
    for conversation in try desk.offeredConversations(to: agent, store)
    where try desk.sees(conversation) {
      let takers = try desk.takers(of: conversation, signedIn)
      guard agent.map(takers.contains) ?? !takers.isEmpty else { continue }
      let contact = try store.get(conversation.contact)
      let row = OfferRow(
        conversation, visitor: contact.name ?? contact.displayName, subjects, to: takers,
        now: try desk.now())
      listing.add(id: String(conversation.id.number), row.json, row.cells)
    }
    return Output(.list(listing))
  }

  private static func accept(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let (conversation, agent) = try desk.offered(words.arguments[0], transaction)
    if conversation.assignee == agent { return try desk.unchangedCase(conversation, transaction) }
    try transaction.apply(desk.webchatTurn(conversation, transaction).accepting(agent))
    let taken = try transaction.get(conversation.id)
    let thread = try desk.thread(transaction.messages(of: taken.id), transaction)
    let line = Text(
      en: "\(taken.reference) accepted by \(agent)", pt: "\(taken.reference) aceita por \(agent)")
    return Output(
      .changed(
        schema: "case",
        [
          Output.Change(
            id: String(taken.id.number),
            line: ([line(desk.language) + "\n"] + thread.map(\.line)).joined().trimmedEnd,
            record: try desk.caseRecord(taken, transaction))
        ]))
  }

  private static func decline(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let (conversation, agent) = try desk.offered(words.arguments[0], transaction)
    let isSame = conversation.webchat?.offers.contains {
      $0.agent == agent && $0.state == .declined
    }
    if isSame == true {
      return try desk.unchanged(conversation, transaction)
    }
    try transaction.apply(desk.webchatTurn(conversation, transaction).declining(agent))
    let line = Text(
      en: "\(conversation.reference) declined by \(agent)",
      pt: "\(conversation.reference) recusada por \(agent)")
    return Output(
      .changed(
        schema: "conversation",
        [
          Output.Change(
            id: String(conversation.id.number), line: line(desk.language),
            record: try desk.visible(transaction.get(conversation.id), transaction).fullJSON)
        ]))
  }
}

extension Desk {
  /// The conversation that an offer is about, and the agent who answers it.
  fileprivate func offered(
    _ word: String, _ store: some StoreReading
  ) throws -> (Conversation, Agent.ID) {
    guard let agent = actor.agent else { throw OfferRefusal.nobody }
    let conversation = try record(Conversation.self, word, in: store)
    // Who was offered a visitor learns who has them, and nobody else does.
    let wasOffered = conversation.webchat?.offers.contains { $0.agent == agent } ?? false
    guard try wasOffered || sees(conversation), conversation.channel == .webchat else {
      throw Failure.noSuchRecord("conversation", word)
    }
    return (conversation, agent)
  }
}

/// A visitor who waits, as lists have them.
private struct OfferRow {
  private let conversation: Conversation
  private let visitor: String
  private let subject: String
  private let agents: [Agent.ID]
  private let now: Instant

  init(
    _ conversation: Conversation, visitor: String, _ subjects: Catalog<Subject>,
    to agents: [Agent.ID], now: Instant
  ) {
    self.agents = agents
    self.conversation = conversation
    self.visitor = visitor
    subject = conversation.webchat?.subject.map { subjects.name($0) } ?? "-"
    self.now = now
  }

  private var waited: Int {
    conversation.webchat?.waitingSince.map { max(0, now - $0) } ?? 0
  }

  var json: JSONValue {
    [
      "conversation": JSONValue(conversation.id.number),
      "channel": JSONValue(conversation.channel.rawValue), "visitor": JSONValue(visitor),
      "subject": conversation.webchat?.subject?.json ?? .null,
      "since": conversation.webchat?.waitingSince?.json ?? .null, "waited": JSONValue(waited),
      "agents": agents.json,
    ]
  }

  var cells: [String] {
    [
      String(conversation.id.number), conversation.channel.rawValue, visitor, subject,
      waited < 60 ? "\(waited) s" : TimeWording.duration(waited),
      agents.map(\.text).joined(separator: ","),
    ]
  }
}

extension String {
  /// Without the line's end that whoever prints it adds.
  fileprivate var trimmedEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
