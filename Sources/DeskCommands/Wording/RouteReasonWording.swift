import CommandLineKit
import DeskCore

extension Explanation {
  /// Why nobody takes a visitor of the webchat.
  static func of(_ reason: RouteReason) -> Explanation {
    let (title, body) = sentences(reason)
    return Explanation(
      kind: .reason, code: reason.rawValue, title: title,
      body: Text(
        en: body.en + " The rule is \(reason.rule).", pt: body.pt + " A regra é a \(reason.rule)."),
      lines: ["deskctl route explain", "deskctl explain \(reason.rule)"])
  }

  private static func sentences(_ reason: RouteReason) -> (title: Text, body: Text) {
    switch reason {
    case .webchatOff:
      (
        Text(en: "the webchat is switched off", pt: "o webchat está desligado"),
        Text(
          en: "Visitors get the default text until `webchat.enabled` is yes.",
          pt: "O visitante recebe o texto padrão até `webchat.enabled` ser yes.")
      )
    case .noSubjects:
      (
        Text(en: "there are no subjects", pt: "não há assuntos"),
        Text(
          en: "Without a subject there is no way to a queue, so visitors get the default text.",
          pt: "Sem assunto não há caminho até uma fila; o visitante recebe o texto padrão.")
      )
    case .queueClosed:
      (
        Text(en: "the queue is closed", pt: "a fila está fechada"),
        Text(
          en: "It is outside the queue's hours: the form, where there is one, else the text.",
          pt: "Está fora do horário da fila: vem o formulário, se houver; senão, o texto padrão.")
      )
    case .noAgent:
      (
        Text(en: "no agent is there", pt: "não há atendente"),
        Text(
          en: "The queue is open, and nobody of its team who has the licence is signed in.",
          pt: "A fila está aberta, e ninguém da equipe com a licença está conectado.")
      )
    case .misconfigured:
      (
        Text(en: "the configuration leads nowhere", pt: "a configuração não leva a lugar nenhum"),
        Text(
          en: "A subject has no queue, or a queue's team nobody; visitors get the default text.",
          pt: "Um assunto está sem fila, ou a equipe de uma fila sem ninguém; vem o texto padrão.")
      )
    }
  }
}
