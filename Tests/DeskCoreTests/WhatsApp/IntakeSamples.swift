import DeskCore

/// Every state that a conversation can be in when a message comes, and everything that the message
/// can be: the two sides of the table of intake.
enum IntakeSamples {
  static let now = Instant(secondsSinceEpoch: 1_796_482_800)

  /// What is known when the message comes.
  struct Situation {
    let name: String
    let turn: IntakeTurn
  }

  /// The message, and who has the e-mail in it.
  struct Input {
    let name: String
    let content: MessageContent
    var owners: [EmailOwner] = []
    var at = now
  }

  static let address = "lia@moraes.example"

  static let inputs = [
    Input(name: "1", content: text("1")), Input(name: "2", content: text("2")),
    Input(name: "new", content: text(address)),
    Input(
      name: "known", content: text(address),
      owners: [EmailOwner(Contact.ID(7), isBlocked: false)]),
    Input(
      name: "blocked", content: text(address),
      owners: [EmailOwner(Contact.ID(7), isBlocked: true)]),
    Input(
      name: "shared", content: text(address),
      owners: [
        EmailOwner(Contact.ID(7), isBlocked: false), EmailOwner(Contact.ID(8), isBlocked: false),
      ]),
    Input(name: "words", content: text("Bom dia!")),
    Input(name: "image", content: MessageContent(type: "image", text: address)),
    Input(
      name: "reaction",
      content: MessageContent(type: "reaction", text: "1", role: .reaction(to: "x", emoji: "1"))),
    Input(name: "older", content: text(address), at: now - 61),
  ]

  static let situations = [
    new("off", { $0.settings.openOnConversationStart = false }),
    new("off, bot", { ($0.settings.openOnConversationStart, $0.settings.bot) = (false, bot) }),
    new("off, blocked, bot") {
      ($0.settings.openOnConversationStart, $0.isBlocked, $0.settings.bot) = (false, true, bot)
    },
    new("known", { $0.standing = .known }),
    new("known, bot", { ($0.standing, $0.settings.bot) = (.known, bot) }),
    new(
      "known, blocked, bot", { ($0.standing, $0.isBlocked, $0.settings.bot) = (.known, true, bot) }),
    new("claimed", { $0.standing = claim }),
    new("claimed, blocked", { ($0.standing, $0.isBlocked) = (claim, true) }),
    new("required", { $0.settings.email.required = true }),
    new("optional"),
    new("blocked", { $0.isBlocked = true }),
    new("ten asked before", { $0.earlierRequests = requests }),
    open(.email, "required", { $0.settings.email.required = true }),
    open(.email, "required, ten asked") {
      $0.settings.email.required = true
      $0.conversation?.intake?.requests = requests
    },
    open(.email, "required, bot") {
      $0.settings.email.required = true
      $0.settings.bot = bot
    },
    open(.email, "optional"),
    open(.email, "optional, last attempt", { $0.conversation?.intake?.attempts = 2 }),
    open(.email, "trusting", { $0.settings.trustClaimedEmail = true }),
    open(.email, "known meanwhile", { $0.standing = .known }),
    open(.email, "blocked meanwhile", { $0.isBlocked = true }),
    open(.email, "taken by an agent", { $0.conversation?.assignee = agent }),
    open(.email, "taken by an agent, bot") {
      $0.conversation?.assignee = agent
      $0.settings.bot = bot
    },
    open(.email, "off meanwhile", { $0.settings.openOnConversationStart = false }),
    open(.menu, "optional"),
    open(.menu, "optional, bot", { $0.settings.bot = bot }),
    open(.menu, "optional, ten asked", { $0.conversation?.intake?.requests = requests }),
    open(.menu, "taken by an agent", { $0.conversation?.assignee = agent }),
    open(.menu, "required meanwhile", { $0.settings.email.required = true }),
    open(.bot, "bot", { $0.settings.bot = bot }),
    open(.bot, "no bot meanwhile"),
    open(.bot, "blocked meanwhile", { ($0.settings.bot, $0.isBlocked) = (bot, true) }),
    open(.bot, "taken by an agent") {
      $0.settings.bot = bot
      $0.conversation?.assignee = agent
    },
    open(.settled, "known", { $0.standing = .known }),
    open(.settled, "resolved", { $0.conversation?.attention = .resolved }),
    open(.settled, "closed") {
      $0.conversation?.state = .closed
      $0.standing = .known
    },
    open(.settled, "closed, which an agent had") {
      $0.conversation?.state = .closed
      $0.conversation?.assignee = agent
      ($0.standing, $0.settings.bot) = (.known, bot)
    },
    open(.menu, "closed", { $0.conversation?.state = .closed }),
    open(nil, "begun by a schedule", { $0.conversation?.lastTicket = Ticket.ID(3) }),
    open(nil, "begun by an agent"),
  ]

