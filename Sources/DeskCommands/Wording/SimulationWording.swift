import CommandLineKit
import DeskCore

/// What `whatsapp simulate` says: `>` comes in, `<` goes out.
struct SimulationWording {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func inbound(_ message: InboundMessage, _ echo: Simulation.Echo) -> [String] {
    let kind = message.content.type == "text" ? nil : "[\(message.content.type)]"
    let text = [kind, message.content.text].compactMap { $0 }.joined(separator: " ")
    let who = message.sender.phone?.display ?? message.sender.destination ?? "-"
    return switch echo {
    case .none: []
    case .text: [indented("> ", text)]
    case .all: [indented("> ", "\(who): \(text)")]
    }
  }

  func outbound(_ entry: OutboxEntry) -> String {
    let text = entry.body.text ?? ""
    switch entry.channel {
    case .whatsapp: return indented("< ", text)
    case .email:
      let head = Text(en: "e-mail to", pt: "e-mail para")(language)
      let subject = entry.body.subject.map { ": \($0)" } ?? ""
      return indented("< ", "\(head) \(entry.to)\(subject)\n\(text)")
    case .command:
      return indented(
        "< ", Text(en: "told to \(entry.to): ", pt: "aviso a \(entry.to): ")(language) + text)
    }
  }

  /// The lines below the first stand under it.
  private func indented(_ mark: String, _ text: String) -> String {
    let lines = Shown(text).paragraph.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { place, line in
      place == 0 ? mark + line : line.isEmpty ? "" : "  " + line
    }.joined(separator: "\n")
  }

  /// What a bot's turn did, where that is worth a line.
  func botStep(_ effect: Effect) -> String? {
    guard case .event(let event) = effect else { return nil }
    let what = EventWord.text(event.what, of: event.record?.kind)(language)
    return ([event.rule ?? "--", what] + event.detail.filter { !$0.contains("/") })
      .joined(separator: "  ")
  }

  /// What came in besides messages that are new.
  func besides(_ event: ReceivedEvent) -> String {
    switch event.result {
    case .message, .status: "  " + ReceivedWording(language).line(event)
    case .seen:
      "  D4  " + Text(en: "seen before: nothing done", pt: "já visto: nada feito")(language)
    case .kept: "  D4  " + Text(en: "kept", pt: "guardado")(language)
    }
  }

  static let welcome = Text(
    en: "You are the customer; nothing is kept. /help, or the end of input (Ctrl-D) to leave.",
    pt: "Você é o cliente; nada fica guardado. /ajuda, ou o fim da entrada (Ctrl-D) para sair.")

  static let help = Text(
    en: """
      /image [CAPTION]   /audio   /button ID [TITLE]   /list ID [TITLE]   /reaction [EMOJI]
      /close             the conversation is closed; the next message begins another
      /agent AGENT       an agent takes the conversation
      /block             the contact's automatic messages are blocked
      /wait 25h          so much time passes
      /quit              leaves; // begins a text that begins with /
      """,
    pt: """
      /imagem [LEGENDA]   /audio   /botao ID [TÍTULO]   /lista ID [TÍTULO]   /reacao [EMOJI]
      /fechar             a conversa é encerrada; a mensagem seguinte começa outra
      /atendente ATENDENTE   um atendente assume a conversa
      /bloquear           as mensagens automáticas do contato são bloqueadas
      /espera 25h         passa esse tempo
      /sair               sai; // começa um texto que começa com /
      """)

  static let closed = Text(en: "(closed)", pt: "(encerrada)")
  static let blocked = Text(
    en: "(automatic messages blocked)", pt: "(mensagens automáticas bloqueadas)")
  static let noConversation = Text(
    en: "(there is no open conversation)", pt: "(não há conversa aberta)")

  static func attended(_ agent: Agent.ID) -> Text {
    Text(en: "(\(agent) has it)", pt: "(\(agent) está com ela)")
  }

  static func noAgent(_ typed: String) -> Text {
    let shown = Shown(typed).line
    return Text(en: "(there is no agent \(shown))", pt: "(não existe o atendente \(shown))")
  }

  static func noSpan(_ typed: String) -> Text {
    let shown = Shown(typed).line
    return Text(
      en: "(\"\(shown)\" is no span of time, as 25h or 2h30m)",
      pt: "(\"\(shown)\" não é um tempo, como 25h ou 2h30m)")
  }

  static func incomplete(_ typed: String) -> Text {
    let shown = Shown(typed).line
    return Text(
      en: "(\(shown) what? as /button 1 Yes)", pt: "(\(shown) qual? como /botao 1 Sim)")
  }

  static func unknown(_ typed: String) -> Text {
    let shown = Shown(typed).line
    return Text(
      en: "(\(shown)? /help lists what there is)", pt: "(\(shown)? /ajuda lista o que há)")
  }
}

extension Failure {
  static let contactAndPhone = Failure(
    .usage, "usage",
    Text(
      en: "--contact and --phone contradict each other", pt: "--contact e --phone se contradizem"),
    hint: Text("deskctl whatsapp simulate --help"))
}
