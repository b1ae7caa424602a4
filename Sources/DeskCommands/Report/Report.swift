import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var report: CommandSpec {
    CommandSpec(
      name: "report",
      summary: Text(
        en: "What the desk did: a month in figures, in bars or as a page.",
        pt: "O que a central fez: um mês em números, em barras ou numa página."),
      discussion: Text(
        en: """
          The month so far, unless days are given; the last day is included, and all hours are those of
          the desk's zone. Conversations and tickets count on the day they were opened, schedules on the
          day they were due, ratings on the day they were asked for.

          A first answer is the first message that a person wrote after the contact's first one. What
          only marks or changes a message, such as a reaction, counts as none. A percentile is by the
          nearest rank: of n durations in order, the one at place n · p / 100, rounded up; the median
          is that of 50.

          With `-o FILE` it is one HTML page that loads nothing and runs nothing, each picture with its
          table; with `--json` the figures, durations in seconds. The lock is given back between
          blocks of records.
          """,
        pt: """
          O mês até agora, se os dias não forem informados; o último dia está incluído, e as horas são
          as do fuso da central. Conversas e chamados contam no dia em que foram abertos, agendamentos
          no dia em que disparam, notas no dia em que foram pedidas.

          Uma primeira resposta é a primeira mensagem que uma pessoa escreveu depois da primeira do
          contato. O que só marca ou altera uma mensagem, como uma reação, não conta. Os percentis usam
          o método da posição mais próxima: de n durações em ordem, a da posição n · p / 100,
          arredondada para cima; a mediana é a de 50.

          Com `-o ARQUIVO` é uma página HTML que não carrega nem executa nada, cada figura com a sua
          tabela; com `--json`, os números, com as durações em segundos. A trava é liberada entre
          blocos de registros.
          """),
      examples: [
        Example(
          "deskctl report --month 2026-11 -o novembro.html",
          Text(en: "a page to look at and to print", pt: "uma página para ver e imprimir")),
        Example(
          "deskctl report --from 2026-12-01 --to 2026-12-04 --json",
          Text(en: "a few days, for a script", pt: "alguns dias, para um script")),
      ],
      options: [ReportOptions.from, ReportOptions.to, ReportOptions.month],
      action: .reads(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    try desk.require(.viewAll)
    let report = try ReportReading(desk).report(of: ReportSpan(desk, words))
    let figures = ReportFigures(report, desk)
    if !desk.isJSON, let typed = desk.globals.value(.out), typed != "-" {
      return Output(.text(try figures.page.html))
    }
    return Output(
      .one(
        schema: "report", ReportRecord(report: report).json,
        text: try ReportText(figures, desk).text))
  }
}
