import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// R6: why an offer is not answered.
  static func offer(_ refusal: OfferRefusal) -> Failure {
    switch refusal {
    case .taken(let id, let agent):
      return Failure(
        .refused, "R6",
        Text(
          en: "\(agent) has accepted conversation/\(id.number) already",
          pt: "\(agent) já aceitou conversation/\(id.number)"),
        hint: Text("deskctl offer list"), details: ["assignee": JSONValue(agent.text)])
    case .ended(let id):
      return Failure(
        .refused, "R6",
        Text(
          en: "the visitor of conversation/\(id.number) does not wait any more",
          pt: "o visitante de conversation/\(id.number) não espera mais"),
        hint: Text("deskctl offer list"))
    case .notOffered(let id, let agent):
      return Failure(
        .refused, "R6",
        Text(
          en: "conversation/\(id.number) is not offered to \(agent)",
          pt: "conversation/\(id.number) não foi oferecida a \(agent)"),
        hint: Text("deskctl agent online \(agent) --channel webchat"))
    case .notThere(let id, let agent, let standing): return notThere(id, agent, standing)
    case .nobody:
      return Failure(
        .usage, "usage",
        Text(
          en: "the administrator is no agent: a visitor is offered to agents",
          pt: "o administrador não é atendente: um visitante é oferecido a atendentes"),
        hint: Text("--as bia"))
    }
  }

  /// R8: why a case is neither edited nor saved.
  static func serviceCase(_ refusal: CaseChange.Refusal, desk: Desk) -> Failure {
    switch refusal {
    case .none(let id):
      return Failure(
        .refused, "R7",
        Text(
          en: "conversation/\(id.number) has no case: no agent accepted its visitor",
          pt: "conversation/\(id.number) não tem registro: ninguém aceitou o visitante"),
        hint: Text("deskctl offer list"))
    case .saved(let id, let found):
      let who = found.saver(desk)
      return Failure(
        .refused, "R8",
        Text(
          en: "the case of conversation/\(id.number) is saved, and stays as it is\(who.en)",
          pt: "o registro de conversation/\(id.number) está salvo, e fica como está\(who.pt)"),
        hint: Text("deskctl case show \(found.protocolNumber ?? String(id.number))"))
    case .notEnded(let id):
      return Failure(
        .refused, "R8",
        Text(
          en: "conversation/\(id.number) has not ended: end it first, then save",
          pt: "conversation/\(id.number) não foi encerrada: encerre antes de salvar"),
        hint: Text("deskctl conversation close \(id.number)"))
    case .another(let id, let agent):
      let name = agent?.text ?? "-"
      return Failure(
        .refused, "R8",
        Text(
          en: "the case of conversation/\(id.number) is \(name)'s",
          pt: "o registro de conversation/\(id.number) é de \(name)"),
        hint: Text("deskctl case show \(id.number)"))
    }
  }
}

extension Failure {
  /// R6: an offer lasts while its agent is there.
  private static func notThere(
    _ id: Conversation.ID, _ agent: Agent.ID, _ standing: AgentStanding.Standing
  ) -> Failure {
    let (why, hint) =
      switch standing {
      case .otherTeam:
        (
          Text(en: "not in its queue's team any more", pt: "não está mais na equipe da fila"),
          "deskctl offer list"
        )
      case .unlicensed:
        (
          Text(en: "not licensed for webchat any more", pt: "não tem mais licença de webchat"),
          "deskctl agent show \(agent)"
        )
      case .there, .otherChannel, .notSignedIn:
        (
          Text(en: "not signed in to the webchat", pt: "não está conectado ao webchat"),
          "deskctl agent online \(agent) --channel webchat"
        )
      }
    return Failure(
      .refused, "R6",
      Text(
        en: "conversation/\(id.number) is not for \(agent) to take: \(agent) is \(why.en)",
        pt: "conversation/\(id.number) não pode ficar com \(agent): \(agent) \(why.pt)"),
      hint: Text(hint), details: ["standing": JSONValue(standing.rawValue)])
  }
}

extension Case {
  /// `: ana saved it, Fri 2026-12-04 10:31`; nothing where it is not known.
  fileprivate func saver(_ desk: Desk) -> Text {
    guard let savedBy, let savedAt else { return Text("") }
    let time = DeskTimes(desk).full(savedAt)
    return Text(en: ": \(savedBy) saved it, \(time.en)", pt: ": \(savedBy) salvou, \(time.pt)")
  }
}
