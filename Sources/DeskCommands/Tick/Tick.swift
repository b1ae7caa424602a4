import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  private static var limit: OptionSpec {
    .value("limit", "N", Text(en: "fire at most so many", pt: "dispara no máximo tantos"))
  }
  private static var deliver: OptionSpec {
    .flag(
      "deliver",
      Text(
        en: "then send what waits in the outbox", pt: "depois envia o que espera na caixa de saída")
    )
  }
  private static var printCron: OptionSpec {
    .flag(
      "print-cron",
      Text(en: "print the line for /etc/cron.d", pt: "imprime a linha para /etc/cron.d"))
  }
  private static var printSystemd: OptionSpec {
    .flag(
      "print-systemd", Text(en: "print a service and a timer", pt: "imprime um serviço e um timer"))
  }
  private static var user: OptionSpec {
    .value(
      "user", "USER",
      Text(
        en: "of the printed line; the store's owner unless set",
        pt: "da linha impressa; o dono dos dados se não for dito"))
  }

  static var tick: CommandSpec {
    CommandSpec(
      name: "tick", summary: Text(en: "Fire what is due.", pt: "Dispara o que está na hora."),
      discussion: Text(
        en: """
          To be run each minute, by cron or a timer. It prints nothing when there was nothing to
          do. A tick that finds another at work ends in silence; one that comes late fires what was
          due meanwhile.
          """,
        pt: """
          Para rodar a cada minuto, pelo cron ou por um timer. Não imprime nada quando não há nada a
          fazer. Se outro tick estiver trabalhando, termina em silêncio; se chegar atrasado, dispara
          o que ficou para trás.
          """),
      examples: [
        Example(
          "deskctl tick --print-cron | sudo tee /etc/cron.d/deskctl",
          Text(en: "has cron run it each minute", pt: "faz o cron rodar a cada minuto")),
        Example("deskctl tick -n", Text(en: "what it would do now", pt: "o que faria agora")),
      ],
      options: [limit, deliver, printCron, printSystemd, user], action: .asDesk(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    if words.has(printCron) {
      return Output(.text(try TickStart(desk, user: words.value(user)).cronLine))
    }
    if words.has(printSystemd) {
      return Output(.text(try TickStart(desk, user: words.value(user)).systemdUnits))
    }
    try desk.refuseOnHold()
    let limit = try words.number(limit) ?? Int.max
    guard let ticked = try desk.tickAlone({ try Ticking(desk: desk, limit: limit).run() }) else {
      return Output()
    }
    var output = try report(ticked, desk)
    output.failures = ticked.damage.map { Failure($0, words: [], desk: desk) }
    if !ticked.damage.isEmpty { output.exit = .damaged }
    if words.has(deliver), !desk.isDryRun {
      let delivered = try desk.deliverOutbox(limit: nil)
      if output.exit == .done { output.exit = delivered.exit }
      output.failures += delivered.failures
    }
    return output
  }

  /// Nothing where nothing happened: cron mails whatever is printed.
  private static func report(_ ticked: Ticking.Result, _ desk: Desk) throws -> Output {
    let isJSON = desk.globals.has(.json) || desk.globals.has(.jsonl)
    let isQuiet = !desk.globals.has(.verbose) && !desk.surroundings.console.isTerminal
    let report = TickReport(ticked)
    if report.isEmpty || isQuiet, !isJSON { return Output() }
    return Output(
      .one(
        schema: "tick", report.json(now: try desk.now(), isDryRun: desk.isDryRun),
        text: report.text(desk.language)))
  }
}

extension Desk {
  /// S10: a desk on hold fires and sends nothing; a copied one is on hold until it is resumed.
  func refuseOnHold() throws {
    let store = try store()
    if let hold = store.format.hold {
      throw StoreError.onHold(since: try times().full(hold.since), why: hold.why)
    }
    guard try store.isAtHome() else { throw Failure.copied(dataPath) }
  }

  /// S10: whether the desk was put on hold after this command had begun. Asked under the lock, so
  /// that nothing fires or is sent once `hold` has said that it is on hold.
  var isHeldMeanwhile: Bool {
    get throws { try store().format.hold != nil }
  }

  /// Runs `body` unless another tick is at work: then this one has nothing to do, and nil says so.
  /// One that has been at work for more than five minutes is told of.
  fileprivate func tickAlone<Answer>(_ body: () throws -> Answer) throws -> Answer? {
    let store = try store()
    if isDryRun { return try body() }
    let done = try store.whileHolding(Layout.tickLock, patience: 0) { () throws -> Answer in
      try store.noteTick()
      return try body()
    }
    if done == nil, let since = try store.lastTick(), try now() - since > 300 {
      throw Failure.tickTakesLong(seconds: try now() - since)
    }
    return done
  }
}

extension Failure {
  static func copied(_ path: String) -> Failure {
    Failure(
      .refused, "S10",
      Text(
        en: "\(path) was copied or restored; it fires and sends nothing until it is resumed",
        pt: "\(path) foi copiada ou restaurada; não dispara nem envia nada até ser retomada"),
      hint: Text(
        en: "deskctl resume -n lists what would go out", pt: "deskctl resume -n lista o que sairia")
    )
  }

  static func tickTakesLong(seconds: Int) -> Failure {
    Failure(
      .busy, "busy",
      Text(
        en: "another tick has been at work for \(TimeWording.duration(seconds))",
        pt: "outro tick está trabalhando há \(TimeWording.duration(seconds))"),
      hint: Text("ps -C deskctl -f"))
  }
}
