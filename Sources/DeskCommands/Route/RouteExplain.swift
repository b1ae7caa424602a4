import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  private static let subject = OptionSpec.value(
    "subject", "SUBJECT", Text(en: "what the visitor picked", pt: "o que o visitante escolheu"),
    completion: .dynamic("subject"))
  private static let at = OptionSpec.value(
    "at", "TIME", Text(en: "then instead of now", pt: "nessa hora em vez de agora"))
  private static let handedOver = OptionSpec.flag(
    "handed-over",
    Text(
      en: "the bot has handed over; the subject is the one that it named",
      pt: "o robô já passou a vez; o assunto é o que ele indicou"))

  static var routeExplain: CommandSpec {
    CommandSpec(
      name: "explain",
      summary: Text(
        en: "What becomes of a visitor, step by step, each with its rule.",
        pt: "O que acontece com um visitante, passo a passo, cada um com a sua regra."),
      examples: [
        Example(
          "deskctl route explain --subject orcamento --at 'sat 12:30' --online bia",
          Text(en: "on a Saturday with bia there", pt: "num sábado, com a bia conectada"))
      ],
      options: [subject, at, RouteOnline.option, handedOver], action: .none(explain))
  }

  private static func explain(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let now = try words.value(at).map { try desk.time(at, $0, purpose: .moment) } ?? desk.now()
    let visitor = Routing.Visitor(
      subject: try words.value(subject).map { try desk.id(Subject.self, $0) },
      isHandedOver: words.has(handedOver))
    let route = try desk.routing().route(
      visitor, signedIn: RouteOnline.agents(desk, words), at: now)
    let wording = RouteWording(language: desk.language, times: try desk.times(), now: now)
    let record: JSONValue = [
      "at": now.json, "subject": visitor.subject?.json ?? .null, "outcome": route.outcome.json,
      "steps": .array(route.steps.map(\.json)),
    ]
    var lines = [try wording.outcome(route.outcome, desk.settings.webchat)]
    lines += route.steps.map { "  \($0.rule)  \(wording.sentence($0))" }
    return Output(
      .one(schema: "route", record, text: lines.map { $0 + "\n" }.joined()))
  }
}

extension RouteOutcome {
  var json: JSONValue {
    let agents: [Agent.ID] = if case .offer(let agents) = self { agents } else { [] }
    return [
      "kind": JSONValue(word), "reason": reason.map { JSONValue($0.rawValue) } ?? .null,
      "agents": agents.json,
    ]
  }
}
