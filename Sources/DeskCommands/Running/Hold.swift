import CommandLineKit
import DeskCore
import DeskStore

private enum HoldOptions {
  static let why = OptionSpec.value(
    "why", "TEXT", Text(en: "what it waits for", pt: "o motivo da espera"))
  static let expireBefore = OptionSpec.value(
    "expire-before", "TIME",
    Text(
      en: "schedules due before then expire instead of firing",
      pt: "agendamentos anteriores a essa hora expiram em vez de disparar"))
}

extension CommandSpec<Action> {
  static var hold: CommandSpec {
    CommandSpec(
      name: "hold",
      summary: Text(
        en: "Fire and send nothing until resumed.",
        pt: "Não dispara nem envia nada até ser retomada."),
      options: [HoldOptions.why], action: .steps(.administer, hold))
  }

  static var resume: CommandSpec {
    CommandSpec(
      name: "resume",
      summary: Text(
        en: "Go on; -n lists what would go out.", pt: "Retoma a central; -n lista o que sairia."),
      examples: [
        Example("deskctl resume -n", Text(en: "what would go out", pt: "o que sairia")),
        Example(
          "deskctl resume --expire-before now",
          Text(
            en: "what was due meanwhile is dropped",
            pt: "o que venceu nesse meio-tempo é descartado")),
      ],
      options: [HoldOptions.expireBefore], action: .steps(.administer, resume))
  }

  private static func hold(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let reason = try words.value(HoldOptions.why).map { try desk.text($0) } ?? ""
    let now = try desk.now()
    try desk.transaction { transaction in
      try transaction.change { $0.hold = Hold(since: now, why: reason) }
      try transaction.apply([desk.event(nil, "held", rule: "S10")])
    }
    return Output(
      .text(Text(en: "on hold\n", pt: "em espera\n")(desk.language)))
  }

  private static func resume(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let limit = try words.value(HoldOptions.expireBefore).map {
      try desk.time(HoldOptions.expireBefore, $0, purpose: .moment)
    }
    if desk.isDryRun { return Output(.list(try goingOut(desk, after: limit))) }
    if limit == nil, try isResumed(desk) {
      return Output(.text(Text(en: "not on hold\n", pt: "não está em espera\n")(desk.language)))
    }
    let expired = try limit.map { try expire(before: $0, desk) } ?? 0
    let home = try desk.store().currentHome()
    try desk.transaction { transaction in
      // Taking the lock may have completed a resuming that a crash interrupted.
      if limit == nil, try isResumed(desk) { return }
      try transaction.change { format in
        format.hold = nil
        format.home = home
      }
      try transaction.apply([desk.event(nil, "resumed", rule: "S10")])
    }
    let count = expired > 0 ? "; \(expired) " + EventWord.text("expired")(desk.language) : ""
    return Output(.text(Text(en: "resumed\(count)\n", pt: "retomada\(count)\n")(desk.language)))
  }

  private static func isResumed(_ desk: Desk) throws -> Bool {
    let store = try desk.store()
    return try store.format.hold == nil && store.isAtHome()
  }

  /// S10: what waits in the outbox, and the schedules that are due.
  private static func goingOut(_ desk: Desk, after limit: Instant?) throws -> Listing {
    var listing = Listing(
      "resume",
      [
        Table.Column(Text(en: "what", pt: "o quê"), key: "record"),
        Table.Column(Text(en: "at", pt: "quando"), key: "at"),
        Table.Column(Text(en: "to", pt: "para"), key: "to", shrinks: true),
        Table.Column(Text(en: "text", pt: "texto"), key: "text", shrinks: true),
      ])
    let times = try desk.times()
    try desk.reading { store in
      for number in try store.numbers(.open(.outbox)) {
        let entry = try store.get(OutboxEntry.ID(number))
        guard entry.state == .queued else { continue }
        listing.add(
          id: entry.reference.text, entry.masked.fullJSON,
          [entry.reference.text, times.compact(entry.queuedAt), entry.to, entry.body.text ?? "-"])
      }
      for due in try store.due(at: desk.now(), limit: Int.max)
      where due.isSchedule && limit.map({ due.at >= $0 }) ?? true {
        let schedule = try store.get(Schedule.ID(due.schedule))
        listing.add(
          id: schedule.reference.text, schedule.fullJSON,
          [
            schedule.reference.text, times.compact(schedule.at),
            try store.find(schedule.contact)?.displayName ?? "-",
            schedule.message ?? schedule.comment ?? "-",
          ])
      }
    }
    return listing
  }

  /// Expires pending schedules that were due before an instant; their agents are not told, whoever
  /// resumes the desk knows.
  private static func expire(before limit: Instant, _ desk: Desk) throws -> Int {
    try desk.transaction { transaction in
      let due = try transaction.due(at: limit - 1, limit: Int.max).filter(\.isSchedule)
      for entry in due {
        var schedule = try transaction.get(Schedule.ID(entry.schedule))
        schedule.state = .expired
        schedule.reason = .late
        schedule.firedAt = try desk.now()
        schedule.lateness = max(0, try desk.now() - schedule.at)
        try transaction.apply([
          .schedule(schedule), try desk.event(schedule.reference, "expired", rule: "S10"),
        ])
      }
      return due.count
    }
  }
}
