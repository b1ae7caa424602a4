import DeskCore
import JSON

/// What the settings of a channel may name; nil where its file has faults of its own.
struct NamedEntries {
  let teams: Catalog<Team>?
  let categories: Catalog<Category>?
  let types: Catalog<TicketType>?
  let priorities: Catalog<Priority>?
  let surveys: Catalog<Survey>?
  let hours: Catalog<BusinessHours>?
}

extension ConfigFolder {
  /// W1, W2, W13: the settings of WhatsApp by themselves, and whether what they name exists. A
  /// `desk.json` that cannot be read at all has told its fault already.
  func checkWhatsApp(_ named: NamedEntries) throws {
    guard let settings = try? desk().whatsapp else { return }
    let dangling = [
      check(settings.team, in: named.teams, "whatsapp", "team"),
      check(settings.category, in: named.categories, "whatsapp", "category"),
      check(settings.ticketType, in: named.types, "whatsapp", "ticketType"),
      check(settings.priority, in: named.priorities, "whatsapp", "priority"),
      check(
        settings.survey.onManualClose, in: named.surveys, "whatsapp", "survey", "onManualClose"),
    ]
    try refuse(settings.faults + dangling.compactMap { $0 }, in: ConfigFolder.deskFile)
  }

  /// L1, L2, W13: the same of livechat's.
  func checkLivechat(_ named: NamedEntries) throws {
    guard let settings = try? desk().livechat else { return }
    let dangling = [
      check(settings.team, in: named.teams, "livechat", "team"),
      check(settings.category, in: named.categories, "livechat", "category"),
      check(settings.ticketType, in: named.types, "livechat", "ticketType"),
      check(settings.priority, in: named.priorities, "livechat", "priority"),
      check(settings.hours, in: named.hours, "livechat", "hours"),
    ]
    try refuse(settings.faults + dangling.compactMap { $0 }, in: ConfigFolder.deskFile)
  }

  private func check<Entry: ConfiguredRecord>(
    _ id: Entry.ID?, in catalog: Catalog<Entry>?, _ keys: String...
  ) -> Mismatch? {
    guard let id, let catalog, catalog[id] == nil else { return nil }
    return Mismatch(
      .dangling(kind: Entry.noun, name: id.text), at: keys.map { .key($0) })
  }

  /// The surveys, each with 2 to 10 answers of different values.
  func checkedSurveys() throws -> Catalog<Survey> {
    let surveys = try catalog(Survey.self)
    let mismatches = surveys.entries.compactMap { id, survey -> Mismatch? in
      let values = Set(survey.answers.map(\.value.folded))
      let count = survey.answers.count
      if Survey.answerCount.contains(count), values.count == count { return nil }
      return Mismatch(
        .unexpected(.answers(Survey.answerCount)),
        at: [.key(Survey.file), .key(id.text), .key("answers")])
    }
    try refuse(mismatches, in: Survey.file + ".json")
    return surveys
  }
}
