import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var routeShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "Each subject with its queue, team, hours and agents.",
        pt: "Cada assunto com a fila, a equipe, o horário e os atendentes."),
      options: [RouteOnline.option], action: .none(show))
  }

  private static func show(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let routing = try desk.routing()
    let signedIn = try RouteOnline.agents(desk, words)
    let now = try desk.now()
    var listing = Listing(
      "route.subject",
      ["subject", "queue", "team", "hours", "open", "agents"].map {
        Table.Column(RouteTitles.text($0), key: $0, shrinks: $0 == "agents")
      })
    listing.whenEmpty = Text(
      en: "there are no subjects: visitors get the default text (R3)",
      pt: "não há assuntos: o visitante recebe o texto padrão (R3)")
    for id in routing.subjects.ids {
      let row = RouteRow(id, routing, signedIn, now)
      listing.add(id: id.text, row.json, row.cells(desk.language))
    }
    return Output(.list(listing), notices: routing.notices)
  }
}

/// A subject and what it leads to, as it is now.
private struct RouteRow {
  let subject: Subject.ID
  let queue: Queue.ID?
  let team: Team.ID?
  let hours: BusinessHours.ID?
  let isOpen: Bool
  /// Licensed members of the team; a star marks who is signed in.
  let agents: [(id: Agent.ID, isThere: Bool)]

  init(_ subject: Subject.ID, _ routing: Routing, _ signedIn: SignedInAgents, _ now: Instant) {
    self.subject = subject
    queue = routing.subjects[subject]?.queue
    let found = queue.flatMap { routing.queues[$0] }
    team = found?.team
    hours = found?.hours
    isOpen = found != nil && (hours.map { routing.hours[$0]?.isOpen(at: now) ?? false } ?? true)
    agents = routing.agents.entries.filter { [team] in
      team.map($0.value.teams.contains) ?? false && $0.value.licences.contains(.webchat)
    }.map { ($0.id, signedIn.isSignedIn($0.id, to: .webchat)) }
  }

  var json: JSONValue {
    [
      "subject": subject.json, "queue": queue?.json ?? .null, "team": team?.json ?? .null,
      "hours": hours?.json ?? .null, "open": JSONValue(isOpen),
      "agents": agents.map(\.id).json,
      "online": agents.filter(\.isThere).map(\.id).json,
    ]
  }

  func cells(_ language: Language) -> [String] {
    [
      subject.text, queue?.text ?? "-", team?.text ?? "-",
      hours?.text ?? Text(en: "always", pt: "sempre")(language),
      (isOpen ? Text(en: "yes", pt: "sim") : Text(en: "no", pt: "não"))(language),
      agents.map { $0.id.text + ($0.isThere ? "*" : "") }.joined(separator: ","),
    ]
  }
}

extension Routing {
  /// R1, R2: what comes before the subjects, or stands in their place.
  fileprivate var notices: [Notice] {
    if !settings.enabled {
      return [
        Notice(
          "R1", Text(en: "the webchat is switched off", pt: "o webchat está desligado"),
          hint: Text("deskctl config set webchat.enabled=yes"))
      ]
    }
    guard settings.bot.command != nil else { return [] }
    return [
      Notice(
        "R2",
        Text(
          en: "a bot takes every visitor until it hands over",
          pt: "um robô atende todo visitante até passar a vez"),
        hint: Text("deskctl config get webchat.bot.command"))
    ]
  }
}
