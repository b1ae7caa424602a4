import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// Everything about one person as one page to read and to print: their conversations as an export of
/// these has them, and each other record with its fields in words.
struct PersonPage {
  private let desk: Desk
  private let traces: PersonTraces

  init(_ desk: Desk, _ traces: PersonTraces) {
    self.desk = desk
    self.traces = traces
  }

  private func word(_ en: String, _ pt: String) -> String { Text(en: en, pt: pt)(desk.language) }

  func write(into spool: inout Spool) throws {
    let reading = try TranscriptReading(desk, nil)
    let title = word("What is kept about one person", "O que se guarda sobre uma pessoa")
    let page = TranscriptPage(
      language: desk.language.rawValue, title: "\(title) - \(try desk.settings.desk.name)",
      historyTitle: word("History", "Histórico"))
    func add(_ section: TranscriptPage.Section) throws {
      try spool.add { $0 += page.html(section).utf8 }
    }
    try spool.add { $0 += page.head.utf8 }
    for one in traces.contacts { try add(section(one, one.reference)) }
    for one in traces.conversations { try add(desk.reading { try reading.section(one, $0) }) }
    for one in traces.tickets { try add(section(one, one.reference)) }
    for one in traces.schedules { try add(section(one, one.reference)) }
    for one in traces.outbox { try add(section(one.masked, one.reference)) }
    for one in traces.notifications { try add(section(one, one.reference)) }
    try add(log())
    try spool.add { $0 += TranscriptPage.end.utf8 }
  }

  private func section(
    _ record: some Record, _ reference: Reference
  ) throws -> TranscriptPage.Section {
    TranscriptPage.Section(
      title: reference.text,
      facts: try desk.facts(record).map { (name: $0.field.note(desk.language), value: $0.value) },
      lines: [], history: [])
  }

  private func log() throws -> TranscriptPage.Section {
    let times = try desk.times()
    var steps: [String] = []
    try traces.eachEvent(of: desk) { event in
      let what = EventWord.text(event.what, of: event.record?.kind)(desk.language)
      let about = event.record.map { "\($0.text): " } ?? ""
      steps.append(Shown("\(times.compact(event.at)) \(event.actor): \(about)\(what)").line)
    }
    return TranscriptPage.Section(
      title: word("What was done", "O que foi feito"), facts: [], lines: [], history: steps)
  }
}
