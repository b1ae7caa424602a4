/// L2: one of livechat's messages, and the ground of its bubble.
package protocol LivechatText: Record, Hashable {
  /// W13: may hold placeholders. Empty where nothing is to be said.
  var text: String { get set }
  var color: Colour { get set }
}

extension LivechatText {
  package static var fields: Fields<Self> {
    [
      Field(
        "text", \.text, en: "what is said; nothing where empty", pt: "o que se diz; nada se vazio"),
      Field("color", \.color, en: "the colour of its bubble", pt: "a cor do balão"),
    ]
  }
}

/// L5: what a visitor is told while somebody is online.
package struct OnlineWelcome: LivechatText {
  package var text = "Olá! Deixe a sua mensagem: em instantes alguém da equipe responde por aqui."
  package var color = Colour(0x115E59)

  package init() {}
}

/// L4: what a visitor is told while nobody is online.
package struct OfflineWelcome: LivechatText {
  package var text =
    "Olá! No momento não há ninguém online. Deixe a sua mensagem: abriremos um chamado e "
    + "responderemos assim que possível."
  package var color = Colour(0x92400E)

  package init() {}
}

/// L6: what is said when a conversation is closed, whoever closes it.
package struct LivechatClosing: LivechatText {
  package var text = "Encerramos esta conversa. Obrigado pelo contato! Se precisar, é só chamar."
  package var color = Colour(0x374151)

  package init() {}
}
