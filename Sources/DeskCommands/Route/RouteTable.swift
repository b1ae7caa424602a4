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
          the clocks leave out. `/` is an hour in which it changes: the last column says when, and
          to what. `--json` has the outcomes and their reasons, and every change of the day.
          """,
        pt: """
          Uma linha é um dia, uma letra uma hora dele, a partir da meia-noite: `B` robô, `O`
          oferecido aos atendentes, `F` formulário, `?` pergunta o assunto, `.` fila fechada, `-`
          ninguém conectado, `s` sem assuntos, `x` desligado, `!` falha da configuração, e um espaço
          uma hora que o relógio pula. `/` é uma hora em que o resultado muda: a última coluna diz
          quando, e para quê. `--json` traz os resultados com o motivo, e cada mudança do dia.
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
        Table.Column(Text(en: "within an hour", pt: "dentro da hora"), key: "changes"),
      ])
    let times = TimeWording(language: language == .ptBR ? .ptBR : .en, zone: zone)
    let known = routing.subjects.ids
    for subject in known.isEmpty ? [nil] : known.map({ Optional($0) }) {
      for date in (0..<7).map({ first.adding(days: $0) }) {
        let changes = changes(subject, date)
        let day = day(subject, date, changes)
        let name = times.language.name(of: date.weekday) + " " + times.language.text(of: date)
        listing.add(
          id: "\(subject?.text ?? "-")/\(date.isoText)", record(subject, date, day, changes),
          [
            subject?.text ?? "-", name, String(day.map(letter)),
            changes.compactMap(text).joined(separator: ", "),
          ])
      }
    }
    return listing
  }

  private typealias Hour = (hour: Int, at: Instant?, outcome: RouteOutcome?, isWhole: Bool)

  /// The outcome with which each hour begins, and whether it stays. An hour that comes twice is told
  /// as it is the first time.
  private func day(
    _ subject: Subject.ID?, _ date: CivilDate, _ changes: [RouteStretch]
  ) -> [Hour] {
    let broken = Set(changes.filter(isWithinHour).map { zone.local($0.start).hour })
    return (0..<24).map { hour in
      guard let local = CivilDateTime(date: date, hour: hour, minute: 0) else {
        return (hour, nil, nil, true)
      }
      switch zone.resolve(local) {
      case .never: return (hour, nil, nil, true)
      case .once(let at), .twice(let at, _):
        return (hour, at, outcome(subject, at), !broken.contains(hour))
      }
    }
  }

  private func letter(_ hour: Hour) -> Character {
    hour.isWhole ? hour.outcome?.letter ?? " " : "/"
  }

  // MARK: Changes

  /// The stretches that begin on a date with another outcome than the one before.
  private func changes(_ subject: Subject.ID?, _ date: CivilDate) -> [RouteStretch] {
    let stretches = routing.stretches(
      Routing.Visitor(subject: subject), signedIn: signedIn,
      from: zone.firstInstant(of: date) - 1, to: zone.firstInstant(of: date.adding(days: 1)))
    return zip(stretches, stretches.dropFirst())
      .filter { $0.outcome != $1.outcome }.map { $1 }
  }

  private func isWithinHour(_ change: RouteStretch) -> Bool { zone.local(change.start).minute != 0 }

  /// `08:30 O`; nil where the letters of the hours tell it.
  private func text(_ change: RouteStretch) -> String? {
    guard isWithinHour(change) else { return nil }
    return zone.local(change.start).time.minuteText + " " + String(change.outcome.letter)
  }

  private func outcome(_ subject: Subject.ID?, _ at: Instant) -> RouteOutcome {
    routing.route(Routing.Visitor(subject: subject), signedIn: signedIn, at: at).outcome
  }

  private func record(
    _ subject: Subject.ID?, _ date: CivilDate, _ day: [Hour], _ changes: [RouteStretch]
  ) -> JSONValue {
    [
      "subject": subject?.json ?? .null, "date": JSONValue(date.isoText),
      "hours": .array(
        day.map { hour in
          [
            "hour": JSONValue(hour.hour), "at": hour.at?.json ?? .null,
            "outcome": hour.outcome?.json ?? .null,
          ]
        }),
      "changes": .array(
        changes.map { ["at": $0.start.json, "outcome": $0.outcome.json] }),
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
