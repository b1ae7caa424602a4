package import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem

/// One command's view of a desk: its folders, opened when they are first asked for, its clock, and
/// who acts. A class, because it keeps what it opened.
package final class Desk {
  package let surroundings: Surroundings
  let globals: ParsedWords
  package let language: Language
  /// The tree that the command came from: help, manual and completion read it.
  let tree: CommandTree<Action>
  package private(set) var actor = Actor.system
  private var openedConfig: ConfigFolder?
  private var openedStore: Store?
  private var knownZone: TimeZoneRules?
  private var knownNow: Instant?
  /// What transactions would have done, for `--dry-run` to print.
  private(set) var events: [Event] = []
  /// Whether something was changed for good.
  private(set) var hasCommitted = false
  private(set) var notices: [Notice] = []

  init(
    _ surroundings: Surroundings, _ globals: ParsedWords, _ language: Language,
    _ tree: CommandTree<Action>
  ) {
    self.surroundings = surroundings
    self.globals = globals
    self.language = language
    self.tree = tree
  }

  // MARK: Global options

  var isDryRun: Bool { globals.has(.dryRun) }

  func patience() throws -> Double {
    guard let typed = globals.value(.wait) else { return 10 }
    guard let seconds = Double(typed), seconds >= 0, seconds <= 86_400 else {
      throw Failure.badValue(
        .wait, typed, Text(en: "seconds, 0 to 86400", pt: "segundos, de 0 a 86400"))
    }
    return seconds
  }

  // MARK: Folders

  var configPath: String {
    path(.config, "DESKCTL_CONFIG", "/etc/deskctl", "XDG_CONFIG_HOME", ".config")
  }
  var dataPath: String {
    path(.data, "DESKCTL_DATA", "/var/lib/deskctl", "XDG_DATA_HOME", ".local/share")
  }

  private func path(
    _ option: OptionSpec, _ variable: String, _ system: String, _ base: String, _ below: String
  ) -> String {
    if let given = globals.value(option) ?? surroundings[variable] {
      return surroundings.absolute(given).withoutSlashAtEnd
    }
    if Folder.existing(above: system) == system { return system }
    let home = surroundings["HOME"]?.withoutSlashAtEnd ?? ""
    return (surroundings[base] ?? "\(home)/\(below)") + "/deskctl"
  }

  func config() throws -> ConfigFolder {
    if let openedConfig { return openedConfig }
    let opened = try ConfigFolder(configPath, kernel: surroundings.kernel)
    openedConfig = opened
    return opened
  }

  func store() throws -> Store {
    if let openedStore { return openedStore }
    let opened = try Store(dataPath, now: now(), kernel: surroundings.kernel)
    openedStore = opened
    return opened
  }

  // MARK: Configuration

  var settings: DeskFile { get throws { try config().desk() } }
  var agents: Catalog<Agent> { get throws { try config().catalog(Agent.self) } }
  var roles: Catalog<Role> { get throws { try config().catalog(Role.self) } }
  var teams: Catalog<Team> { get throws { try config().catalog(Team.self) } }
  var groups: Catalog<DeskCore.Group> { get throws { try config().catalog(DeskCore.Group.self) } }
  var templates: Catalog<MessageTemplate> {
    get throws { try config().catalog(MessageTemplate.self) }
  }

  /// A name as it was typed, of something that is configured.
  func id<Entry: ConfiguredRecord>(_ type: Entry.Type, _ typed: String) throws -> Slug<Entry> {
    let catalog = try config().catalog(type)
    guard let id = try? Slug<Entry>(text: typed), catalog[id] != nil else {
      throw Failure.noSuchEntry(
        Entry.noun, typed, nearest(to: typed, among: catalog.ids.map(\.text)))
    }
    return id
  }

  // MARK: Time

  /// The clock, or what `--now` says; read once, so that one command has one now.
  func now() throws -> Instant {
    if let knownNow { return knownNow }
    let real = Instant(secondsSinceEpoch: surroundings.clock.now())
    var now = real
    if let typed = givenNow {
      let zone = (try? self.zone()) ?? .utc
      now = try Failure.reading(.now, typed) {
        try TimeExpression(parsing: typed).resolve(now: real, zone: zone, purpose: .moment)
      }
    }
    knownNow = now
    return now
  }

  /// A simulation moves its clock; nothing that is kept knows of it.
  func pretend(now: Instant) { knownNow = now }

  var givenNow: String? { globals.value(.now) ?? surroundings["DESKCTL_NOW"] }

  func zone() throws -> TimeZoneRules {
    if let knownZone { return knownZone }
    let zone = try zone(named: settings.desk.zone)
    knownZone = zone
    return zone
  }

  func zone(named name: String) throws -> TimeZoneRules {
    let files = ZoneFiles(environment: surroundings.environment)
    if name == "UTC" { return .utc }
    guard let bytes = try files.read(name) else {
      throw Failure.noZone(name, isInstalled: files.isInstalled)
    }
    return try TimeZoneRules(name: name, tzif: bytes)
  }

  func times() throws -> TimeWording {
    TimeWording(language: TimeLanguage(language), zone: try zone())
  }

  /// The day, as customers read it.
  func dateText() throws -> String {
    let language: TimeLanguage = try settings.desk.language == .ptBR ? .ptBR : .en
    return TimeWording(language: language, zone: try zone()).day(try now())
  }

  /// A time as it was typed, in the desk's zone.
  func time(
    _ option: OptionSpec, _ typed: String, prefer: LocalTimeChoice? = nil,
    purpose: TimeExpression.Purpose = .plan
  ) throws -> Instant {
    let zone = try zone()
    let now = try now()
    return try Failure.reading(option, typed) {
      try TimeExpression(parsing: typed).resolve(
        now: now, zone: zone, prefer: prefer, purpose: purpose)
    }
  }

  // MARK: Acting

  func settleActor(_ action: Action) throws {
    if action.actsAsDesk { return }
    guard let permission = action.permission else {
      // Who may read the files may run it; what it shows still depends on who they are.
      switch action.needs {
      case .read, .reads: actor = try findActor()
      case .none, .write, .config, .steps: break
      }
      return
    }
    try settleActor(needing: permission)
  }

  /// For a command that anybody may run and that opens the store by itself: what it shows depends on
  /// who they are.
  func settleCaller() throws { actor = try findActor() }

  /// The same for a command that runs as the desk for whoever may read its files.
  func settleCallerIfAgent() throws { actor = try findKnownActor() ?? actor }

  /// For a command that anybody may run, but not with every option.
  func settleActor(needing permission: Permission) throws {
    actor = try findActor()
    try require(permission)
  }

  /// The same command a moment later: with the clock, the configuration and the rights of then.
  func renewed() throws -> Desk {
    let desk = Desk(surroundings, globals, language, tree)
    desk.actor = try desk.findActor()
    return desk
  }

  /// Takes over what a desk that was made anew did and has to tell.
  func absorb(_ other: Desk) {
    events += other.events
    notices += other.notices
    hasCommitted = hasCommitted || other.hasCommitted
  }

  /// Reads under the shared lock.
  func reading<Answer>(_ body: (StoreReader) throws -> Answer) throws -> Answer {
    try store().read(patience: patience(), body)
  }

  /// One transaction, with Config held as it is from the first check to the commit.
  func transaction<Answer>(
    expectedRevision: Int? = nil, _ body: (Transaction) throws -> Answer
  ) throws -> Answer {
    let store = try store()
    if givenNow != nil, !store.format.play { throw StoreError.notAPlayDesk }
    let patience = try patience()
    let outcome = try config().locked(.shared, patience: patience) {
      try store.write(
        patience: patience, dryRun: isDryRun, expectedRevision: expectedRevision
      ) { transaction in
        transaction.silenceLimit = { try self.settings.whatsapp.inactivity.closeAfterMinutes }
        let answer = try body(transaction)
        try passOn(transaction)
        return answer
      }
    }
    if isDryRun { events += outcome.events }
    hasCommitted = hasCommitted || outcome.isCommitted
    notices += outcome.cut.map(Notice.tornTail)
    if let unfinished = outcome.unfinished {
      note(.unfinished(why(unfinished)))
    }
    return outcome.answer
  }

  /// New notifications also leave the desk, by the ways that their agents set: in the transaction
  /// that makes them, whichever plan did.
  private func passOn(_ transaction: Transaction) throws {
    for notification in transaction.newNotifications {
      guard let agent = notification.agent, let settings = try agents[agent]?.notify else {
        continue
      }
      let notice = AgentNotice(
        notification, settings, desk: try self.settings.desk.name, now: try now())
      let entries = notice.entries(from: try transaction.nextNumber(.outbox))
      try transaction.apply(entries.map { .outbox($0) })
    }
  }

  /// Something was changed for good, by other means than a transaction.
  func noteCommit() { hasCommitted = true }

  /// Has something told on standard error, whether the command goes on to succeed or fails.
  func note(_ notice: Notice) { notices.append(notice) }

  /// What an error says to people, for a sentence or a record that tells of it.
  func why(_ error: any Error) -> Text { Failure(error, words: [], desk: self).message }

  /// A line of the log about something that this command did.
  func event(
    _ record: Reference?, _ what: String, rule: String? = nil, _ detail: [String] = []
  ) throws -> Effect {
    .event(
      Event(
        at: try now(), actor: actor.name, record: record, what: what, rule: rule, detail: detail))
  }
}

extension String {
  /// A folder's path as it is compared and taken apart.
  fileprivate var withoutSlashAtEnd: String {
    var path = self
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

extension TimeLanguage {
  init(_ language: Language) { self = language == .ptBR ? .ptBR : .en }
}
