import DeskCore
import JSON

extension ConfigFolder {
  /// R4: the settings of the webchat by themselves.
  func checkWebchat() throws {
    guard let settings = try? desk().webchat else { return }
    try refuse(settings.faults, in: ConfigFolder.deskFile)
  }

  /// The business hours: their zones are there, and so is whom they inherit from.
  func checkedHours(_ zoneExists: (String) throws -> Bool) throws -> Catalog<BusinessHours> {
    let hours = try catalog(BusinessHours.self)
    var mismatches: [Mismatch] = []
    for (id, entry) in hours.entries {
      func add(_ problem: Mismatch.Problem, _ key: String) {
        mismatches.append(
          Mismatch(problem, at: [.key(BusinessHours.file), .key(id.text), .key(key)]))
      }
      if let zone = entry.zone, try !zoneExists(zone) {
        add(.unreadable(.zone, .unknownZone), "zone")
      }
      if let parent = entry.inherits, hours[parent] == nil {
        add(.dangling(kind: BusinessHours.noun, name: parent.text), "inherits")
      }
      if let circle = hours.circle(from: id) { add(.circle(circle.map(\.text)), "inherits") }
    }
    try refuse(mismatches, in: BusinessHours.file + ".json")
    return hours
  }

  /// The queues: what they name is there, where its own file can be read.
  func checkedQueues(
    _ teams: Catalog<Team>?, _ hours: Catalog<BusinessHours>?
  ) throws -> Catalog<Queue> {
    let queues = try catalog(Queue.self)
    let mismatches = queues.entries.flatMap { id, queue in
      [check(queue.team, in: teams, id, "team"), check(queue.hours, in: hours, id, "hours")]
    }
    try refuse(mismatches.compactMap { $0 }, in: Queue.file + ".json")
    return queues
  }

  private func check<Entry: ConfiguredRecord, Owner: ConfiguredRecord>(
    _ id: Entry.ID?, in catalog: Catalog<Entry>?, _ owner: Slug<Owner>, _ key: String
  ) -> Mismatch? {
    guard let id, let catalog, catalog[id] == nil else { return nil }
    return Mismatch(
      .dangling(kind: Entry.noun, name: id.text),
      at: [.key(Owner.file), .key(owner.text), .key(key)])
  }

  /// R1, R9: each subject leads to a queue, and no two are called the same.
  func checkSubjects(_ queues: Catalog<Queue>?) throws {
    let subjects = try catalog(Subject.self)
    var names: Set<String> = []
    var mismatches: [Mismatch] = []
    for (id, subject) in subjects.entries {
      let path: JSONPath = [.key(Subject.file), .key(id.text)]
      if subject.queue == nil {
        mismatches.append(Mismatch(.contradiction(.subjectWithoutQueue), at: path))
      }
      if let fault = check(subject.queue, in: queues, id, "queue") { mismatches.append(fault) }
      if !names.insert(String(subject.name.trimmed).folded).inserted {
        mismatches.append(
          Mismatch(.contradiction(.subjectsAlike(subject.name)), at: path + [.key("name")]))
      }
    }
    try refuse(mismatches, in: Subject.file + ".json")
  }
}

extension ConfigFolder {
  /// R5, R9: queues whose visitors nobody could take. A fault that `config validate` tells and that
  /// stands in no change's way: people come and leave one by one. Asked of a Config that has no
  /// other fault.
  package func staffingFaults() throws -> [ConfigFault] {
    var faults: [ConfigFault] = []
    let agents = try catalog(Agent.self).entries.map(\.value)
    let mismatches = try catalog(Queue.self).entries.compactMap { id, queue -> Mismatch? in
      guard let team = queue.team else { return nil }
      let members = agents.filter { $0.teams.contains(team) }
      if members.contains(where: { $0.licences.contains(.webchat) }) { return nil }
      return Mismatch(
        .contradiction(members.isEmpty ? .teamWithoutAgents(team) : .teamWithoutLicence(team)),
        at: [.key(Queue.file), .key(id.text), .key("team")])
    }
    try collect(&faults) { try refuse(mismatches, in: Queue.file + ".json") }
    return faults
  }
}
