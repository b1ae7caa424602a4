import DeskCore
import DeskSystem
import JSON

extension ConfigFolder {
  /// Every fault of every file: what each holds by itself, then what refers to what.
  ///
  /// `zoneExists` is asked about the desk's time zone; the zone files lie outside Config.
  package func faults(zoneExists: (String) throws -> Bool) throws -> [ConfigFault] {
    var faults: [ConfigFault] = []
    try collect(&faults) { try self.leaveOutUnreadable() }
    let isPartOfDeskLeftOut = !faults.isEmpty
    try collect(&faults) { try self.checkDesk(zoneExists) }
    let roles = try collect(&faults) { try self.catalog(Role.self) }
    let teams = try collect(&faults) { try self.catalog(Team.self) }
    let agents = try collect(&faults) { try self.catalog(Agent.self) }
    let categories = try collect(&faults) { try self.catalog(Category.self) }
    let types = try collect(&faults) { try self.catalog(TicketType.self) }
    let priorities = try collect(&faults) { try self.catalog(Priority.self) }
    try collect(&faults) { try self.catalog(Group.self) }
    try collect(&faults) { try self.catalog(MessageTemplate.self) }
    try collect(&faults) { try self.checkCanned() }
    let surveys = try collect(&faults) { try self.checkedSurveys() }
    let hours = try collect(&faults) { try self.checkedHours(zoneExists) }
    let named = NamedEntries(
      teams: teams, categories: categories, types: types, priorities: priorities, surveys: surveys,
      hours: hours)
    try collect(&faults) { try self.checkWhatsApp(named) }
    try collect(&faults) { try self.checkLivechat(named) }
    try collect(&faults) { try self.checkWebchat() }
    let queues = try collect(&faults) { try self.checkedQueues(teams, hours) }
    try collect(&faults) { try self.checkSubjects(queues) }
    if let roles, let teams, let agents {
      try collect(&faults) { try self.check(agents, roles, teams) }
    }
    // What does not go together may do so once the rest can be read.
    return isPartOfDeskLeftOut ? faults.filter { !$0.isContradictionInDesk } : faults
  }

  @discardableResult
  func collect<Answer>(
    _ faults: inout [ConfigFault], _ body: () throws -> Answer
  ) throws -> Answer? {
    do {
      return try body()
    } catch ConfigError.faults(let found, _) {
      faults += found
      return nil
    }
  }

  private func checkDesk(_ zoneExists: (String) throws -> Bool) throws {
    let settings = try desk().desk
    var mismatches: [Mismatch] = []
    func add(_ key: String, _ form: TextForm, _ reason: Unreadable) {
      mismatches.append(Mismatch(.unreadable(form, reason), at: [.key("desk"), .key(key)]))
    }
    if try !zoneExists(settings.zone) { add("zone", .zone, .unknownZone) }
    if CountryCode(settings.country) == nil { add("country", .country, .unknownCountry) }
    if let link = settings.ticketLink, !link.contains("{ticket}") {
      add("ticketLink", .address, .placeholderMissing("{ticket}"))
    }
    if let link = settings.passwordLink, !link.contains("{token}") {
      add("passwordLink", .address, .placeholderMissing("{token}"))
    }
    try refuse(mismatches + desk().outboxFaults, in: ConfigFolder.deskFile)
  }

  private func check(
    _ agents: Catalog<Agent>, _ roles: Catalog<Role>, _ teams: Catalog<Team>
  ) throws {
    var mismatches: [Mismatch] = []
    for (id, agent) in agents.entries {
      let path: JSONPath = [.key(Agent.file), .key(id.text)]
      if let role = agent.role, roles[role] == nil {
        mismatches.append(
          Mismatch(.dangling(kind: Role.noun, name: role.text), at: path + [.key("role")]))
      }
      for (place, team) in agent.teams.enumerated() where teams[team] == nil {
        mismatches.append(
          Mismatch(
            .dangling(kind: Team.noun, name: team.text),
            at: path + [.key("teams"), .index(place)]))
      }
    }
    try refuse(mismatches, in: Agent.file + ".json")
  }

  /// W13: a misspelt placeholder would reach a customer.
  private func checkCanned() throws {
    let mismatches = try catalog(CannedResponse.self).entries.compactMap {
      id, canned -> Mismatch? in
      do throws(UnknownPlaceholder) {
        _ = try FillableText(canned.text, allowing: Set(Placeholder.allCases))
        return nil
      } catch {
        return Mismatch(
          .placeholder(error), at: [.key(CannedResponse.file), .key(id.text), .key("text")])
      }
    }
    try refuse(mismatches, in: CannedResponse.file + ".json")
  }

  func refuse(_ mismatches: [Mismatch], in file: String) throws {
    guard !mismatches.isEmpty else { return }
    let bytes = try self.bytes(file) ?? []
    throw ConfigError.faults(
      mismatches.map { ConfigFault($0, file: file, bytes: bytes) }, folder: folder.path)
  }
}

extension ConfigFault {
  fileprivate var isContradictionInDesk: Bool {
    if file == ConfigFolder.deskFile, case .mismatch(.contradiction) = problem {
      true
    } else {
      false
    }
  }
}
