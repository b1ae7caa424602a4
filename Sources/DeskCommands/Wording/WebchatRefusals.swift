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
  static func serviceCase(_ refusal: CaseChange.Refusal) -> Failure {
    switch refusal {
    case .none(let id):
      return Failure(
        .refused, "R7",
        Text(
          en: "conversation/\(id.number) has no case: no agent accepted its visitor",
          pt: "conversation/\(id.number) não tem registro: ninguém aceitou o visitante"),
        hint: Text("deskctl offer list"))
    case .saved(let id, let number):
      return Failure(
        .refused, "R8",
        Text(
          en: "the case of conversation/\(id.number) is saved, and stays as it is",
          pt: "o registro de conversation/\(id.number) está salvo, e fica como está"),
        hint: Text("deskctl case show \(number?.text ?? String(id.number))"))
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
