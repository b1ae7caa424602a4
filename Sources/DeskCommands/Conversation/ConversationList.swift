import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var conversationList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "Open conversations; all with --all.", pt: "As conversas abertas; todas com --all."),
      discussion: Text(
        en: """
          A view is `new` (nobody's), `mine`, `others` (another agent's), `closed` or `all`. Closed
          ones come newest first, at most 100 unless `--limit` says otherwise. What waits for
          somebody is marked `pending`.
          """,
        pt: """
          Uma visão é `new` (de ninguém), `mine` (minhas), `others` (de outro atendente), `closed`
          (encerradas) ou `all`. As encerradas vêm da mais nova à mais antiga, no máximo 100 se
          `--limit` não disser outra coisa. O que espera por alguém aparece como pendente.
          """),
      examples: [
        Example(
          "deskctl conversation list --view mine --as ana",
          Text(en: "those that are ana's", pt: "as que são da ana"))
      ],
      options: [
        ConversationChoice.view, .all, .state(ConversationState.self), .team, .agent, .contact,
        .sort, .limit,
      ],
      action: .read(nil, { try ConversationChoice($0, $1, $2).output() }))
  }

  static var inbox: CommandSpec {
    CommandSpec(
      name: "inbox",
      summary: Text(
        en: "What waits for me: pending conversations, new or mine.",
        pt: "O que espera por mim: conversas pendentes, novas ou minhas."),
      options: [.team, .contact, .sort, .limit],
      action: .read(nil, { try ConversationChoice($0, $1, $2, isInbox: true).output() }))
  }
}

/// The conversations that a list shows to whoever asks (C1).
struct ConversationChoice {
  static let view = OptionSpec.value(
    "view", "VIEW", Text(en: "only these", pt: "só estas"), completion: .words(views),
    choices: views)
  private static let views = ConversationView.allCases.map(\.rawValue) + ["all"]
  /// So many closed ones are shown unless somebody asks for more.
  private static let closedLimit = 100

  let desk: Desk
  let store: StoreReader
  private let words: ParsedWords
  private let isInbox: Bool
  private let view: ConversationView?
  private let state: ConversationState?
  private let team: Team.ID?
  private let agent: Agent.ID?
  private let contact: Contact.ID?
  private let isSegmented: Bool

  init(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords, isInbox: Bool = false) throws {
    self.desk = desk
    self.store = store
    self.words = words
    self.isInbox = isInbox
    // `inbox` has fewer options.
    let typed = isInbox ? nil : words.value(Self.view)
    let isWhole = !isInbox && (words.has(.all) || typed == "all")
    view = typed.flatMap { ConversationView(rawValue: $0) }
    state =
      isInbox
      ? .open
      : try words.choice(.state(ConversationState.self), ConversationState.self)
        ?? (view.map { $0 == .closed ? .closed : .open } ?? (isWhole ? nil : .open))
    team = try words.value(.team).map { try desk.id(Team.self, $0) }
    agent = try isInbox ? nil : words.value(.agent).map { try desk.id(Agent.self, $0) }
    contact = try words.value(.contact).map { try desk.contact($0, in: store).id }
    isSegmented = try desk.settings.whatsapp.segmentedViews
  }

  func output() throws -> Output {
    let list = try RecordList<Conversation>(
      "conversation", ConversationRow.columns, desk, words,
      json: { try ConversationRow($0, desk, store).json },
      cells: { try ConversationRow($0, desk, store).cells })
    var counts = ViewCounts()
    switch state {
    case .open:
      try store.forEachOpen(Conversation.self) { try count($0, in: &counts, list) }
    case .closed: try addClosed(to: list)
    case nil:
      try forEachOfAll { try count($0, in: &counts, list) }
    }
    var output = try list.output(counts: state == .closed ? nil : counts.summary)
    if counts.showsLivechat, try !desk.settings.livechat.enabled {
      output.notices.append(.noLivechatNow)
    }
    return output
  }

  /// Adds it to the views' counts, and to the list where that shows it.
  private func count(
    _ conversation: Conversation, in counts: inout ViewCounts, _ list: RecordList<Conversation>
  ) throws {
    guard isCounted(conversation) else { return }
    counts.add(conversation, of: desk.actor.agent)
    guard isShown(conversation) else { return }
    counts.show(conversation)
    try list.add(conversation)
  }

  /// All of a contact's, where one is named: their index has them.
  private func forEachOfAll(_ body: (Conversation) throws -> Void) throws {
    guard let contact else { return try store.forEach(Conversation.self, body) }
    let numbers = try store.numbers(.conversation, of: contact)
    try store.records(numbers.reversed().map(Conversation.ID.init)).forEach(body)
  }

  /// The numbers among which closed ones are, from the newest down.
  private func closedNumbers() throws -> any Sequence<Int> {
    if let contact { return try store.numbers(.conversation, of: contact) }
    return try (0..<store.lastNumber(.conversation)).reversed().lazy.map { $0 + 1 }
  }

  /// From the newest number down, so that what it costs follows what is asked for.
  private func addClosed(to list: RecordList<Conversation>) throws {
    var left = words.value(.limit) == nil && view == .closed ? Self.closedLimit : Int.max
    for number in try closedNumbers() {
      guard left > 0, !list.isFull else { return }
      guard let conversation = try store.find(Conversation.ID(number)),
        conversation.state == .closed, isCounted(conversation), isShown(conversation)
      else { continue }
      try list.add(conversation)
      left -= 1
    }
  }

  /// Whether it is one of those among which views are told apart.
  private func isCounted(_ conversation: Conversation) -> Bool {
    (team.map { $0 == conversation.team } ?? true)
      && (agent.map { $0 == conversation.assignee } ?? true)
      && (contact.map { $0 == conversation.contact } ?? true)
      && desk.actor.sees(conversation, segmented: isSegmented)
  }

  private func isShown(_ conversation: Conversation) -> Bool {
    let place = conversation.view(of: desk.actor.agent)
    if isInbox { return conversation.attention == .pending && [.new, .mine].contains(place) }
    return view.map { $0 == place } ?? true
  }
}

/// C1: how many open conversations there are in each view.
struct ViewCounts {
  private var places: [ConversationView: Int] = [:]
  private var pending = 0
  /// L1: whether there are open chats among those that are shown.
  private(set) var showsLivechat = false

  mutating func add(_ conversation: Conversation, of agent: Agent.ID?) {
    guard conversation.state == .open else { return }
    places[conversation.view(of: agent), default: 0] += 1
    if conversation.attention == .pending { pending += 1 }
  }

  mutating func show(_ conversation: Conversation) {
    if conversation.channel == .livechat, conversation.state == .open { showsLivechat = true }
  }

  var summary: Listing.Counts {
    let (new, mine, others) = (places[.new] ?? 0, places[.mine] ?? 0, places[.others] ?? 0)
    return Listing.Counts(
      json: [
        "new": JSONValue(new), "mine": JSONValue(mine), "others": JSONValue(others),
        "pending": JSONValue(pending),
      ],
      text: Text(
        en: "\(new) new, \(mine) mine, \(others) of others; \(pending) pending",
        pt: "novas: \(new), minhas: \(mine), de outros: \(others); pendentes: \(pending)"))
  }
}
