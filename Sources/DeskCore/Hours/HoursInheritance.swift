extension Catalog<BusinessHours> {
  /// The hours of an entry with what it inherits: the nearest week, all holidays, and exceptions of
  /// which the nearest of a date counts. An entry that is missing, or comes round again, gives
  /// nothing more: Config's check refuses both.
  package func whole(_ id: BusinessHours.ID) -> BusinessHours? {
    guard var hours = self[id] else { return nil }
    for parent in ancestors(of: id).compactMap({ self[$0] }) {
      if hours.weekly.isEmpty { hours.weekly = parent.weekly }
      hours.holidays += parent.holidays
      hours.exceptions += parent.exceptions
    }
    return hours
  }

  /// Whom an entry inherits from, nearest first, each once.
  package func ancestors(of id: BusinessHours.ID) -> [BusinessHours.ID] {
    var found: [BusinessHours.ID] = []
    var next = self[id]?.inherits
    while let parent = next, parent != id, !found.contains(parent) {
      found.append(parent)
      next = self[parent]?.inherits
    }
    return found
  }

  /// The way from an entry back to itself; nil where there is none.
  package func circle(from id: BusinessHours.ID) -> [BusinessHours.ID]? {
    let ancestors = ancestors(of: id)
    guard self[ancestors.last ?? id]?.inherits == id else { return nil }
    return [id] + ancestors + [id]
  }

  /// Whether others inherit from an entry.
  package func isInherited(_ id: BusinessHours.ID) -> Bool {
    entries.contains { $0.value.inherits == id }
  }
}
