import DeskCore
import JSON

extension RouteStep {
  /// As scripts read it: its rule, its word, and its facts.
  var json: JSONValue {
    let (word, facts) = parts
    return .object(
      JSONObject(
        uniqueMembers: [("rule", JSONValue(rule)), ("step", JSONValue(word))] + facts))
  }

  private var parts: (word: String, facts: [(String, JSONValue)]) {
    switch self {
    case .webchatOff: ("webchat_off", [])
    case .noBot: ("no_bot", [])
    case .botAnswers: ("bot_answers", [])
    case .botHandedOver: ("bot_handed_over", [])
    case .noSubjects: ("no_subjects", [])
    case .subjectNotChosen(let known): ("subject_not_chosen", [("subjects", known.json)])
    case .subjectGone(let subject): ("subject_gone", [("subject", subject.json)])
    case .subjectChosen(let subject): ("subject_chosen", [("subject", subject.json)])
    case .subjectWithoutQueue(let subject):
      ("subject_without_queue", [("subject", subject.json)])
    case .queueFound(let queue, let team):
      ("queue_found", [("queue", queue.json), ("team", team.json)])
    case .queueWithoutTeam(let queue): ("queue_without_team", [("queue", queue.json)])
    case .teamWithoutAgents(let queue, let team):
      ("team_without_agents", [("queue", queue.json), ("team", team.json)])
    case .hoursGone(let queue, let hours):
      ("hours_gone", [("queue", queue.json), ("hours", hours.json)])
    case .alwaysOpen(let queue): ("always_open", [("queue", queue.json)])
    case .open(let queue, let hours, let until):
      ("open", Self.facts(queue, hours, until))
    case .closed(let queue, let hours, let until):
      ("closed", Self.facts(queue, hours, until))
    case .noForm: ("no_form", [])
    case .form: ("form", [])
    case .agents(let standings): ("agents", [("agents", .array(standings.map(\.json)))])
    case .nobodyThere(let hasForm, let isOffered):
      (
        "nobody_there", [("form", JSONValue(hasForm)), ("formWhenNoAgent", JSONValue(isOffered))]
      )
    case .offered(let agents): ("offered", [("agents", agents.json)])
    }
  }

  private static func facts(
    _ queue: Queue.ID, _ hours: BusinessHours.ID, _ until: Instant?
  ) -> [(String, JSONValue)] {
    [("queue", queue.json), ("hours", hours.json), ("until", until?.json ?? .null)]
  }
}

extension AgentStanding {
  fileprivate var json: JSONValue {
    ["agent": agent.json, "standing": JSONValue(standing.rawValue)]
  }
}
