/// How often each thing occurs in what is exported: what a target keeps and what it loses is
/// counted by the same figures, before and after.
package struct ExportLosses: Sendable {
  private var counts: [ExportedField: Int] = [:]
  package private(set) var tickets = 0
  package private(set) var entries = 0
  package private(set) var files = 0
  package private(set) var hidden = 0

  package init() {}

  package mutating func add(_ ticket: ExportedTicket) {
    tickets += 1
    count(.closedAt, ticket.closedAt != nil)
    count(.teams, ticket.team != nil)
    count(.assignees, ticket.assignee != nil)
    count(.categories, ticket.category != nil)
    count(.ticketTypes, ticket.ticketType != nil)
    count(.priorities, ticket.priority != nil)
    count(.requestersWithoutEmail, ticket.requester?.email == nil)
    // One whose record was erased is called by its reference.
    count(.names, ticket.requester.map { $0.name != $0.reference } ?? false)
    count(.phones, ticket.requester?.phone != nil)
    count(.longTitles, ticket.hasLongTitle)
  }

  package mutating func add(_ entry: ExportedEntry) {
    entries += 1
    files += entry.files.count
    count(.deliveryStates, entry.delivery != nil)
    count(.privateComments, !entry.isPublic)
  }

  /// Messages that whoever exports may not see.
  package mutating func addHidden(_ count: Int) { hidden += count }

  package mutating func addMissingFile() { count(.missingFiles, true) }

  private mutating func count(_ field: ExportedField, _ isThere: Bool) {
    if isThere { counts[field, default: 0] += 1 }
  }

  /// What becomes of what there is, in the order of the fields: nothing that does not occur.
  package func fates(
    in target: [ExportedField: Fate]
  ) -> [(field: ExportedField, fate: Fate, count: Int)] {
    ExportedField.allCases.compactMap { field in
      let count = count(of: field)
      return count == 0 ? nil : (field, target[field] ?? .lost, count)
    }
  }

  private func count(of field: ExportedField) -> Int {
    switch field {
    // Each ticket and each entry has them.
    case .openedAt, .states, .origins: tickets
    case .messageTimes, .authors: entries
    case .attachments: files
    case .hiddenMessages: hidden
    case .closedAt, .deliveryStates, .privateComments, .teams, .assignees, .categories,
      .ticketTypes, .priorities, .requestersWithoutEmail, .names, .phones, .longTitles,
      .missingFiles:
      counts[field] ?? 0
    }
  }
}
