package import DeskCore
import JSON

/// How texts are written for people in the other system: by the desk's clocks, in its language.
package struct ExportWriting: Sendable {
  package let times: TimeWording
  /// Between the cells of tables.
  let delimiter: Character
  /// Whether tables begin with a mark by which spreadsheets know UTF-8.
  let byteOrderMark: Bool

  package init(_ times: TimeWording, delimiter: Character = ",", byteOrderMark: Bool = false) {
    self.times = times
    self.delimiter = delimiter
    self.byteOrderMark = byteOrderMark
  }

  private var isPortuguese: Bool { times.language == .ptBR }

  /// An instant to the minute, by the desk's clocks.
  func time(_ instant: Instant) -> String { times.compact(instant) }

  /// An entry's text with what the system has no field for.
  func text(of entry: ExportedEntry, with fields: Set<ExportedField>) -> String {
    var front: [String] = []
    if fields.contains(.messageTimes) { front.append(time(entry.at)) }
    if fields.contains(.authors) { front.append(entry.author.name) }
    if fields.contains(.privateComments), !entry.isPublic {
      front.append(isPortuguese ? "comentário interno" : "internal comment")
    }
    var text = front.isEmpty ? entry.text : "[\(front.joined(separator: ", "))] \(entry.text)"
    if fields.contains(.deliveryStates), let delivery = entry.delivery {
      text += (text.isEmpty ? "" : " ") + "(\(delivery.name))"
    }
    return text.isEmpty ? fileNames(of: entry) : text
  }

  /// What stands for the text of an entry that has none, which no system takes.
  private func fileNames(of entry: ExportedEntry) -> String {
    entry.files.isEmpty ? "-" : entry.files.map { "[\($0.name)]" }.joined(separator: " ")
  }

  /// Lines for the head of a ticket's first text: what the system has no field for.
  func head(of ticket: ExportedTicket, with fields: Set<ExportedField>) -> String {
    let values: [(ExportedField, String, String, String?)] = [
      (.names, "requester", "solicitante", ticket.requester?.name),
      (.phones, "phone", "telefone", ticket.requester?.phone),
      (.openedAt, "opened", "aberto em", time(ticket.openedAt)),
      (.closedAt, "closed", "fechado em", ticket.closedAt.map(time)),
      (.origins, "origin", "origem", ticket.origin),
      (.teams, "team", "equipe", ticket.team?.name),
      (.assignees, "assignee", "responsável", ticket.assignee?.name),
      (.categories, "category", "categoria", ticket.category?.name),
      (.ticketTypes, "type", "tipo", ticket.ticketType?.name),
      (.priorities, "priority", "prioridade", ticket.priority?.name),
    ]
    let shown = values.compactMap { field, en, pt, value in
      value.flatMap { fields.contains(field) ? "\(isPortuguese ? pt : en): \($0)" : nil }
    }
    let head = ([ticket.reference] + shown).joined(separator: "; ")
    guard fields.contains(.longTitles), ticket.hasLongTitle else { return head }
    return "\(ticket.title)\n\n\(head)"
  }

  /// A ticket's first text: its head, then its first entry.
  func opening(
    of ticket: ExportedTicket, first: ExportedEntry?, with fields: Set<ExportedField>
  ) -> String {
    let head = head(of: ticket, with: fields)
    return first.map { "\(head)\n\n\(text(of: $0, with: fields))" } ?? head
  }

  /// Of a ticket that does not fit into one: which one its rest is in.
  func goesOn(in next: String) -> String {
    isPortuguese
      ? "Continua no chamado de external_id \(next)."
      : "It goes on in the ticket of external_id \(next)."
  }

  /// Of its rest: which one comes before.
  func beginsIn(_ earlier: String) -> String {
    isPortuguese
      ? "Continuação do chamado de external_id \(earlier)."
      : "It goes on from the ticket of external_id \(earlier)."
  }

  /// Plain text as HTML that shows the same.
  static func html(_ text: String) -> String {
    // By scalars: a character may be a line end together with what stands before it.
    var html = ""
    for scalar in HTMLText(text).html.unicodeScalars where scalar != "\r" {
      if scalar == "\n" { html += "<br>" } else { html.unicodeScalars.append(scalar) }
    }
    return html
  }

  /// What a ticket is sorted by, as tags: `team-suporte`.
  static func tags(of ticket: ExportedTicket) -> [String] {
    let values: [(String, String?)] = [
      ("origin", ticket.origin), ("team", ticket.team?.slug),
      ("category", ticket.category?.slug), ("type", ticket.ticketType?.slug),
      ("priority", ticket.priority?.slug),
    ]
    return ["deskctl"] + values.compactMap { key, value in value.map { "\(key)-\($0)" } }
  }
}

extension [ExportedField: Fate] {
  /// What is written into texts.
  var inText: Set<ExportedField> { Set(filter { $0.value == .inText }.keys) }
}
