import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var conversationTransfer: CommandSpec {
    CommandSpec(
      name: "transfer",
      summary: Text(
        en: "Give a chat to another agent; without one, list who can have it.",
        pt: "Passa um chat a outro atendente; sem dizer a quem, lista quem pode."),
      discussion: Text(
        en: """
          To whoever is licensed for livechat and online when it is written. WhatsApp's conversations
          are given by `assign`.
          """,
        pt: """
          Para quem tem licença de livechat e está online no momento da gravação. As conversas do
          WhatsApp passam por `assign`.
          """),
      examples: [
        Example(
          "deskctl conversation transfer 3 bruno",
          Text(en: "bruno has it from then on", pt: "fica com o bruno"))
      ],
      arguments: [.record(.conversation), agent], options: [.ifRevision],
      action: .write(.work, run))
  }

  private static let agent = ArgumentSpec(
    "AGENT", Text(en: "who has it from then on", pt: "quem fica com ela"), isOptional: true,
    completion: .dynamic("agent"))

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversationToWork(words.arguments[0], in: transaction)
    let transfer = Transfer(
      conversation, by: desk.actor.agent, presence: try desk.livechatPresence(transaction),
      actor: desk.actor.name, now: try desk.now())
    guard let typed = words.argument(1) else {
      try transfer.check()
      return Output(.list(try desk.listing(of: transfer.candidates)))
    }
    try transaction.apply(transfer.plan(to: desk.id(Agent.self, typed)))
    return Output(
      .changed(
        schema: "conversation",
        [try desk.changed(conversation.id, "transferred", transaction)]))
  }
}

extension Desk {
  fileprivate func listing(of agents: [Agent.ID]) throws -> Listing {
    var listing = Listing(
      "conversation.transfer",
      [
        Table.Column(Text(en: "agent", pt: "atendente"), key: "agent"),
        Table.Column(Text(en: "name", pt: "nome"), key: "name", shrinks: true),
      ])
    let catalog = try self.agents
    for agent in agents {
      let name = catalog[agent]?.name ?? "-"
      listing.add(
        id: agent.text, ["agent": JSONValue(agent.text), "name": JSONValue(name)],
        [agent.text, name])
    }
    listing.whenEmpty = Text(
      en: "nobody else is online for livechat", pt: "ninguém mais está online no livechat")
    return listing
  }
}
