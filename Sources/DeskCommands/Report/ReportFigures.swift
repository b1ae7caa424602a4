import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// The figures of a report in the reader's words, for the terminal and for the page alike. Names are those
/// of Config; what is not there any more goes by its id.
struct ReportFigures {
  let report: Report
  private let desk: Desk

  init(_ report: Report, _ desk: Desk) {
    self.report = report
    self.desk = desk
  }

  func word(_ en: String, _ pt: String) -> String { Text(en: en, pt: pt)(desk.language) }

  var title: String {
    get throws { "\(word("Report", "Relatório")) - \(Shown(try desk.settings.desk.name).line)" }
  }

  /// `2026-12-01 to 2026-12-04, America/Sao_Paulo`
  var subtitle: String {
    get throws {
      let language = try desk.times().language
      let days = [report.span.first, report.span.last].map { language.text(of: $0) }
      return days.joined(separator: word(" to ", " a ")) + ", " + report.span.zone.name
    }
  }

  var nothing: String { word("none", "nenhum registro") }

  var page: ReportPage {
    get throws {
      ReportPage(
        language: desk.language.rawValue, title: try title, subtitle: try subtitle,
        nothing: nothing, figures: try all)
    }
  }

  var all: [ReportFigure] {
    get throws {
      [try conversations] + durations + [try teams, try categories, origins, outcomes]
        + [try ratings, try load]
    }
  }

  // MARK: Conversations

  private var conversations: ReportFigure {
    get throws {
      let language = try desk.times().language
      let rows = report.span.days.map { day in
        ReportFigure.Row(
          "\(language.name(of: day.weekday)) \(language.text(of: day))",
          Channel.allCases.map { report.conversations(on: day, by: $0) })
      }
      return ReportFigure(
        word("Conversations by day and channel", "Conversas por dia e canal"),
        note: count(report.conversationCount, "opened", "abertas"),
        columns: [word("day", "dia")] + Channel.allCases.map(\.title),
        rows: report.conversationCount == 0 ? [] : rows)
    }
  }

  private var durations: [ReportFigure] {
    [
      figure(
        word("Time to first answer", "Tempo até a primeira resposta"), report.firstAnswers,
        note: count(report.firstAnswers.count, "answered", "respondidas")),
      figure(
        word("Time to close", "Tempo até encerrar"), report.closings,
        note: count(report.closings.count, "closed", "encerradas")),
    ]
  }

  private func count(_ count: Int, _ en: String, _ pt: String) -> String {
    word("conversations \(en): \(count)", "conversas \(pt): \(count)")
  }

  private func figure(_ title: String, _ durations: Durations, note: String) -> ReportFigure {
    let found = [
      (word("median", "mediana"), durations.median),
      (word("90th percentile", "percentil 90"), durations.ninetieth),
    ]
    return ReportFigure(
      title, note: note, columns: [word("figure", "medida"), word("duration", "duração")],
      rows: found.compactMap { name, seconds in
        seconds.map { ReportFigure.Row(name, [$0], cells: [TimeWording.duration($0)]) }
      })
  }

  private var load: ReportFigure {
    get throws {
      let language = try desk.times().language
      return ReportFigure(
        word("Load by hour of the week", "Carga por hora da semana"),
        note: word(
          "messages that came in: \(report.load.total); in one hour at most \(report.load.most)",
          "mensagens recebidas: \(report.load.total); numa hora, no máximo \(report.load.most)"),
        picture: .heat, columns: [word("day", "dia")] + (0..<24).map { "\($0)h" },
        rows: report.load.total == 0
          ? []
          : Weekday.allCases.map {
            ReportFigure.Row(language.name(of: $0), report.load.hours(of: $0))
          })
    }
  }

  // MARK: Tickets, schedules and ratings

  private func tickets(_ title: String, _ head: String, _ rows: [(String, Int)]) -> ReportFigure {
    ReportFigure(
      title,
      note: word(
        "tickets opened: \(report.ticketCount)", "chamados abertos: \(report.ticketCount)"),
      columns: [head, word("tickets", "chamados")],
      rows: rows.map { ReportFigure.Row(Shown($0.0).line, [$0.1]) })
  }

  private var teams: ReportFigure {
    get throws {
      let catalog = try desk.teams
      return tickets(
        word("Tickets by team", "Chamados por equipe"), word("team", "equipe"),
        report.teamRows.map { ($0.team.map(catalog.name) ?? "-", $0.count) })
    }
  }

  private var categories: ReportFigure {
    get throws {
      let catalog = try desk.config().catalog(Category.self)
      return tickets(
        word("Tickets by category", "Chamados por categoria"), word("category", "categoria"),
        report.categoryRows.map { ($0.category.map(catalog.name) ?? "-", $0.count) })
    }
  }

  private var origins: ReportFigure {
    tickets(
      word("Tickets by origin", "Chamados por origem"), word("origin", "origem"),
      report.originRows.map { ($0.origin.title(desk.language), $0.count) })
  }

  private var outcomes: ReportFigure {
    ReportFigure(
      word("Schedules by outcome", "Agendamentos por resultado"),
      note: word(
        "schedules due: \(report.scheduleCount)", "agendamentos no período: \(report.scheduleCount)"
      ),
      columns: [word("outcome", "resultado"), word("schedules", "agendamentos")],
      rows: report.outcomeRows.map { outcome, count in
        let words = [outcome.state.title] + (outcome.reason.map { [$0.title] } ?? [])
        return ReportFigure.Row(words.map { $0(desk.language) }.joined(separator: ": "), [count])
      })
  }

  private var ratings: ReportFigure {
    get throws {
      let catalog = try desk.config().catalog(Survey.self)
      let rows = report.ratingRows.map { rating, count in
        let survey = rating.survey.flatMap { catalog[$0] }
        let answer = survey?.answers.first { $0.value == rating.value }?.text ?? rating.value
        let name = survey?.name ?? rating.survey?.text ?? "-"
        return ReportFigure.Row(Shown("\(name): \(answer)").line, [count])
      }
      return ReportFigure(
        word("Ratings", "Notas"),
        note: word("answers: \(report.ratingCount)", "respostas: \(report.ratingCount)"),
        columns: [word("answer", "resposta"), word("ratings", "notas")], rows: rows)
    }
  }
}
