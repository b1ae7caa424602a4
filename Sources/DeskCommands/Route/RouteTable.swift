import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  private static let from = OptionSpec.value(
    "from", "TIME", Text(en: "the week from that day on", pt: "a semana a partir desse dia"))

  static var routeTable: CommandSpec {
    CommandSpec(
      name: "table",
      summary: Text(
        en: "What becomes of visitors at each hour of a week, subject by subject.",
        pt: "O que acontece com os visitantes a cada hora de uma semana, por assunto."),
      discussion: Text(
        en: """
          A line is a day, a letter an hour of it, beginning at midnight: `B` bot, `O` offered to
          agents, `F` form, `?` asked for a subject, `.` queue closed, `-` nobody there, `s` no
          subjects, `x` switched off, `!` a fault of the configuration, and a space an hour that
          the clocks leave out. `--json` has the outcome and its reason.
          """,
        pt: """
          Uma linha é um dia, uma letra uma hora dele, a partir da meia-noite: `B` robô, `O`
          oferecido aos atendentes, `F` formulário, `?` pergunta o assunto, `.` fila fechada, `-`
          ninguém conectado, `s` sem assuntos, `x` desligado, `!` falha da configuração, e um espaço
          uma hora que o relógio pula. `--json` traz o resultado e o motivo.
          """),
      examples: [
        Example(
          "deskctl route table --online bia",
          Text(en: "this week, with bia always there", pt: "esta semana, com a bia sempre lá"))
      ],
      options: [from, RouteOnline.option], action: .none(table))
  }

  private static func table(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let start = try words.value(from).map { try desk.time(from, $0, purpose: .moment) }
    let table = RouteTable(
      routing: try desk.routing(), signedIn: try RouteOnline.agents(desk, words),
      zone: try desk.zone())
    let first = try table.zone.local(start ?? desk.now()).date
    return Output(.list(table.listing(from: first, desk.language)))
  }
}

/// The outcome for each subject at each hour of seven days; of a desk without subjects, that for
/// a visitor who picked none.
private struct RouteTable {
  let routing: Routing
  let signedIn: SignedInAgents
  let zone: TimeZoneRules

  func listing(from first: CivilDate, _ language: Language) -> Listing {
    var listing = Listing(
      "route.day",
      [
        Table.Column(Text(en: "subject", pt: "assunto"), key: "subject"),
        Table.Column(Text(en: "day", pt: "dia"), key: "date"),
        Table.Column(Text(en: "hours 0 to 23", pt: "horas 0 a 23"), key: "hours"),
      ])
    let times = TimeWording(language: language == .ptBR ? .ptBR : .en, zone: zone)
    let known = routing.subjects.ids
    for subject in known.isEmpty ? [nil] : known.map({ Optional($0) }) {
      for date in (0..<7).map({ first.adding(days: $0) }) {
        let day = day(subject, date)
        let name = times.language.name(of: date.weekday) + " " + times.language.text(of: date)
        listing.add(
          id: "\(subject?.text ?? "-")/\(date.isoText)", record(subject, date, day),
          [subject?.text ?? "-", name, String(day.map { $0.outcome?.letter ?? " " })])
      }
    }
    return listing
  }

  private typealias Hour = (hour: Int, at: Instant?, outcome: RouteOutcome?)

  /// An hour that comes twice is told as it is the first time.
  private func day(_ subject: Subject.ID?, _ date: CivilDate) -> [Hour] {
    (0..<24).map { hour in
      guard let local = CivilDateTime(date: date, hour: hour, minute: 0) else {
        return (hour, nil, nil)
      }
      switch zone.resolve(local) {
      case .never: return (hour, nil, nil)
      case .once(let at), .twice(let at, _):
        return (hour, at, outcome(subject, at))
      }
    }
  }

  private func outcome(_ subject: Subject.ID?, _ at: Instant) -> RouteOutcome {
    routing.route(Routing.Visitor(subject: subject), signedIn: signedIn, at: at).outcome
  }

  private func record(_ subject: Subject.ID?, _ date: CivilDate, _ day: [Hour]) -> JSONValue {
    [
      "subject": subject?.json ?? .null, "date": JSONValue(date.isoText),
      "hours": .array(
        day.map { hour in
          [
            "hour": JSONValue(hour.hour), "at": hour.at?.json ?? .null,
            "outcome": hour.outcome?.json ?? .null,
          ]
        }),
    ]
  }
}

extension RouteOutcome {
  /// Its letter in the table.
  fileprivate var letter: Character {
    switch self {
    case .bot: "B"
    case .chooseSubject: "?"
    case .form: "F"
    case .offer: "O"
    case .defaultText(let reason): reason.letter
    }
  }
}

extension RouteReason {
  fileprivate var letter: Character {
    switch self {
    case .webchatOff: "x"
    case .noSubjects: "s"
    case .queueClosed: "."
    case .noAgent: "-"
    case .misconfigured: "!"
    }
  }
}
