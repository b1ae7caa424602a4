import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// Runs `body`; a time that it cannot read becomes the failure of an option.
  static func reading<Answer>(
    _ option: OptionSpec, _ typed: String, _ body: () throws -> Answer
  ) throws -> Answer {
    do {
      return try body()
    } catch let error as TimeExpressionError {
      throw time(option, error)
    }
  }

  /// S8: what is wrong with a time; it was malformed, so this is a matter of usage.
  static func time(_ option: OptionSpec, _ error: TimeExpressionError) -> Failure {
    let name = "--\(option.name)"
    let examples = Text(
      en: TimeExpression.examples(in: .en).prefix(4).joined(separator: ", "),
      pt: TimeExpression.examples(in: .ptBR).prefix(4).joined(separator: ", "))
    let example = Text(en: "for example \(examples.en)", pt: "por exemplo \(examples.pt)")
    switch error {
    case .unreadable(let typed):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): \"\(typed)\" is no time", pt: "\(name): \"\(typed)\" não é uma data e hora"),
        hint: example)
    case .noSuchDate(let typed, let isMonthFirst):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): there is no day \"\(typed)\"", pt: "\(name): não existe o dia \"\(typed)\""),
        hint: isMonthFirst
          ? Text(
            en: "the day comes before the month: 25/12/2026",
            pt: "o dia vem antes do mês: 25/12/2026")
          : example)
    case .noSuchTimeOfDay(let typed):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): no clock shows \"\(typed)\"",
          pt: "\(name): nenhum relógio mostra \"\(typed)\""),
        hint: example)
    case .timeOfDayMissing(let typed):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): \"\(typed)\" has no time of day",
          pt: "\(name): falta a hora em \"\(typed)\""),
        hint: example)
    case .weekdayDiffers(let typed, let actual):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): in \"\(typed)\" the day is a \(TimeLanguage.en.name(of: actual))",
          pt: "\(name): em \"\(typed)\" o dia é \(TimeLanguage.ptBR.name(of: actual))"))
    case .notOnWholeMinute(let typed):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): \"\(typed)\" is no whole minute",
          pt: "\(name): \"\(typed)\" não é um minuto inteiro"))
    case .localTimeNeverExists(let typed, let start, let end):
      return Failure(
        .usage, "S8",
        Text(
          en:
            "\(name): \"\(typed)\" never comes: clocks go from \(start.time.minuteText) to \(end.time.minuteText)",
          pt:
            "\(name): \"\(typed)\" não existe: os relógios pulam de \(start.time.minuteText) para \(end.time.minuteText)"
        ),
        hint: Text(en: "\(end.time.minuteText) or later", pt: "\(end.time.minuteText) ou depois"))
    case .localTimeTwice(let typed, let earlier, let later):
      return Failure(
        .usage, "S8",
        Text(
          en: "\(name): \"\(typed)\" comes twice, at \(earlier.rfc3339) and at \(later.rfc3339)",
          pt:
            "\(name): \"\(typed)\" acontece duas vezes, em \(earlier.rfc3339) e em \(later.rfc3339)"
        ),
        hint: Text(
          en: "add --earlier or --later",
          pt: "acrescente --earlier (a primeira) ou --later (a segunda)"),
        details: ["earlier": JSONValue(earlier.rfc3339), "later": JSONValue(later.rfc3339)])
    }
  }

  static func noZone(_ name: String, isInstalled: Bool) -> Failure {
    Failure(
      .invalidContent, "zone",
      Text(
        en: isInstalled
          ? "the system knows no time zone \(name)" : "this machine has no time zone data",
        pt: isInstalled
          ? "o sistema não conhece o fuso \(name)" : "esta máquina não tem dados de fuso horário"),
      hint: isInstalled
        ? Text("deskctl config set desk.zone=America/Sao_Paulo")
        : Text(en: "install the package tzdata", pt: "instale o pacote tzdata"))
  }

  static func zone(_ error: ZoneError) -> Failure {
    Failure(
      .inputOutput, "zone",
      Text(
        en: "the data of the time zone \(error.zone) cannot be read (\(error.defect))",
        pt: "os dados do fuso \(error.zone) não podem ser lidos (\(error.defect))"),
      hint: Text(en: "reinstall the package tzdata", pt: "reinstale o pacote tzdata"))
  }
}