  static func turn(_ situation: Situation, _ input: Input) -> IntakeTurn {
    var turn = situation.turn
    turn.message = message(input.content, at: input.at)
    turn.owners = input.owners
    return turn
  }

  /// What a plan says, in a line: `W4 ask emailAgain → email`.
  static func line(_ plan: IntakePlan) -> String {
    let steps = plan.steps.map { "\($0.rule) \(words($0.act))" }.joined(separator: "; ")
    return steps + (plan.intake.map { " → \($0.state.rawValue)" } ?? "")
  }

  private static func words(_ act: IntakeStep.Act) -> String {
    switch act {
    case .ask(let question): "ask \(question.rawValue)"
    case .openTicket(.own): "open"
    case .openTicket(.claimed(let contact)): "open for \(contact.number)"
    case .sendLink: "link"
    case .register: "register"
    case .claim(let contact): "claim \(contact.number)"
    case .trust(let contact): "trust \(contact.number)"
    case .sendMail(let mail, _): "mail \(mail.rawValue)"
    case .handToBot: "bot"
    case .waitForTeam: "team"
    case .notifyAgent(let concern): "tell \(concern.rawValue)"
    case .survey(let reply): "survey \(reply.rawValue)"
    case .skip(let reason): "skip \(reason.rawValue)"
    }
  }

  // MARK: Parts

  static func text(_ text: String) -> MessageContent { MessageContent(type: "text", text: text) }

  static let agent = try? Agent.ID(text: "ana")
  static let requests = (0..<10).map { now - 30 * $0 }
  static let claim: PhoneStanding =
    (try? EmailAddress(address)).map { .claimed(Contact.ID(7), email: $0) } ?? .unknown

  static let bot: BotSettings = {
    var bot = BotSettings()
    bot.command = "robo"
    return bot
  }()

  static func message(_ content: MessageContent, at: Instant = now) -> InboundMessage {
    InboundMessage(
      id: "wamid.1", at: at, number: DeskNumber(id: "1", phone: nil), sender: WhatsAppUser(),
      group: nil, content: content, context: nil, referral: nil, errors: [])
  }

  /// An unknown phone's first message, where an e-mail is asked for and not required.
  static func new(_ name: String, _ change: (inout IntakeTurn) -> Void = { _ in }) -> Situation {
    var settings = WhatsAppSettings()
    settings.openOnConversationStart = true
    settings.email.required = false
    var turn = IntakeTurn(
      settings: settings, standing: .unknown, isBlocked: false, conversation: nil,
      message: message(text("")), owners: [], earlierRequests: [], now: now)
    change(&turn)
    return Situation(name: "new: \(name)", turn: turn)
  }

  /// A conversation that is there, with what it waits for.
  static func open(
    _ state: IntakeState?, _ name: String, _ change: (inout IntakeTurn) -> Void = { _ in }
  ) -> Situation {
    let situation = new(name) { turn in
      var conversation = Conversation()
      conversation.id = Conversation.ID(1)
      conversation.intake = state.map { state in
        var intake = Intake()
        intake.state = state
        intake.actedOn = now - 60
        return intake
      }
      turn.conversation = conversation
      change(&turn)
    }
    return Situation(name: "\(state?.rawValue ?? "unasked"): \(name)", turn: situation.turn)
  }
}
