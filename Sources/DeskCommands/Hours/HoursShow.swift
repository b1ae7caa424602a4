import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  private static let from = OptionSpec.value(
    "from", "TIME", Text(en: "when it opens and closes from then on", pt: "aberturas a partir daí"))
  private static let to = OptionSpec.value(
    "to", "TIME", Text(en: "until then; a week unless given", pt: "até aí; uma semana se não dito"))

  static var hoursShow: CommandSpec {
    CommandSpec(
      name: "show",
      summary: Text(
        en: "Show business hours, and when they open and close.",
        pt: "Mostra um horário de atendimento, e quando abre e fecha."),
      discussion: Text(
        en: """
          With `--from` or `--to` each opening is a line: when it opens, when it closes, how long
          that is, and where clocks are changed meanwhile; so is each holiday. What opened before
          that time reads `earlier`, what closes after it `later`, and both are null in JSON.
          """,
        pt: """
          Com `--from` ou `--to` cada abertura é uma linha: quando abre, quando fecha, quanto dura,
          e se o relógio muda nesse tempo; cada feriado também. O que abriu antes aparece como
          `antes`, o que fecha depois como `depois`; em JSON, os dois são null.
          """),
      examples: [
        Example(
          "deskctl hours show comercial --from 2026-12-21 --to 2027-01-04",
          Text(en: "the holidays' weeks", pt: "as semanas das festas"))
      ],
      arguments: [EntryKind<BusinessHours>.argument], options: [from, to], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let id = try desk.id(BusinessHours.self, words.arguments[0])
    guard let hours = try desk.zonedHours(id) else { return Output() }
    if words.value(from) != nil || words.value(to) != nil {
      let start = try words.value(from).map { try desk.time(from, $0, purpose: .moment) }
      let end = try words.value(to).map { try desk.time(to, $0, purpose: .moment) }
      return try days(desk, hours, start ?? desk.now(), end)
    }
    return try whole(desk, id, hours)
  }

  /// The entry as it is written, and whether it is open now.
  private static func whole(
    _ desk: Desk, _ id: BusinessHours.ID, _ hours: ZonedHours
  ) throws -> Output {
    let entry = try desk.hours[id] ?? BusinessHours()
    let now = try desk.now()
    let state = HoursState(hours, at: now)
    let times = TimeWording(language: try desk.times().language, zone: hours.zone)
    var record = EntryRecord.json(id, entry).object ?? JSONObject()
    record["open"] = JSONValue(state.isOpen)
    record["changesAt"] = state.change?.json ?? .null
    let text = "hours/\(id)\n" + (try desk.sheet(entry)) + state.text(times, now) + "\n"
    return Output(.one(schema: BusinessHours.noun, .object(record), text: text))
  }

  private static func days(
    _ desk: Desk, _ hours: ZonedHours, _ start: Instant, _ end: Instant?
  ) throws -> Output {
    let end = end ?? start + 7 * 86_400
    guard start < end, end - start <= HoursDays.longest * 86_400 else {
      throw Failure(
        .usage, "usage",
        Text(
          en: "--to must be after --from, by at most \(HoursDays.longest) days",
          pt: "--to precisa vir depois de --from, no máximo \(HoursDays.longest) dias"),
        hint: Text("deskctl hours show --help"))
    }
    return Output(
      .list(
        HoursDays(hours: hours, language: desk.language).listing(from: start, to: end)))
  }
}

/// Whether something is open at a time, and until when.
struct HoursState {
  let isOpen: Bool
  let change: Instant?

  init(_ hours: ZonedHours, at now: Instant) {
    isOpen = hours.isOpen(at: now)
    change = hours.nextChange(after: now)
  }

  /// `open until Fri 2026-12-04 18:00, in 2 h`
  func text(_ times: TimeWording, _ now: Instant) -> String {
    let when = change.map { times.full($0, from: now) }
    let text =
      switch (isOpen, when) {
      case (true, let when?): Text(en: "open until \(when)", pt: "aberto até \(when)")
      case (true, nil): Text(en: "always open", pt: "sempre aberto")
      case (false, let when?): Text(en: "closed until \(when)", pt: "fechado até \(when)")
      case (false, nil): Text(en: "never open", pt: "nunca abre")
      }
    return text(times.language == .en ? .en : .ptBR)
  }
}
