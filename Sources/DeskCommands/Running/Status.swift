import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var status: CommandSpec {
    CommandSpec(
      name: "status",
      summary: Text(
        en: "How the desk stands; 1 when something needs a person.",
        pt: "Como está a central; 1 quando algo precisa de uma pessoa."),
      action: .asDesk(reading: run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    // It runs for whoever may read the files; an agent is told of what they see (C1).
    try desk.settleCallerIfAgent()
    let facts = try DeskFacts(desk, store)
    let times = try desk.times()
    let never = Text(en: "never", pt: "nunca")(desk.language)
    let none = Text(en: "none", pt: "nenhum")(desk.language)
    func row(_ label: Text, _ value: String) -> (String, String) { (label(desk.language), value) }
    let rows = [
      row(Text(en: "desk", pt: "central"), "\(facts.name) (\(desk.dataPath))"),
      row(
        Text(en: "last tick", pt: "último tick"),
        facts.lastTick.map { times.full($0, from: facts.now) } ?? never),
      row(
        Text(en: "next due", pt: "próximo"),
        facts.nextDue.map { "\($0.subject.text), " + times.full($0.at, from: facts.now) }
          ?? none),
      row(Text(en: "outbox", pt: "caixa de saída"), facts.outboxText(desk.language)),
      row(Text(en: "open tickets", pt: "chamados abertos"), String(facts.openTickets)),
      row(Text(en: "notifications", pt: "avisos"), String(facts.notifications)),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { label, value in
      label + String(repeating: " ", count: width - label.count) + "  " + Shown(value).line + "\n"
    }
    let needs = facts.needs(desk)
    let next = needs.map {
      "! \($0.message(desk.language))\n" + ($0.hint.map { "  \($0(desk.language))\n" } ?? "")
    }
    return Output(
      .one(schema: "status", facts.json(needs), text: lines.joined() + next.joined()),
      exit: needs.isEmpty ? .done : .no)
  }
}

extension Desk {
  /// How many open records of a kind this actor sees.
  fileprivate func countSeen(_ kind: RecordKind, _ store: StoreReader) throws -> Int {
    let open = try store.numbers(.open(kind))
    return try actor.seesAll
      ? open.count : open.filter { try sees(Reference(kind, $0), store) }.count
  }
}

/// What is asked of the store to say how the desk stands; it reads what is open, not what is stored.
private struct DeskFacts {
  let name: String
  let now: Instant
  let lastTick: Instant?
  let nextDue: AgendaEntry?
  let queued: Int
  let unknown: Int
  /// The transports that do not work while something waits for them.
  let outages: [Outage]
  let openTickets: Int
  let notifications: Int
  let contacts: Int
  let agents: Int

  init(_ desk: Desk, _ store: StoreReader) throws {
    name = try desk.settings.desk.name
    now = try desk.now()
    lastTick = try desk.store().lastTick()
    nextDue = try store.nextDue().flatMap { try desk.sees($0.subject, store) ? $0 : nil }
    let waitingFor: [OutboxEntry] = try store.records(
      store.numbers(.open(.outbox)).map { OutboxEntry.ID($0) })
    let entries =
      try desk.actor.seesAll ? waitingFor : waitingFor.filter { try desk.sees($0, store) }
    unknown = entries.filter { $0.state == .unknown }.count
    queued = entries.count - unknown
    let waiting = Set(entries.filter { $0.state == .queued }.map(\.channel))
    outages = try desk.store().format.outages.filter { waiting.contains($0.channel) }
    openTickets = try desk.countSeen(.ticket, store)
    notifications = try desk.countSeen(.notification, store)
    contacts = try store.lastNumber(.contact)
    agents = try desk.agents.entries.count
  }

  func outboxText(_ language: Language) -> String {
    Text(
      en: "\(queued) waiting" + (unknown > 0 ? ", \(unknown) unknown" : ""),
      pt: "\(queued) esperando" + (unknown > 0 ? ", \(unknown) de destino incerto" : ""))(language)
  }

  /// What needs a person, most pressing first, with what to type; nothing on a desk that runs.
  func needs(_ desk: Desk) -> [Notice] {
    var needs: [Notice] = []
    if let failure = held(desk) {
      needs.append(Notice(failure.code, failure.message, hint: failure.hint))
    }
    // Cron comes each minute: two that were missed while something was due show that it does not.
    let isTickMissed = lastTick.map({ now - $0 > 120 }) ?? true
    if let due = nextDue, now - due.at > 120, isTickMissed {
      needs.append(
        Notice(
          "S9",
          Text(
            en: "\(due.subject.text) is due and no tick came: is cron set up?",
            pt:
              "\(due.subject.text) já está na hora e nenhum tick veio: o cron está configurado?"
          ),
          hint: Text("deskctl tick --print-cron | sudo tee /etc/cron.d/deskctl")))
    }
    needs += outages.map { Notice.outage($0) }
    if unknown > 0 {
      needs.append(
        Notice(
          "D2",
          Text(
            en: "nobody knows whether \(unknown) messages were sent",
            pt: "não se sabe se \(unknown) mensagens foram enviadas"),
          hint: Text("deskctl outbox list --state unknown")))
    }
    if agents == 0 {
      needs.append(
        Notice(
          "no_agents", Text(en: "there is no agent yet", pt: "ainda não há atendentes"),
          hint: Text("deskctl agent add ana --name Ana --role atendente --teams atendimento")))
    } else if contacts == 0 {
      needs.append(
        Notice(
          "no_contacts", Text(en: "there is no contact yet", pt: "ainda não há contatos"),
          hint: Text("deskctl contact import contatos.csv")))
    }
    return needs
  }

  private func held(_ desk: Desk) -> Failure? {
    do {
      try desk.refuseOnHold()
      return nil
    } catch {
      return Failure(error, words: [], desk: desk)
    }
  }

  func json(_ needs: [Notice]) -> JSONValue {
    [
      "name": JSONValue(name), "now": JSONValue(now.rfc3339),
      "lastTick": lastTick.map { JSONValue($0.rfc3339) } ?? .null,
      "nextDue": nextDue.map {
        [$0.subject.kind.rawValue: JSONValue($0.subject.number), "at": JSONValue($0.at.rfc3339)]
      } ?? .null,
      "outbox": ["queued": JSONValue(queued), "unknown": JSONValue(unknown)],
      "outages": .array(outages.map(\.json)),
      "openTickets": JSONValue(openTickets), "notifications": JSONValue(notifications),
      "needs": .array(
        needs.map { ["code": JSONValue($0.code), "message": JSONValue($0.message.en)] }),
    ]
  }
}
