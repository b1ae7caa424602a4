import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// C8: why a chat is not given to another agent.
  static func transfer(_ refusal: Transfer.Refusal, desk: Desk) -> Failure {
    switch refusal {
    case .closed(let closed): return Failure.closed(closed, open: nil, desk: desk)
    case .notLivechat(let id, let channel):
      return Failure(
        .refused, "C8",
        Text(
          en: "conversation/\(id.number) is not of livechat",
          pt: "conversation/\(id.number) não é do livechat"),
        hint: channel == .whatsapp ? Text("deskctl conversation assign \(id.number) ana") : nil)
    case .oneself(let agent):
      return Failure(
        .refused, "C8",
        Text(
          en: "\(agent) cannot transfer to themselves",
          pt: "\(agent) não pode transferir para si mesmo"))
    case .hasItAlready(let agent):
      return Failure(
        .refused, "C8", Text(en: "\(agent) has it already", pt: "\(agent) já está com ela"))
    case .notOnline(let agent, let others):
      let list = others.map(\.text).joined(separator: ", ")
      return Failure(
        .refused, "C8",
        Text(
          en: "\(agent) is not online for livechat", pt: "\(agent) não está online no livechat"),
        hint: others.isEmpty
          ? Text("deskctl agent online \(agent)")
          : Text(en: "online: \(list)", pt: "online: \(list)"),
        details: ["online": .array(others.map { JSONValue($0.text) })])
    }
  }

  /// C18: why a requester is not changed.
  static func requester(_ refusal: Requester.Refusal) -> Failure {
    switch refusal {
    case .registered(let contact):
      return Failure(
        .refused, "C18",
        Text(
          en: "contact/\(contact.number) is registered: only who is not can be put right here",
          pt: "contact/\(contact.number) já tem cadastro: aqui só se corrige quem não tem"),
        hint: Text("deskctl contact set \(contact.number) --name 'Carla Dias'"))
    case .several(let email, let contacts):
      let list = contacts.map { "contact/\($0.number)" }.joined(separator: ", ")
      return Failure(
        .refused, "C18",
        Text(
          en: "several contacts have \(email): \(list)",
          pt: "mais de um contato tem \(email): \(list)"))
    case .nameEmpty:
      return Failure(
        .usage, "usage", Text(en: "--name is empty", pt: "--name está vazio"),
        hint: Text("--name 'Carla Dias'"))
    }
  }

  /// C5: why a conversation is not closed.
  static func closing(_ refusal: WhatsAppClosing.Refusal) -> Failure {
    switch refusal {
    case .notPending(let id):
      return Failure(
        .refused, "C5",
        Text(
          en: "conversation/\(id.number) is resolved: only a pending one is closed by hand",
          pt: "conversation/\(id.number) está resolvida: só uma pendente se encerra à mão"),
        hint: Text("deskctl conversation show \(id.number)"))
    }
  }

  /// C19: why a conversation is not closed with a ticket.
  static func closing(_ refusal: ClosingWithTicketRefusal, desk: Desk) -> Failure {
    switch refusal {
    case .onlyLivechat(let id):
      return Failure(
        .refused, "C19",
        Text(
          en: "conversation/\(id.number) is not of livechat: --ticket does not go with it",
          pt: "conversation/\(id.number) não é do livechat: --ticket não vale para ela"),
        hint: Text("deskctl conversation close \(id.number)"))
    case .closedWithoutTicket(let closed, let messages):
      let who = closed.who(desk)
      return Failure(
        .refused, "C19",
        Text(
          en: "conversation/\(closed.id.number) is closed already, without a ticket\(who.en)",
          pt: "conversation/\(closed.id.number) já está encerrada, sem chamado\(who.pt)"),
        hint: Text("deskctl conversation ticket \(closed.id.number) --messages 1-\(messages)"))
    }
  }
}
