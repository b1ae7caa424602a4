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
          A visitor passes bot, subjects, queue, business hours, and then form or agents. These
          commands need the configuration alone; `--online` says who would be signed in.
          """,
        pt: """
          O visitante passa por robô, assuntos, fila, horário e, por fim, formulário ou atendentes.
          Estes comandos só precisam da configuração; `--online` diz quem estaria conectado.
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
      en: "agents signed in to the webchat; nobody unless given",
      pt: "atendentes conectados ao webchat; ninguém se não for dito"),
    completion: .dynamic("agent"))

  /// The one place that says who is signed in: those of `--online`. Where the desk keeps presence,
  /// it is read here.
  static func agents(_ desk: Desk, _ words: ParsedWords) throws -> SignedInAgents {
    guard let typed = words.value(option) else { return SignedInAgents() }
    let names = typed.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
    return SignedInAgents(try names.map { try desk.id(Agent.self, $0) }, to: .webchat)
  }
}
