import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// Why a message is not queued; times as the desk writes them.
  static func writing(_ refusal: WritingRefusal, desk: Desk) -> Failure {
    switch refusal {
    case .closed(let id, let open): return closed(id, open: open)
    case .empty:
      return Failure(
        .usage, "usage", Text(en: "there is nothing to send", pt: "não há o que enviar"),
        hint: Text("TEXT 'Bom dia!'"))
    case .tooLong(let count, let limit):
      return Failure(
        .usage, "too_long",
        Text(
          en: "the text has \(count) characters, and WhatsApp takes \(limit)",
          pt: "o texto tem \(count) caracteres, e o WhatsApp aceita \(limit)"),
        hint: Text(en: "send it in parts, or as a file", pt: "envie em partes, ou como arquivo"),
        details: ["count": JSONValue(count), "limit": JSONValue(limit)])
    case .template(let id, let refusal):
      return schedule(.template(name: id.text, refusal), desk: desk)
    case .noAddress(let contact, let name):
      return Failure(
        .refused, "no_address",
        Text(
          en: "\(name) has no phone and never wrote",
          pt: "\(name) não tem telefone e nunca escreveu"),
        hint: Text("deskctl contact set \(contact.number) --phones '(11) 98765-4321'"))
    case .windowClosed(let id, let lastInbound):
      return windowClosed(id, lastInbound, desk: desk)
    case .taken(let id, let agent): return taken(id, by: agent)
    case .textAlone(let id): return textAlone(id)
    case .notAccepted(let id): return notAccepted(id)
    }
  }

  private static func windowClosed(
    _ id: Conversation.ID, _ lastInbound: Instant?, desk: Desk
  ) -> Failure {
    let times = DeskTimes(desk)
    let why =
      lastInbound.map { last in
        Text(
          en: "the contact last wrote \(times.full(last).en), and WhatsApp takes free text for 24 "
            + "hours",
          pt:
            "o contato escreveu pela última vez \(times.full(last).pt), e o WhatsApp aceita texto "
            + "livre por 24 horas")
      }
      ?? Text(
        en:
          "the contact never wrote to this number, and WhatsApp takes free text only as an answer",
        pt: "o contato nunca escreveu para este número, e o WhatsApp só aceita texto livre como "
          + "resposta")
    let closing = ServiceWindow(lastInbound: lastInbound).closing
    return Failure(
      .refused, "C13", why,
      hint: Text(
        en: "deskctl conversation template \(id.number) NAME --param K=V",
        pt: "deskctl conversation template \(id.number) NOME --param K=V"),
      details: [
        "lastInboundAt": lastInbound.map { JSONValue($0.rfc3339) } ?? .null,
        "closedAt": closing.map { JSONValue($0.rfc3339) } ?? .null,
      ])
  }

  /// C17: nothing of the text was sent.
  private static func taken(_ id: Conversation.ID, by agent: Agent.ID) -> Failure {
    Failure(
      .refused, "C17",
      Text(
        en: "conversation/\(id.number) is \(agent)'s, who answered first: nothing was sent",
        pt: "conversation/\(id.number) é de \(agent), que respondeu antes: nada foi enviado"),
      hint: Text("deskctl conversation list"), details: ["assignee": JSONValue(agent.text)])
  }

  private static func textAlone(_ id: Conversation.ID) -> Failure {
    Failure(
      .refused, "text_alone",
      Text(
        en: "conversation/\(id.number) is a chat on a page, which carries text alone",
        pt: "conversation/\(id.number) é um chat numa página, que só leva texto"),
      hint: Text("deskctl conversation say \(id.number) 'Bom dia!'"))
  }

  /// R7: a visitor of the webchat is an agent's by an offer, and by nothing else.
  private static func notAccepted(_ id: Conversation.ID) -> Failure {
    Failure(
      .refused, "R7",
      Text(
        en: "no agent has accepted the visitor of conversation/\(id.number)",
        pt: "ninguém aceitou ainda o visitante de conversation/\(id.number)"),
      hint: Text("deskctl offer accept \(id.number) --as bia"))
  }

  static func closed(_ id: Conversation.ID, open: Conversation.ID?) -> Failure {
    let hint =
      open.map { Text("deskctl conversation show \($0.number)") }
      ?? Text(
        en: "the contact's next message begins another; deskctl schedule add writes to a phone",
        pt: "a próxima mensagem do contato inicia outra; deskctl schedule add escreve a um telefone"
      )
    return Failure(
      .refused, "conversation_closed",
      Text(
        en: "conversation/\(id.number) is closed", pt: "conversation/\(id.number) está encerrada"),
      hint: hint, details: ["open": open.map { JSONValue($0.number) } ?? .null])
  }

  static func assigning(_ refusal: AssigningRefusal) -> Failure {
    switch refusal {
    case .closed(let id, let open): return closed(id, open: open)
    case .notInTeam(let agent, let team, let members):
      let list = members.map(\.text).joined(separator: ", ")
      return Failure(
        .refused, "C21",
        Text(en: "\(agent) is not in the team \(team)", pt: "\(agent) não está na equipe \(team)"),
        hint: members.isEmpty
          ? Text(en: "nobody is in \(team) yet", pt: "ainda não há ninguém em \(team)")
          : Text(en: "in \(team): \(list)", pt: "em \(team): \(list)"),
        details: ["members": .array(members.map { JSONValue($0.text) })])
    case .offered(let id): return notAccepted(id)
    case .nobody(let id):
      return Failure(
        .usage, "usage",
        Text(
          en: "the administrator is no agent: a conversation is an agent's",
          pt: "o administrador não é atendente: uma conversa é de um atendente"),
        hint: Text("deskctl conversation assign \(id.number) ana"))
    }
  }
}
