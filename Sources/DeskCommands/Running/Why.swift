import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var why: CommandSpec {
    CommandSpec(
      name: "why",
      summary: Text(
        en: "What happened to a record, by which rule, and what to type next.",
        pt: "O que houve com um registro, por qual regra, e o que digitar em seguida."),
      examples: [
        Example(
          "deskctl why schedule/1", Text(en: "why it was not sent", pt: "por que não foi enviado"))
      ],
      arguments: [
        ArgumentSpec(
          "RECORD", Text(en: "such as schedule/42", pt: "como schedule/42"),
          completion: .words(RecordKind.allCases.map { $0.rawValue + "/" }))
      ],
      action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let word = words.arguments[0]
    guard let reference = try? Reference(text: word) else {
      throw Failure.badValue(
        "RECORD", word, Text(en: "a record such as schedule/42", pt: "um registro como schedule/42")
      )
    }
    let subject = try WhySubject(reference, desk, store)
    let events = try subject.events(store).compactMap { try desk.visible($0, store) }
    let times = try desk.times()
    var text = subject.explanation.map { line in
      "\(line.rule)  \(Shown(line.text(desk.language)).line)\n"
    }.joined()
    if let next = subject.next {
      text += "    " + Text(en: "next", pt: "a seguir")(desk.language) + ": \(next)\n"
    }
    if subject.explanation.isEmpty || desk.globals.has(.verbose) {
      text += events.map { desk.line($0, times) }.joined()
    }
    let record: JSONValue = [
      "record": JSONValue(reference.text),
      "rules": .array(subject.explanation.map { JSONValue($0.rule) }),
      "message": JSONValue(
        subject.explanation.map { $0.text(desk.language) }.joined(separator: " ")),
      "next": subject.next.map { JSONValue($0) } ?? .null,
      "events": .array(events.map(\.fullJSON)),
    ]
    return Output(.one(schema: "why", record, text: text))
  }
}

extension Desk {
  /// A line of the log, as people read it.
  func line(_ event: Event, _ times: TimeWording) -> String {
    let parts = [
      event.rule ?? "--", times.compact(event.at), event.actor, event.record?.text ?? "",
      EventWord.text(event.what, of: event.record?.kind)(language),
      event.detail.joined(separator: ", "),
    ]
    return Shown(parts.filter { !$0.isEmpty }.joined(separator: "  ")).line + "\n"
  }
}

/// A record that somebody asks about, with what can be said of it.
private struct WhySubject {
  let reference: Reference
  /// From when to when something was done to it.
  private let span: (from: Instant, to: Instant)
  private(set) var explanation: [(rule: String, text: Text)] = []
  private(set) var next: String?

  init(_ reference: Reference, _ desk: Desk, _ store: StoreReader) throws {
    self.reference = reference
    let now = try desk.now()
    switch reference.kind {
    case .schedule:
      let schedule = try desk.record(Schedule.self, reference.text, in: store)
      guard desk.actor.sees(team: schedule.team, assignee: schedule.agent) else {
        throw Failure.noSuchRecord("schedule", reference.text)
      }
      span = (schedule.madeAt, schedule.firedAt ?? now)
      let why = try ScheduleWhy(schedule, desk, store)
      explanation = [(why.rule, why.sentence)]
      next = why.next
    case .ticket:
      let ticket = try desk.ticket(reference.text, in: store)
      span = (ticket.openedAt, now)
      if let schedule = ticket.schedule {
        explanation = [
          (
            "S12",
            Text(
              en: "schedule/\(schedule.number) opened it for its team and agent.",
              pt: "schedule/\(schedule.number) o abriu para sua equipe e seu atendente.")
          )
        ]
      }
    case .contact:
      span = (try desk.record(Contact.self, reference.text, in: store).createdAt, now)
    case .conversation:
      let conversation = try desk.record(Conversation.self, reference.text, in: store)
      guard try desk.sees(conversation) else {
        throw Failure.noSuchRecord("conversation", reference.text)
      }
      span = (conversation.openedAt, now)
      for entry in try desk.visible(conversation, store).history where entry.cause != nil {
        explanation.append(
          (
            "S14",
            Text(
              en:
                "\(entry.cause?.text ?? "") gave it to \(entry.team?.text ?? "-"), \(entry.assignee?.text ?? "-").",
              pt:
                "\(entry.cause?.text ?? "") a passou para \(entry.team?.text ?? "-"), \(entry.assignee?.text ?? "-")."
            )
          ))
      }
    case .outbox:
      let entry = try desk.record(OutboxEntry.self, reference.text, in: store)
      guard try desk.sees(entry, store) else {
        throw Failure.noSuchRecord("outbox", reference.text)
      }
      span = (entry.queuedAt, now)
      if entry.state == .unknown {
        next = "deskctl outbox show \(entry.id.number)"
      }
      if let reason = Explanation.ofDelivery(entry.reason) {
        next = "deskctl explain \(reason.code)"
      }
    case .notification:
      let notification = try desk.notification(reference.text, in: store)
      span = (notification.at, now)
      explanation = [("S13", Text(notification.text))]
      next = "deskctl notification open \(notification.id.number)"
    }
  }

  /// The log's lines about it: only the days of its life are read.
  func events(_ store: StoreReader) throws -> [Event] {
    let (first, last) = (span.from.rfc3339.prefix(10), span.to.rfc3339.prefix(10))
    return try store.logDays().filter { $0 >= first && $0 <= last }.flatMap { day in
      try store.log(day: day).filter { event in
        event.record == reference || event.detail.contains(reference.text)
      }
    }
  }
}
