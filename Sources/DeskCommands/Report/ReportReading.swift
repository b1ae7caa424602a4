import CommandLineKit
import DeskCore
import DeskStore

/// One pass over the store, a block of records at a time: others may write in between.
struct ReportReading {
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  func report(of span: ReportSpan) throws -> Report {
    var report = Report(span)
    try each(Conversation.self, Text(en: "conversations", pt: "conversas")) { conversation, store in
      try report.add(conversation) { take in
        try store.forEachMoment(of: conversation, take)
      }
    }
    try each(Ticket.self, Text(en: "tickets", pt: "chamados")) { ticket, _ in report.add(ticket) }
    try each(Schedule.self, Text(en: "schedules", pt: "agendamentos")) { schedule, _ in
      report.add(schedule)
    }
    return report
  }

  private func each<Kept: StoredRecord>(
    _ type: Kept.Type, _ unit: Text, _ body: (Kept, StoreReader) throws -> Void
  ) throws {
    let last = try desk.reading { try $0.lastNumber(Kept.kind) }
    let line = ProgressLine(Text(en: "report", pt: "relatório"), of: last, .count(unit), desk)
    var number = 1
    while number <= last {
      try desk.reading { store in
        let block = number / Layout.blockSize
        while number <= last, number / Layout.blockSize == block {
          if let record = try store.find(RecordID<Kept>(number)) { try body(record, store) }
          line.advance(to: number)
          number += 1
        }
      }
    }
    line.end()
  }
}
