import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationClaim: CommandSpec {
    CommandSpec(
      name: "claim",
      summary: Text(
        en: "Become a conversation's assignee.", pt: "Assume uma conversa."),
      discussion: Text(
        en: "What a colleague has is not claimed; `assign` says outright who has it from then on.",
        pt: "A que já é de um colega não se assume; `assign` diz de quem ela passa a ser."),
      examples: [
        Example(
          "deskctl conversation claim 3 --as ana",
          Text(en: "ana, of its team, has it", pt: "fica com a ana, que é da equipe"))
      ],
      arguments: [.record(.conversation)], options: [.ifRevision], action: .write(.work, claim))
  }

  static var conversationAssign: CommandSpec {
    CommandSpec(
      name: "assign",
      summary: Text(
        en: "Give a conversation to an agent of its team.",
        pt: "Passa uma conversa para um atendente da equipe."),
      arguments: [.record(.conversation), agent], options: [.ifRevision],
      action: .write(.work, assign))
  }

  private static let agent = ArgumentSpec(
    "AGENT", Text(en: "who has it from then on", pt: "quem fica com ela"),
    completion: .dynamic("agent"))

  private static func claim(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversation(words.arguments[0], in: transaction) {
      $0.channel == .webchat
        ? AssigningRefusal.offered($0.id, acceptedBy: $1)
        : AssigningRefusal.taken($0.id, by: $1, claimant: nil)
    }
    try desk.requireLivechat(for: conversation)
    guard let agent = desk.actor.agent else { throw AssigningRefusal.nobody(conversation.id) }
    if let assignee = conversation.assignee, assignee != agent, conversation.state == .open,
      conversation.channel != .webchat
    {
      throw AssigningRefusal.taken(conversation.id, by: assignee, claimant: agent)
    }
    return try desk.give(conversation, to: agent, transaction)
  }

  private static func assign(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversationToWork(words.arguments[0], in: transaction)
    return try desk.give(conversation, to: desk.id(Agent.self, words.arguments[1]), transaction)
  }
}

extension Desk {
  /// C21: by hand, to a member of its team.
  fileprivate func give(
    _ conversation: Conversation, to agent: Agent.ID, _ transaction: Transaction
  ) throws -> Output {
    let contact = try transaction.get(conversation.contact)
    if conversation.state == .closed {
      throw AssigningRefusal.closed(
        ClosedConversation(conversation), open: try openConversation(of: contact, transaction))
    }
    if conversation.channel == .webchat, conversation.assignee != agent {
      throw AssigningRefusal.offered(conversation.id, acceptedBy: conversation.assignee)
    }
    let change = AssigneeChange(
      conversation, to: agent, teams: try agents[agent]?.teams ?? [],
      tickets: try openTickets(of: contact, transaction),
      sync: try settings.whatsapp.assigneeSync, actor: actor.name, now: try now())
    if let team = conversation.team, !change.isMember {
      let members = try agents.entries.filter { $0.value.teams.contains(team) }.map(\.id)
      throw AssigningRefusal.notInTeam(agent, team, members: members)
    }
    if conversation.assignee == agent {
      return try unchanged(conversation, transaction)
    }
    try transaction.apply(change.plan())
    return Output(
      .changed(
        schema: "conversation", [try changed(conversation.id, "assigned", transaction)]))
  }
}
