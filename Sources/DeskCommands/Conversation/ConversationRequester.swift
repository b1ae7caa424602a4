import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem

extension CommandSpec<Action> {
  static var conversationRequester: CommandSpec {
    CommandSpec(
      name: "requester",
      summary: Text(
        en: "Put right who somebody is who is not registered.",
        pt: "Corrige quem é alguém ainda sem cadastro."),
      discussion: Text(
        en: """
          With a name and an e-mail they are registered, and get an e-mail that says so. An e-mail
          that a contact has makes the conversation that contact's, and no second contact.
          """,
        pt: """
          Com nome e e-mail, a pessoa fica cadastrada e recebe um e-mail sobre isso. Um e-mail que um
          contato já tem faz a conversa ser desse contato, sem criar outro.
          """),
      examples: [
        Example(
          "deskctl conversation requester 3 --name 'Carla Dias' --email carla@loja.example",
          Text(en: "registered from then on", pt: "com cadastro a partir daí"))
      ],
      arguments: [.record(.conversation)], options: [name, email, .ifRevision],
      action: .write(.work, run))
  }

  private static let name = OptionSpec.value(
    "name", "NAME", Text(en: "what they are called", pt: "como se chama"))
  private static let email = OptionSpec.value(
    "email", "ADDRESS", Text(en: "their e-mail address", pt: "o e-mail"))

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let conversation = try desk.conversationToWork(words.arguments[0], in: transaction)
    guard words.value(name) != nil || words.value(email) != nil else {
      throw Failure.missing("--email", "carla@loja.example")
    }
    let change = Requester.Change(
      name: words.value(name), email: try words.value(email).map { try desk.email("email", $0) })
    let contact = try transaction.get(conversation.contact)
    let requester = Requester(
      change, of: contact, in: conversation, setting: try desk.livechatSetting(transaction),
      actor: desk.actor.name)
    let owners = try (change.email ?? contact.emails.first).map {
      try transaction.contacts(with: $0).filter(\.registered)
    }
    let open = Requester.OpenWork(
      conversations: try transaction.openConversations(of: contact.id),
      tickets: try transaction.openTickets(of: contact.id))
    let plan = try requester.plan(
      owners: owners ?? [], open: open,
      outbox: OutboxEntry.ID(try transaction.nextNumber(.outbox)),
      token: Base64.addressText(of: try randomBytes(32)))
    try transaction.apply(plan.effects)
    return try desk.told(plan.outcome, transaction)
  }
}

extension Desk {
  /// `contact/7 registered: Carla Dias`.
  fileprivate func told(_ outcome: Requester.Outcome, _ store: Transaction) throws -> Output {
    let (id, what) =
      switch outcome {
      case .edited(let id): (id, "set")
      case .registered(let id): (id, "registered")
      case .linked(let id): (id, "joined")
      }
    let contact = try store.get(id)
    return Output(
      .changed(schema: "contact", [change(contact, what, named: contact.displayName)]))
  }
}
