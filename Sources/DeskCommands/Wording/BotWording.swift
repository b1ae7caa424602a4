import CommandLineKit
import DeskCore

extension Explanation {
  /// W9: why a bot did not answer and a person went on instead.
  static func of(_ reason: BotFailure.Reason) -> Explanation {
    let (title, body) = sentences(reason)
    return Explanation(
      kind: .reason, code: reason.rawValue, title: title,
      body: Text(
        en: body.en + " The conversation was handed to a person. The rule is W9.",
        pt: body.pt + " A conversa passou a uma pessoa. A regra é a W9."),
      lines: ["deskctl config get whatsapp.bot.command", "deskctl explain W9"])
  }

  private static func sentences(_ reason: BotFailure.Reason) -> (title: Text, body: Text) {
    switch reason {
    case .notStarted:
      (
        Text(en: "the bot could not be started", pt: "o robô não pôde ser iniciado"),
        Text(
          en: "The shell found no such program, or may not run it.",
          pt: "O shell não encontrou o programa, ou não pode executá-lo.")
      )
    case .exited:
      (
        Text(en: "the bot ended with an error", pt: "o robô terminou com erro"),
        Text(
          en: "Its exit status was not 0; the log has it. What it wrote was not used.",
          pt: "O código de saída não foi 0; está no registro. O que ele escreveu não foi usado.")
      )
    case .late:
      (
        Text(en: "the bot took too long", pt: "o robô demorou demais"),
        Text(
          en: "It was stopped after the seconds of `whatsapp.bot.timeout`.",
          pt: "Foi interrompido após os segundos de `whatsapp.bot.timeout`.")
      )
    case .tooMuch:
      (
        Text(en: "the bot wrote too much", pt: "o robô escreveu demais"),
        Text(
          en: "It wrote more than 1 MB, of which nothing was used.",
          pt: "Escreveu mais de 1 MB, e nada disso foi usado.")
      )
    case .notUnderstood:
      (
        Text(en: "the bot's answer has a fault", pt: "a resposta do robô tem um defeito"),
        Text(
          en: """
            It has to be one JSON object: `messages`, at most 10, each with a `text` of 1 to 4096 \
            characters; `handOver`; `subject`. The log has the place of the fault.
            """,
          pt: """
            Deve ser um objeto JSON: `messages`, no máximo 10, cada uma com um `text` de 1 a 4096 \
            caracteres; `handOver`; `subject`. O registro tem o lugar do defeito.
            """)
      )
    case .noAddress:
      (
        Text(en: "there was nowhere to send it", pt: "não havia para onde enviar"),
        Text(
          en: "The contact has no phone any more.", pt: "O contato já não tem telefone.")
      )
    }
  }
}
