import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// Queues what this actor writes in a conversation; one transaction.
  func write(
    _ content: Writing.Content, in word: String, _ transaction: Transaction
  ) throws -> Output {
    let conversation = try conversationToAnswer(word, in: transaction)
    let effects = try Writing(
      content, facts(for: conversation, transaction), actor: actor.name, now: now()
    ).plan()
    try transaction.apply(effects)
    let window = try openWindow(of: conversation, transaction)
    return try written(effects, had: conversation.assignee, until: window, transaction)
  }

  /// A conversation to write in; C17, C21: who has it is said where it may be.
  func conversationToAnswer(_ word: String, in store: some StoreReading) throws -> Conversation {
    let conversation = try conversation(word, in: store) {
      WritingRefusal.taken($0.id, by: $1, $0.taking)
    }
    try requireLivechat(for: conversation)
    return conversation
  }

  /// What an agent would do by writing, for a simulation.
  func writing(
    _ content: Writing.Content, in conversation: Conversation, by agent: Agent.ID,
    _ transaction: Transaction
  ) throws -> [Effect] {
    var facts = try facts(for: conversation, transaction)
    facts.agent = agent
    facts.teams = try agents[agent]?.teams ?? []
    facts.seesAll = try acting(as: agent).seesAll
    return try Writing(content, facts, actor: agent.text, now: now()).plan()
  }

  private func facts(
    for conversation: Conversation, _ store: Transaction
  ) throws -> Writing.Facts {
    let settings = try settings
    let contact = try store.get(conversation.contact)
    return Writing.Facts(
      conversation: conversation, contact: contact,
      open: try openConversation(of: contact, store), agent: actor.agent,
      teams: try actor.agent.flatMap { try agents[$0]?.teams } ?? [],
      seesAll: actor.seesAll, tickets: try openTickets(of: contact, store),
      number: settings.whatsapp.numbers.first,
      hasWindow: settings.hasWindow, sync: settings.whatsapp.assigneeSync,
      nextOutbox: try store.nextNumber(.outbox))
  }

  /// The open WhatsApp conversation of a contact that this actor sees.
  func openConversation(
    of contact: Contact, _ store: some StoreReading
  ) throws -> Conversation.ID? {
    try store.openConversations(of: contact.id).first {
      $0.channel == .whatsapp ? try sees($0) : false
    }?.id
  }

  /// The open tickets of a contact, and of who they claim to be: W7's tickets are theirs.
  func openTickets(of contact: Contact, _ store: some StoreReading) throws -> [Ticket] {
    try [contact.id, contact.claim?.contact].compactMap { $0 }.flatMap {
      try store.openTickets(of: $0)
    }
  }

  /// C13: when WhatsApp's window closes; nil where there is none, or it is closed.
  private func openWindow(
    of conversation: Conversation, _ store: Transaction
  ) throws -> Instant? {
    let settings = try settings
    guard settings.hasWindow, conversation.channel == .whatsapp else { return nil }
    let number = conversation.number ?? settings.whatsapp.numbers.first
    let window = try store.get(conversation.contact).recipient(by: number)?.window
    return try window.flatMap { $0.isOpen(at: try now()) ? $0.closing : nil }
  }

  /// `conversation/3: message 2 queued as outbox/7`; the first line also says who has it now, and
  /// each how long free text may still go.
  private func written(
    _ effects: [Effect], had old: Agent.ID?, until end: Instant?, _ store: Transaction
  ) throws -> Output {
    var taker: Agent.ID?
    var changes: [Output.Change] = []
    for effect in effects {
      if case .conversation(let conversation) = effect, conversation.assignee != old {
        taker = conversation.assignee
      }
      guard case .message(let message) = effect else { continue }
      changes.append(
        Output.Change(
          id: String(message.id),
          line: try line(of: message, taker: changes.isEmpty ? taker : nil, until: end),
          record: try thread([message], store)[0].json))
    }
    return Output(.changed(schema: "message", changes))
  }

  private func line(
    of message: Message, taker: Agent.ID?, until end: Instant?
  ) throws -> String {
    let queued =
      message.outbox.map { outbox in
        Text(
          en: "message \(message.id) queued as outbox/\(outbox.number)",
          pt: "mensagem \(message.id) na fila como outbox/\(outbox.number)")
      }
      ?? Text(
        en: "message \(message.id) is in the chat", pt: "mensagem \(message.id) está no chat")
    let taken = taker.map { Text(en: "; assigned to \($0)", pt: "; atribuída a \($0)") }
    let left = try end.map { end in
      let span = TimeWording.duration(end - (try now()))
      return Text(
        en: "; the window is open for \(span) more", pt: "; a janela fica aberta por mais \(span)")
    }
    let read = message.type == MessageKind.template.rawValue ? message.text : nil
    return "conversation/\(message.conversation.number): \(queued(language))"
      + (taken.map { $0(language) } ?? "") + (left.map { $0(language) } ?? "")
      + (read.map { "\n" + Shown($0).paragraph } ?? "")
  }
}
