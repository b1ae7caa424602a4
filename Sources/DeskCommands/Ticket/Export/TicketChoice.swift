import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// What is exported, and for whom: the words of the command line as what they stand for.
struct TicketChoice {
  static let options: [OptionSpec] = [
    targetOption, .state(TicketState.self), .team, originOption, since, until, conversations, base,
  ]
  private static let targetOption = OptionSpec.value(
    "to", "TARGET", Text(en: "the system that takes it", pt: "o sistema que recebe"),
    completion: .words(ExportTarget.allCases.map(\.rawValue)),
    choices: ExportTarget.allCases.map(\.rawValue), isRequired: true)
  private static let originOption = OptionSpec.value(
    "origin", "ORIGIN", Text(en: "only what came from there", pt: "só o que veio daí"),
    completion: .words(TicketOrigin.allCases.map(\.rawValue)),
    choices: TicketOrigin.allCases.map(\.rawValue))
  private static let since = OptionSpec.value(
    "since", "TIME", Text(en: "only what was opened from then on", pt: "só o aberto a partir daí"))
  private static let until = OptionSpec.value(
    "until", "TIME", Text(en: "only what was opened before", pt: "só o aberto antes disso"))
  private static let conversations = OptionSpec.flag(
    "conversations",
    Text(en: "also conversations without a ticket", pt: "também as conversas sem chamado"))
  private static let base = OptionSpec.value(
    "base", "MANIFEST",
    Text(en: "only what is not as it was then", pt: "só o que não está como estava então"),
    completion: .file)

  let target: ExportTarget
  /// Nil for all of them.
  let numbers: [Int]?
  let hasConversations: Bool
  let basePath: String?
  let state: TicketState?
  private let team: Team.ID?
  private let origin: TicketOrigin?
  private let start: Instant?
  private let end: Instant?

  init(_ desk: Desk, _ words: ParsedWords) throws {
    target = words.value(Self.targetOption).flatMap { ExportTarget(rawValue: $0) } ?? .jsonl
    let typed = try desk.words(words.arguments).map { try desk.number(.ticket, $0) }
    numbers = typed.isEmpty ? nil : Set(typed).sorted()
    hasConversations = words.has(Self.conversations)
    basePath = words.value(Self.base)
    state = try words.choice(.state(TicketState.self), TicketState.self)
    team = try words.value(.team).map { try desk.id(Team.self, $0) }
    origin = try words.choice(Self.originOption, TicketOrigin.self)
    start = try words.value(Self.since).map { try desk.past(Self.since, $0) }
    end = try words.value(Self.until).map { try desk.past(Self.until, $0) }
  }

  func takes(_ ticket: Ticket) -> Bool {
    (state.map { $0 == ticket.state } ?? true) && (origin.map { $0 == ticket.origin } ?? true)
      && takes(ticket.team, ticket.openedAt)
  }

  /// One without a ticket stands for what would be one.
  func takes(_ conversation: Conversation) -> Bool {
    let isClosed = conversation.state == .closed
    return !conversation.hasTicket && (state.map { ($0 == .closed) == isClosed } ?? true)
      && (origin.map { $0 == conversation.channel.origin } ?? true)
      && takes(conversation.team, conversation.openedAt)
  }

  private func takes(_ owner: Team.ID?, _ openedAt: Instant) -> Bool {
    (team.map { $0 == owner } ?? true) && (start.map { openedAt >= $0 } ?? true)
      && (end.map { openedAt < $0 } ?? true)
  }
}
