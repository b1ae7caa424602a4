import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// A conversation as people read it, in a page or as text.
struct TranscriptReading {
  let desk: Desk
  /// Nil where it is read inside.
  private let shared: PublicTranscript?
  private let language: Language
  private let times: TimeWording

  /// What goes out is in the desk's language, unless another one is asked for.
  init(_ desk: Desk, _ shared: PublicTranscript?) throws {
    self.desk = desk
    self.shared = shared
    let isAsked = shared == nil || desk.globals.value(.language) != nil
    language =
      try isAsked ? desk.language : desk.settings.desk.language == .ptBR ? .ptBR : .en
    times = TimeWording(language: TimeLanguage(language), zone: try desk.zone())
  }

  private func word(_ en: String, _ pt: String) -> String { Text(en: en, pt: pt)(language) }

  func page() throws -> TranscriptPage {
    TranscriptPage(
      language: language.rawValue,
      title: "\(word("Conversations", "Conversas")) - \(try desk.settings.desk.name)",
      historyTitle: word("History", "Histórico"))
  }

  func section(
    _ conversation: Conversation, _ store: StoreReader
  ) throws -> TranscriptPage.Section {
    let contact = try store.find(conversation.contact)
    let title =
      shared?.name(of: contact)
      ?? "\(conversation.reference.text) - \(contact?.displayName ?? "-")"
    var thread = ThreadWording(times: times, language: language)
    let messages = try desk.inOrder(store.messages(of: conversation.id))
    return TranscriptPage.Section(
      title: shown(title), facts: try facts(conversation, contact),
      lines: try messages.map { try line($0, contact, &thread, store) },
      history: shared == nil ? try conversation.history.map(step) : [])
  }

  /// The same, as lines.
  func text(_ conversation: Conversation, _ store: StoreReader) throws -> String {
    let section = try section(conversation, store)
    let width = section.facts.map(\.name.count).max() ?? 0
    let facts = section.facts.map { name, value in
      name + String(repeating: " ", count: width + 2 - name.count) + value + "\n"
    }
    let lines = section.lines.map { line in
      let what = ([line.text].filter { !$0.isEmpty } + line.files.map { "[\($0)]" })
        .joined(separator: " ").split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n    ")
      let end = line.status.map { "  (\($0))" } ?? ""
      return "\(line.at) \(line.isInbound ? ">" : "<") \(line.author): \(what)\(end)\n"
    }
    let history = section.history.map { "* \($0)\n" }
    return "== \(section.title)\n" + facts.joined() + "\n" + lines.joined()
      + (history.isEmpty ? "" : "\n" + history.joined()) + "\n"
  }

  private func facts(
    _ conversation: Conversation, _ contact: Contact?
  ) throws -> [(name: String, value: String)] {
    var facts = [(word("channel", "canal"), conversation.channel.rawValue)]
    let addresses = (contact?.phones.map(\.display) ?? []) + (contact?.emails.map(\.text) ?? [])
    if !addresses.isEmpty {
      facts.append((word("contact", "contato"), shown(addresses.joined(separator: ", "))))
    }
    if let team = conversation.team, shared == nil {
      facts.append((word("team", "equipe"), team.text))
    }
    if let agent = conversation.assignee, shared == nil {
      facts.append((word("assignee", "responsável"), agent.text))
    }
    facts.append((word("opened", "aberta em"), times.compact(conversation.openedAt)))
    if let closed = conversation.closedAt {
      facts.append((word("closed", "encerrada em"), times.compact(closed)))
    }
    if let rating = conversation.survey?.rating {
      facts.append((word("rating", "nota"), shown(rating)))
    }
    return facts
  }

  private func line(
    _ message: Message, _ contact: Contact?, _ thread: inout ThreadWording, _ store: StoreReader
  ) throws -> TranscriptPage.Line {
    let entry = try message.outbox.flatMap { try store.find($0) }
    let status = entry.map { $0.status?.rawValue ?? $0.state.rawValue }
    return TranscriptPage.Line(
      isInbound: message.direction == .inbound,
      author: shown(author(of: message, contact)),
      at: times.compact(message.at), instant: message.at.rfc3339,
      text: Shown(thread.said(message, entry)).paragraph,
      files: message.files.map { shown($0.name) },
      status: status.map { StatusWord.text($0)(language) })
  }

  /// Inside an agent is who they are there; a contact has a name wherever one is known.
  private func author(of message: Message, _ contact: Contact?) -> String {
    if let shared { return shared.author(of: message, contact) }
    let name = message.direction == .inbound ? contact?.displayName : nil
    return name ?? message.author
  }

  private func step(_ step: HistoryEntry) throws -> String {
    let who = [step.team?.text, step.assignee?.text].compactMap { $0 }.joined(separator: ", ")
    let what = HistoryWord.text(step.what)(language)
    let note = step.comment.map { ": \($0)" } ?? ""
    return shown(
      "\(times.compact(step.at)) \(HistoryWord.actor(step.actor)(language)): \(what)"
        + (who.isEmpty ? "" : " (\(who))") + note)
  }

  private func shown(_ text: String) -> String { Shown(text).line }
}
