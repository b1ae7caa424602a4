import CommandLineKit
import DeskCore
import DeskStore

extension CommandGroup<Action> {
  static var route: CommandGroup {
    CommandGroup(
      name: "route",
      summary: Text(
        en: "Who takes a visitor of the webchat, and why.",
        pt: "Quem atende o visitante do webchat, e por quê."),
      discussion: Text(
        en: """
          A visitor passes bot, subjects, queue, business hours, and then form or agents. Who is
          signed in is as it is now (`agent online --channel webchat`); with `--online` it is as you
          say, and the configuration is all that is needed.
          """,
        pt: """
          O visitante passa por robô, assuntos, fila, horário e, por fim, formulário ou atendentes.
          Quem está conectado é quem está agora (`agent online --channel webchat`); com `--online` é
          quem você disser, e basta a configuração.
          """),
      commands: [.routeShow, .routeExplain, .routeTable])
  }
}

extension Desk {
  /// What routing goes by, as Config has it.
  func routing() throws -> Routing {
    let queues = try config().catalog(Queue.self)
    let named = Set(queues.entries.compactMap(\.value.hours))
    var zoned: [BusinessHours.ID: ZonedHours] = [:]
    for id in named { zoned[id] = try zonedHours(id) }
    return Routing(
      settings: try settings.webchat, subjects: try config().catalog(Subject.self),
      queues: queues, hours: zoned, agents: try agents)
  }
}

/// Who is signed in, as routing is asked about it.
enum RouteOnline {
  static let option = OptionSpec.value(
    "online", "A,B",
    Text(
      en: "as if these agents were signed in to the webchat; '' is nobody",
      pt: "como se estes atendentes estivessem no webchat; '' é ninguém"),
    completion: .dynamic("agent"))

  /// The one place that says who is signed in: those of `--online`, else those who are.
  static func agents(_ desk: Desk, _ words: ParsedWords) throws -> SignedInAgents {
    guard let typed = words.value(option) else { return try signedIn(desk) }
    let names = typed.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
    return SignedInAgents(try names.map { try desk.id(Agent.self, $0) }, to: .webchat)
  }

  /// A configuration without a store beside it is routed by, too: there nobody can be signed in.
  private static func signedIn(_ desk: Desk) throws -> SignedInAgents {
    do {
      return SignedInAgents(try desk.reading { try $0.presence() })
    } catch StoreError.noStore(_, holdsOtherFiles: false) {
      return SignedInAgents()
    }
  }
}
