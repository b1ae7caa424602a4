import CommandLineKit
import DeskCore
import DeskStore

private enum LogOptions {
  static let record = OptionSpec.value(
    "record", "RECORD",
    Text(
      en: "what was done to a record such as schedule/42",
      pt: "o que foi feito com um registro como schedule/42"),
    completion: .words(RecordKind.allCases.map { $0.rawValue + "/" }))
  static let actor = OptionSpec.value(
    "actor", "WHO",
    Text(
      en: "what an agent did; administrator, system",
      pt: "o que um atendente fez; administrator, system"),
    completion: .dynamic("agent"))
  static let rule = OptionSpec.value(
    "rule", "RULE", Text(en: "what a rule such as S4 did", pt: "o que uma regra como S4 fez"))
  static let limit = OptionSpec.value(
    "limit", "N",
    Text(en: "the newest so many; 100 unless set", pt: "os mais novos; 100 se não for dito"))
}

extension CommandSpec<Action> {
  static var log: CommandSpec {
    CommandSpec(
      name: "log",
      summary: Text(
        en: "Who did what, when, by which rule; the newest last.",
        pt: "Quem fez o quê, quando, por qual regra; o mais novo por último."),
      discussion: Text(
        en:
          "It holds no text of a message and no address. What it tells of is shown by `deskctl why`.",
        pt: "Não guarda texto de mensagem nem endereço. O que ele conta, `deskctl why` mostra."),
      examples: [
        Example(
          "deskctl log --record schedule/42",
          Text(en: "the life of a schedule", pt: "a vida de um agendamento")),
        Example(
          "deskctl log --rule S4 --from 2026-12-01 --jsonl",
          Text(en: "what was not sent, for a script", pt: "o que não foi enviado, para um script")),
      ],
      options: [
        LogOptions.record, LogOptions.actor, LogOptions.rule, .from, .to, LogOptions.limit,
      ],
      action: .read(.administer, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let wanted = try LogFilter(desk, words)
    let limit = try words.number(LogOptions.limit, from: 0) ?? 100
    var found: [Event] = []
    // The newest days first, and no further back than it takes.
    for day in try store.logDays().reversed() where wanted.mayHold(day) {
      found = try store.log(day: day).filter { wanted.holds($0) } + found
      if found.count >= limit { break }
    }
    var listing = Listing("event", columns)
    let times = try desk.times()
    for event in found.suffix(limit) {
      listing.add(
        id: event.record?.text ?? "", event.fullJSON,
        [
          times.compact(event.at), event.actor, event.record?.text ?? "-",
          EventWord.text(event.what, of: event.record?.kind)(desk.language), event.rule ?? "-",
          event.detail.joined(separator: ", "),
        ])
    }
    return Output(.list(listing))
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text(en: "at", pt: "quando"), key: "at"),
      Table.Column(Text(en: "who", pt: "quem"), key: "actor"),
      Table.Column(Text(en: "record", pt: "registro"), key: "record"),
      Table.Column(Text(en: "what", pt: "o quê"), key: "what"),
      Table.Column(Text(en: "rule", pt: "regra"), key: "rule"),
      Table.Column(Text(en: "detail", pt: "detalhe"), key: "detail", shrinks: true),
    ]
  }
}

/// Which lines of the log are shown.
private struct LogFilter {
  private let record: Reference?
  private let actor: String?
  private let rule: String?
  private let from: Instant?
  private let to: Instant?

  init(_ desk: Desk, _ words: ParsedWords) throws {
    record = try words.value(LogOptions.record).map { typed in
      guard let reference = try? Reference(text: typed) else {
        throw Failure.badValue(
          LogOptions.record, typed,
          Text(en: "a record such as schedule/42", pt: "um registro como schedule/42"))
      }
      return reference
    }
    actor = words.value(LogOptions.actor)
    rule = words.value(LogOptions.rule)
    from = try words.value(.from).map { try desk.time(.from, $0, purpose: .moment) }
    to = try words.value(.to).map { try desk.time(.to, $0, purpose: .moment) }
  }

  /// Whether a day, in UTC, may hold such a line.
  func mayHold(_ day: String) -> Bool {
    (from.map { day >= $0.rfc3339.prefix(10) } ?? true)
      && (to.map { day <= $0.rfc3339.prefix(10) } ?? true)
  }

  /// A line is about the record that it names first, and those in its detail.
  func holds(_ event: Event) -> Bool {
    let isAbout = record.map { event.record == $0 || event.detail.contains($0.text) } ?? true
    return isAbout && (actor.map { event.actor == $0 } ?? true)
      && (rule.map { event.rule == $0 } ?? true) && (from.map { event.at >= $0 } ?? true)
      && (to.map { event.at <= $0 } ?? true)
  }
}
