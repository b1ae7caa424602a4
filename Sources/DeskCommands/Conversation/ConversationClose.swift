import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationClose: CommandSpec {
    CommandSpec(
      name: "close",
      summary: Text(en: "Close a conversation.", pt: "Encerra uma conversa."),
      discussion: Text(
        en: """
          The contact is sent the closing message. On WhatsApp only a pending conversation is closed,
          and the survey of `whatsapp.survey.onManualClose` follows. In livechat `--ticket` also makes
          a ticket of the whole history, after it has asked; the ticket that a session has already
          takes it instead. In the webchat it asks first, and ends the visitor's session alone: the case
          can still be edited, and then saved.
          """,
        pt: """
          O contato recebe a mensagem de encerramento. No WhatsApp só se encerra uma conversa
          pendente, e depois vai a pesquisa de `whatsapp.survey.onManualClose`. No livechat `--ticket`
          também cria um chamado com todo o histórico, depois de perguntar; o chamado que a sessão já
          tem o recebe, em vez de um novo. No webchat ele pergunta antes, e encerra só a sessão do
          visitante: o registro ainda pode ser editado, e depois salvo.
          """),
      examples: [
        Example(
          "deskctl conversation close 3 --ticket --yes",
          Text(en: "with its history in a ticket", pt: "com o histórico num chamado"))
      ],
      arguments: [.record(.conversation)], options: [withTicket, .ifRevision],
      action: .steps(.work, run))
  }

  private static let withTicket = OptionSpec.flag(
    "ticket", Text(en: "make a ticket of it", pt: "cria um chamado com ela"))

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let makesTicket = words.has(withTicket)
    if makesTicket, try !desk.confirm(question) { return Output(.nothing, exit: .no) }
    if !makesTicket, try desk.endsWebchat(words.arguments[0]), try !desk.confirm(endQuestion) {
      return Output(.nothing, exit: .no)
    }
    return try desk.transaction(expectedRevision: words.expectedRevision()) { transaction in
      let conversation = try desk.conversation(words.arguments[0], in: transaction)
      if makesTicket, conversation.channel != .livechat {
        throw ClosingWithTicketRefusal.onlyLivechat(conversation.id)
      }
      if conversation.state == .closed {
        if makesTicket, !conversation.hasTicket {
          throw ClosingWithTicketRefusal.closedWithoutTicket(
            ClosedConversation(conversation), messages: conversation.messageCount)
        }
        return try desk.unchanged(conversation, transaction)
      }
      switch conversation.channel {
      case .webchat:
        try transaction.apply(desk.webchatTurn(conversation, transaction).ending())
      case .livechat:
        try transaction.apply(
          desk.livechatEnd(of: conversation, makesTicket: makesTicket, transaction))
      case .whatsapp:
        try transaction.apply(desk.closing(of: conversation, by: .hand, transaction).plan())
      }
      return try desk.closed(conversation.id, transaction)
    }
  }

  private static let question = Text(
    en: "Close the conversation and make a ticket of its history?",
    pt: "Encerrar a conversa e criar um chamado com o histórico?")

  /// R8.
  private static let endQuestion = Text(
    en: "End the session with the customer? Only the session with the customer will be ended. "
      + "You can still edit the data of the service.",
    pt: "Deseja encerrar a sessão com o cliente? Apenas a sessão com cliente será encerrada. "
      + "Você ainda poderá editar os dados do atendimento.")
}

extension Desk {
  /// R8: whether an open session of the webchat would end, before anything is locked for long; of one
  /// that this actor does not see, the transaction says why.
  fileprivate func endsWebchat(_ word: String) throws -> Bool {
    try reading { store in
      let conversation = try record(Conversation.self, word, in: store)
      return try sees(conversation) && conversation.channel == .webchat
        && conversation.state == .open
    }
  }

  /// C19, L6: the end of a chat, by an agent.
  fileprivate func livechatEnd(
    of conversation: Conversation, makesTicket: Bool, _ transaction: Transaction
  ) throws -> [Effect] {
    let turn = try livechatTurn(conversation, transaction)
    guard makesTicket else { return turn.ending() }
    let own = try conversation.lastTicket.flatMap { try transaction.find($0) }
    return turn.ending(with: Ticket.ID(try transaction.nextNumber(.ticket)), own: own)
  }

  /// `conversation/3 closed: ticket/12`.
  fileprivate func closed(
    _ id: Conversation.ID, _ transaction: Transaction
  ) throws -> Output {
    let closed = try visible(transaction.get(id), transaction)
    let line = Text(
      en: "\(closed.reference) closed", pt: "\(closed.reference) encerrada")(language)
    let ticket =
      closed.channel == .livechat ? closed.lastTicket.map { ": ticket/\($0.number)" } ?? "" : ""
    return Output(
      .changed(
        schema: "conversation",
        [
          Output.Change(
            id: String(id.number), line: line + ticket, record: closed.fullJSON)
        ]))
  }
}

/// C19: why a conversation is not closed with a ticket.
enum ClosingWithTicketRefusal: Error {
  /// Closing with a ticket is livechat's.
  case onlyLivechat(Conversation.ID)
  /// It was closed before, and without a ticket; so many messages it holds.
  case closedWithoutTicket(ClosedConversation, messages: Int)
}
