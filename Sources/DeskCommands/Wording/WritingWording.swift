import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// Why a message is not queued; times as the desk writes them.
  static func writing(_ refusal: WritingRefusal, desk: Desk) -> Failure {
    switch refusal {
    case .closed(let closed, let open): return Failure.closed(closed, open: open, desk: desk)
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
    case .taken(let id, let agent, let taking): return taken(id, by: agent, taking)
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

  /// Nothing of the text was sent.
  private static func taken(
    _ id: Conversation.ID, by agent: Agent.ID, _ taking: Taking
  ) -> Failure {
    let (rule, why) =
      switch taking {
      case .answered: ("C17", Text(en: ", who answered first", pt: ", que respondeu antes"))
      case .given: ("C21", Text(""))
      case .accepted:
        ("R7", Text(en: ", who accepted the visitor", pt: ", que aceitou o visitante"))
      }
    return Failure(
      .refused, rule,
      Text(
        en: "conversation/\(id.number) is \(agent)'s\(why.en): nothing was sent",
        pt: "conversation/\(id.number) é de \(agent)\(why.pt): nada foi enviado"),
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

  /// Who came too late learns who closed it, and when.
  static func closed(
    _ closed: ClosedConversation, open: Conversation.ID?, desk: Desk
  ) -> Failure {
    let who = closed.who(desk)
    let hint =
      open.map { Text("deskctl conversation show \($0.number)") }
      ?? Text(
        en: "the contact's next message begins another; deskctl schedule add writes to a phone",
        pt: "a próxima mensagem do contato inicia outra; deskctl schedule add escreve para um "
          + "telefone")
    return Failure(
      .refused, "conversation_closed",
      Text(
        en: "conversation/\(closed.id.number) is closed\(who.en)",
        pt: "conversation/\(closed.id.number) está encerrada\(who.pt)"),
      hint: hint,
      details: [
        "open": open.map { JSONValue($0.number) } ?? .null,
        "by": closed.by.map { .string($0) } ?? .null, "at": closed.at?.json ?? .null,
      ])
  }

  static func assigning(_ refusal: AssigningRefusal, desk: Desk) -> Failure {
    switch refusal {
    case .closed(let closed, let open): return Failure.closed(closed, open: open, desk: desk)
    case .taken(let id, let agent, let claimant): return held(id, by: agent, claimant: claimant)
    case .notInTeam(let agent, let team, let members):
      let list = members.map(\.text).joined(separator: ", ")
      return Failure(
        .refused, "C21",
        Text(en: "\(agent) is not in the team \(team)", pt: "\(agent) não está na equipe \(team)"),
        hint: members.isEmpty
          ? Text(en: "nobody is in \(team) yet", pt: "ainda não há ninguém em \(team)")
          : Text(en: "in \(team): \(list)", pt: "em \(team): \(list)"),
        details: ["members": .array(members.map { JSONValue($0.text) })])
    case .offered(let id, let agent):
      return agent.map { inService(id, of: $0) } ?? notAccepted(id)
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

extension Failure {
  /// C21: a claim takes nothing from a colleague.
  private static func held(
    _ id: Conversation.ID, by agent: Agent.ID, claimant: Agent.ID?
  ) -> Failure {
    Failure(
      .refused, "C21",
      Text(
        en: "conversation/\(id.number) is \(agent)'s",
        pt: "conversation/\(id.number) é de \(agent)"),
      hint: claimant.map { Text("deskctl conversation assign \(id.number) \($0)") }
        ?? Text("deskctl conversation list"),
      details: ["assignee": JSONValue(agent.text)])
  }

  /// R7: whoever accepted a visitor has them until the session ends.
  private static func inService(_ id: Conversation.ID, of agent: Agent.ID) -> Failure {
    Failure(
      .refused, "R7",
      Text(
        en: "\(agent) accepted the visitor of conversation/\(id.number), and has them to the end",
        pt: "\(agent) aceitou o visitante de conversation/\(id.number), e fica com ele até o fim"),
      hint: Text("deskctl conversation close \(id.number)"),
      details: ["assignee": JSONValue(agent.text)])
  }
}

extension ClosedConversation {
  /// `: ana closed it, Fri 2026-12-04 10:31`; nothing where it is not known.
  func who(_ desk: Desk) -> Text {
    guard let by, let at else { return Text("") }
    let time = DeskTimes(desk).full(at)
    let isVisitor = (try? Reference(text: by))?.kind == .contact
    return isVisitor
      ? Text(en: ": the visitor closed it, \(time.en)", pt: ": o visitante encerrou, \(time.pt)")
      : Text(en: ": \(by) closed it, \(time.en)", pt: ": \(by) encerrou, \(time.pt)")
  }
}
