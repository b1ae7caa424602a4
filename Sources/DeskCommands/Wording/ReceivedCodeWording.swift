import CommandLineKit

extension Explanation {
  /// What stands against bodies that a webhook was sent.
  static let codesOfReceiving: [Explanation] = [
    failure(
      "signature", Text(en: "a signature that does not fit", pt: "uma assinatura que não confere"),
      en: """
        WhatsApp signs each body with the app's secret, and this one was signed with another, or was
        changed on its way, or comes from somebody else. It was not looked at, and nothing was kept.
        The signature is that of the very bytes: whatever passes them on must not lay them out anew.
        """,
      pt: """
        O WhatsApp assina cada corpo com o segredo do aplicativo, e este foi assinado com outro, ou
        mudou no caminho, ou veio de outra pessoa. Ele não foi examinado e nada foi guardado. A
        assinatura é a dos bytes exatos: quem os repassa não pode reformatá-los.
        """),
    failure(
      "secret", Text(en: "a file without a secret", pt: "um arquivo sem segredo"),
      en: """
        The file that should hold the app's secret is empty. The secret stands under App settings,
        Basic, on Meta's page of the app.
        """,
      pt: """
        O arquivo que deveria conter o segredo do aplicativo está vazio. O segredo está em
        Configurações do app, Básico, na página do aplicativo na Meta.
        """),
    failure(
      "webhook", Text(en: "no body of the Cloud API", pt: "não é um corpo da Cloud API"),
      en: """
        It is JSON, and not what WhatsApp's Cloud API sends to a webhook. The message says the line,
        the key and what should stand there. What an unofficial gateway sends has to be turned into
        that form first.
        """,
      pt: """
        É JSON, mas não é o que a Cloud API do WhatsApp envia a um webhook. A mensagem diz a linha, a
        chave e o que deveria estar ali. O que vem de um gateway não oficial precisa antes ser
        convertido para essa forma.
        """),
  ]
}
