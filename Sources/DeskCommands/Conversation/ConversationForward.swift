import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationForward: CommandSpec {
    CommandSpec(
      name: "forward",
      summary: Text(
        en: "Pass a conversation on to a team, where nobody has it yet.",
        pt: "Encaminha uma conversa para uma equipe, sem responsável."),
      discussion: Text(
        en: "Its tickets stay where they are. The comment is for the team and is never sent.",
        pt: "Os chamados ficam onde estão. O comentário é para a equipe e nunca é enviado."),
      examples: [
        Example(
          "deskctl conversation forward 3 financeiro --comment 'pede a segunda via'",
          Text(en: "among that team's new ones", pt: "entre as novas daquela equipe"))
      ],
      arguments: [.record(.conversation), team], options: [comment, .ifRevision],
      action: .write(.work, run))
  }

  private static let team = ArgumentSpec(
    "TEAM", Text(en: "the team that has it from then on", pt: "a equipe que fica com ela"),
    completion: .dynamic("team"))
  private static let comment = OptionSpec.value(
    "comment", "TEXT", Text(en: "an internal note", pt: "um comentário interno"))

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversationToWork(words.arguments[0], in: transaction)
    let forwarding = Forwarding(
      conversation, to: try desk.id(Team.self, words.arguments[1]),
      comment: try words.value(comment).map { try desk.text($0) },
      tickets: try desk.openTickets(of: transaction.get(conversation.contact), transaction),
      sync: try desk.settings.whatsapp.assigneeSync, actor: desk.actor.name, now: try desk.now())
    let effects = try forwarding.plan(open: desk.openSibling(of: conversation, transaction))
    if effects.isEmpty {
      return try desk.unchanged(conversation, transaction)
    }
    try transaction.apply(effects)
    return Output(
      .changed(
        schema: "conversation",
        [try desk.changed(conversation.id, "forwarded", transaction)]))
  }
}
