import DeskCore
import JSON

/// A report as scripts read it: every key is there, counts and seconds are whole numbers.
struct ReportRecord {
  let report: Report

  var json: JSONValue {
    [
      "from": JSONValue(report.span.first.isoText), "to": JSONValue(report.span.last.isoText),
      "zone": JSONValue(report.span.zone.name), "conversations": conversations,
      "firstAnswer": durations(report.firstAnswers), "close": durations(report.closings),
      "tickets": tickets,
      "schedules": [
        "count": JSONValue(report.scheduleCount),
        "byOutcome": .array(report.outcomeRows.map(outcome)),
      ],
      "ratings": [
        "count": JSONValue(report.ratingCount), "byAnswer": .array(report.ratingRows.map(rating)),
      ],
      "load": [
        "count": JSONValue(report.load.total), "byWeekday": .array(Weekday.allCases.map(load)),
      ],
    ]
  }

  private var conversations: JSONValue {
    let days = report.span.days.map { day in
      JSONValue.object(
        JSONObject(
          uniqueMembers: [("day", JSONValue(day.isoText))]
            + Channel.allCases.map { channel in
              (channel.rawValue, JSONValue(report.conversations(on: day, by: channel)))
            }))
    }
    return ["count": JSONValue(report.conversationCount), "byDay": .array(days)]
  }

  private func durations(_ durations: Durations) -> JSONValue {
    [
      "count": JSONValue(durations.count),
      "median": durations.median.map { JSONValue($0) } ?? .null,
      "percentile90": durations.ninetieth.map { JSONValue($0) } ?? .null,
    ]
  }

  private var tickets: JSONValue {
    let teams = report.teamRows.map { row -> JSONValue in
      ["team": row.team.map { JSONValue($0.text) } ?? .null, "count": JSONValue(row.count)]
    }
    let categories = report.categoryRows.map { row -> JSONValue in
      ["category": row.category.map { JSONValue($0.text) } ?? .null, "count": JSONValue(row.count)]
    }
    let origins = report.originRows.map { row -> JSONValue in
      ["origin": JSONValue(row.origin.rawValue), "count": JSONValue(row.count)]
    }
    return [
      "count": JSONValue(report.ticketCount), "byTeam": .array(teams),
      "byCategory": .array(categories), "byOrigin": .array(origins),
    ]
  }

  private func outcome(_ row: (outcome: Report.Outcome, count: Int)) -> JSONValue {
    [
      "state": JSONValue(row.outcome.state.rawValue),
      "reason": row.outcome.reason.map { JSONValue($0.rawValue) } ?? .null,
      "count": JSONValue(row.count),
    ]
  }

  private func rating(_ row: (rating: Report.Rating, count: Int)) -> JSONValue {
    [
      "survey": row.rating.survey.map { JSONValue($0.text) } ?? .null,
      "answer": JSONValue(row.rating.value), "count": JSONValue(row.count),
    ]
  }

  private func load(_ day: Weekday) -> JSONValue {
    [
      "weekday": JSONValue(day.rawValue),
      "hours": .array(report.load.hours(of: day).map { JSONValue($0) }),
    ]
  }
}
