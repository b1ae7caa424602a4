import CommandLineKit
import DeskCore
import DeskStore

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
    let week = RouteWeek(
      routing: try desk.routing(), signedIn: try RouteOnline.agents(desk, words),
      zone: try desk.zone())
    let first = try week.zone.local(start ?? desk.now()).date
    return Output(.list(week.listing(from: first, desk.language)))
  }
}
