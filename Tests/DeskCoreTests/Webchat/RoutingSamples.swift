import DeskCore

/// Each thing that decides a visitor's way, with all that it can be.
enum RoutingSamples {
  enum Webchat: String, CaseIterable { case off, on }
  enum Bot: String, CaseIterable { case none, answers, handedOver }
  /// Which are there, and what the visitor picked or the bot named.
  enum Chosen: String, CaseIterable { case noSubjects, nothing, gone, withoutQueue, sales }
  enum Line: String, CaseIterable { case teamless, deserted, staffed }
  enum Hours: String, CaseIterable { case none, open, closed, gone }
  enum Form: String, CaseIterable { case none, closed, always, unused }
  /// What stands against the only agent who might take the visitor, or nothing.
  enum Agents: String, CaseIterable {
    case none, signedOut, otherTeam, otherChannel, unlicensed, one, several
  }

  struct Situation: CustomStringConvertible {
    let webchat: Webchat
    let bot: Bot
    let chosen: Chosen
    let line: Line
    let hours: Hours
    let form: Form
    let agents: Agents

    var words: [String] {
      [
        webchat.rawValue, bot.rawValue, chosen.rawValue, line.rawValue, hours.rawValue,
        form.rawValue, agents.rawValue,
      ]
    }

    var description: String { words.joined(separator: " ") }
  }

  static let all: [Situation] = Webchat.allCases.flatMap { webchat in
    Bot.allCases.flatMap { bot in
      Chosen.allCases.flatMap { chosen in
        Line.allCases.flatMap { line in
          Hours.allCases.flatMap { hours in
            Form.allCases.flatMap { form in
              Agents.allCases.map { agents in
                Situation(
                  webchat: webchat, bot: bot, chosen: chosen, line: line, hours: hours,
                  form: form, agents: agents)
              }
            }
          }
        }
      }
    }
  }
}

extension RoutingSamples.Situation {
  /// A Friday at ten.
  static func now() throws -> Instant { try instant("2026-12-04T10:00:00Z") }

  func route() throws -> Route {
    try routing().route(
      Routing.Visitor(subject: subject(), isHandedOver: bot == .handedOver),
      signedIn: signedIn(), at: Self.now())
  }

  private func subject() throws -> Subject.ID? {
    switch chosen {
    case .noSubjects, .sales: try Slug(text: "sales")
    case .nothing: nil
    case .gone: try Slug(text: "gone")
    case .withoutQueue: try Slug(text: "loose")
    }
  }

  private func routing() throws -> Routing {
    let open = try DeskCoreTests.hours(["fri=09:00-12:00"])
    let closed = try DeskCoreTests.hours(["fri=11:00-12:00"])
    let (openID, closedID): (BusinessHours.ID, BusinessHours.ID) = (
      try Slug(text: "open"), try Slug(text: "closed")
    )
    return Routing(
      settings: settings, subjects: try subjects(), queues: try queues(),
      hours: [
        openID: ZonedHours(hours: open, zone: .utc),
        closedID: ZonedHours(hours: closed, zone: .utc),
      ], agents: try agentCatalog())
  }

  private var settings: WebchatSettings {
    var settings = WebchatSettings()
    settings.enabled = webchat == .on
    settings.bot.command = bot == .none ? nil : "bot"
    settings.form.enabled = form == .closed || form == .always
    settings.formWhenNoAgent = form == .always || form == .unused
    return settings
  }

  private func subjects() throws -> Catalog<Subject> {
    if chosen == .noSubjects { return Catalog([]) }
    var sales = Subject()
    sales.queue = try Slug(text: "sales")
    return Catalog([(try Slug(text: "sales"), sales), (try Slug(text: "loose"), Subject())])
  }

  private func queues() throws -> Catalog<Queue> {
    var queue = Queue()
    switch line {
    case .teamless: queue.team = nil
    case .deserted: queue.team = try Slug(text: "deserted")
    case .staffed: queue.team = try Slug(text: "sales")
    }
    queue.hours = hours == .none ? nil : try Slug(text: hours.rawValue)
    return Catalog([(try Slug(text: "sales"), queue)])
  }

  // MARK: Agents

  /// `ana` and `bia` could take a sales visitor, `caio` has no licence, `davi` is of another team.
  private func agentCatalog() throws -> Catalog<Agent> {
    Catalog([
      (try Slug(text: "ana"), try agent("sales", [.webchat, .livechat])),
      (try Slug(text: "bia"), try agent("sales", [.webchat])),
      (try Slug(text: "caio"), try agent("sales", [.livechat, .whatsapp])),
      (try Slug(text: "davi"), try agent("other", [.webchat])),
    ])
  }

  private func agent(_ team: String, _ licences: [Licence]) throws -> Agent {
    var agent = Agent()
    agent.teams = [try Slug(text: team)]
    agent.licences = licences
    return agent
  }

  private func signedIn() throws -> SignedInAgents {
    func these(_ names: String..., to channel: Licence = .webchat) throws -> SignedInAgents {
      SignedInAgents(try names.map { try Slug(text: $0) }, to: channel)
    }
    switch self.agents {
    case .none: return SignedInAgents()
    case .signedOut: return SignedInAgents([try Slug(text: "ana"): []])
    case .otherTeam: return try these("davi")
    case .otherChannel: return try these("ana", to: .livechat)
    case .unlicensed: return try these("caio")
    case .one: return try these("bia", "caio", "davi")
    case .several: return try these("bia", "ana", "davi")
    }
  }
}
