import CommandLineKit
import DeskCore
import DeskFormats
import JSON

/// `whatsapp receive --explain`: a line for each message, as
///
///     W8  +55 11 98765-4321 "carla@loja.com.br"     contact/2 registered, ticket/1 opened, link sent
struct ReceivedWording {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private static let textWidth = 24

  func line(_ event: ReceivedEvent) -> String {
    switch (event.event, event.result) {
    case (.message(let message), .message(let outcome)):
      let rule = outcome.steps.first?.rule ?? "D4"
      return row(rule, who(message.sender), said(message.content), effect(outcome))
    case (.status(let status), .status(let entry)):
      let unknown = Text(en: "not known yet", pt: "ainda desconhecida")
      let about = entry?.reference.text ?? unknown(language)
      return row("D3", who(status.recipient), status.name, about)
    default: return ""
    }
  }

  private func row(_ rule: String, _ who: String, _ what: String, _ effect: String) -> String {
    let start = rule.padded(4) + Shown(who).line + " " + Shown(what).line
    return start.padded(50) + " " + effect
  }

  private func who(_ user: WhatsAppUser) -> String {
    user.phone?.display ?? user.destination ?? "-"
  }

  private func said(_ content: MessageContent) -> String {
    guard let text = content.text else { return "[\(content.type)]" }
    let first = String(text.prefix { !$0.isNewline })
    let short = first.count > Self.textWidth ? first.prefix(Self.textWidth - 1) + "…" : first[...]
    return content.type == "text" ? "\"\(short)\"" : "[\(content.type)] \"\(short)\""
  }

  private func effect(_ outcome: Reception.Outcome) -> String {
    let acts = outcome.steps.map { act($0.act, outcome)(language) }
    return acts.isEmpty ? Text(en: "kept", pt: "guardada")(language) : acts.joined(separator: ", ")
  }

  /// Each step that a message led to, with the rule behind it.
  func steps(_ outcome: Reception.Outcome) -> [String] {
    outcome.steps.map { "\($0.rule.padded(3)) \(act($0.act, outcome)(language))" }
  }

  private func act(_ act: IntakeStep.Act, _ outcome: Reception.Outcome) -> Text {
    let contact = outcome.contact.reference.text
    let ticket = outcome.ticket.map { "ticket/\($0.number)" } ?? "-"
    return switch act {
    case .ask(.email): Text(en: "ask for an e-mail", pt: "pede um e-mail")
    case .ask(.emailAgain):
      Text(en: "no valid e-mail, ask again", pt: "não é um e-mail válido, pede de novo")
    case .ask(.menu): Text(en: "send the menu", pt: "envia o menu")
    case .openTicket(.own): Text(en: "\(ticket) opened", pt: "\(ticket) aberto")
    case .openTicket(.claimed(let owner)):
      Text(
        en: "\(ticket) opened for contact/\(owner.number)",
        pt: "\(ticket) aberto para contact/\(owner.number)")
    case .sendLink: Text(en: "link sent", pt: "link enviado")
    case .register: Text(en: "\(contact) registered", pt: "\(contact) cadastrado")
    case .claim(let owner):
      Text(
        en: "\(contact) claims to be contact/\(owner.number)",
        pt: "\(contact) diz ser contact/\(owner.number)")
    case .trust(let owner):
      Text(
        en: "\(contact) joined to contact/\(owner.number)",
        pt: "\(contact) unido a contact/\(owner.number)")
    case .sendMail(.opened, _): Text(en: "e-mail sent", pt: "e-mail enviado")
    case .sendMail(.welcome, _):
      Text(en: "welcome e-mail sent", pt: "e-mail de boas-vindas enviado")
    case .handToBot: Text(en: "the bot is asked", pt: "o robô é consultado")
    case .waitForTeam: Text(en: "waits for the team", pt: "espera a equipe")
    case .notifyAgent: Text(en: "people are notified", pt: "pessoas são avisadas")
    case .survey(.rating): Text(en: "it answers the survey", pt: "responde à pesquisa")
    case .survey(.comment): Text(en: "it comments on the answer", pt: "comenta a resposta")
    case .survey(.again):
      Text(en: "no answer: the survey is asked again", pt: "não responde: a pesquisa vai de novo")
    case .skip(let reason): reason.text
    }
  }

  func seen(_ count: Int) -> String {
    let text =
      count == 1
      ? Text(en: "1 seen before: nothing done", pt: "1 já recebida: nada feito")
      : Text(en: "\(count) seen before: nothing done", pt: "\(count) já recebidas: nada feito")
    return "D4  " + text(language)
  }

  func total(messages: Int, statuses: Int, seen: Int) -> String {
    Text(
      en: "messages \(messages), statuses \(statuses), seen before \(seen)",
      pt: "mensagens \(messages), status \(statuses), já vistos \(seen)")(language)
  }
}

extension IntakeStep.Reason {
  /// Why nothing was done, in words.
  fileprivate var text: Text {
    switch self {
    case .noInbound:
      Text(en: "kept; it opens and answers nothing", pt: "guardada; não abre nem responde nada")
    case .older:
      Text(
        en: "older than what was answered: kept", pt: "anterior à que já foi respondida: guardada")
    case .settled: Text(en: "joins the conversation", pt: "entra na conversa")
    case .attended: Text(en: "an agent has it", pt: "um atendente está com ela")
    case .blocked:
      Text(
        en: "automatic messages are blocked: nothing sent",
        pt: "mensagens automáticas bloqueadas: nada enviado")
    }
  }
}

extension Failure {
  static let wrongSignature = Failure(
    .refused, "signature",
    Text(
      en: "the body was not signed with this secret; nothing was kept",
      pt: "o corpo não foi assinado com este segredo; nada foi guardado"))

  static func emptySecret(_ path: String) -> Failure {
    Failure(
      .invalidContent, "secret",
      Text(en: "\(path) holds no secret", pt: "\(path) não contém segredo"))
  }
}

extension BodyProblem {
  func failure(_ path: String, _ line: Int) -> Failure {
    let place: String
    let why: Text
    let code: String
    switch self {
    case .json(let error):
      place = "\(path):\(line + error.line - 1):\(error.column)"
      code = "json"
      why = error.problem.text
    case .mismatch(let mismatch):
      place = "\(path):\(line)"
      code = "webhook"
      why = mismatch.text
    }
    return Failure(
      .invalidContent, code, Text(en: "\(place): \(why.en)", pt: "\(place): \(why.pt)"),
      details: ["path": JSONValue(path), "line": JSONValue(line)])
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
