import JSON

/// How visitors of a webchat are received: `webchat` in `desk.json`.
package struct WebchatSettings: Record, Hashable {
  package var enabled = false
  package var bot = BotSettings()
  /// R3, R4, R5: what a visitor reads whom nobody takes.
  package var defaultText = "Fora do horário de atendimento"
  package var form = WebForm()
  /// R5.
  package var formWhenNoAgent = false
  /// R6.
  package var offerSeconds = 60

  package init() {}

  package static let fields: Fields<Self> = [
    Field("enabled", \.enabled, en: "whether there is a webchat", pt: "se há um webchat"),
    Field("bot", \.bot, en: "what answers before a person", pt: "o que responde antes de alguém"),
    Field(
      "defaultText", \.defaultText, en: "what a visitor reads whom nobody takes",
      pt: "o que lê o visitante que ninguém atende"),
    Field(
      "form", \.form, en: "the form of a closed queue", pt: "o formulário da fila fechada"),
    Field(
      "formWhenNoAgent", \.formWhenNoAgent,
      en: "whether it is offered, too, while a queue is open and nobody is there",
      pt: "se é oferecido também com a fila aberta e ninguém conectado"),
    Field(
      "offerSeconds", \.offerSeconds, within: 5...3600,
      en: "seconds until a visitor is offered to the agents again",
      pt: "segundos até o visitante ser oferecido de novo aos atendentes"),
  ]
}

/// R4: what a visitor can fill in where nobody takes them.
package struct WebForm: Record, Hashable {
  package var enabled = false
  package var fields: [FormField] = []
  package var required: [FormField] = []
  /// What the visitor reads when it was sent.
  package var thanks = "Recebemos a sua mensagem. O número do chamado é {ticket}."

  package init() {}

  package static let fields: Fields<Self> = [
    Field("enabled", \.enabled, en: "whether there is a form", pt: "se há um formulário"),
    Field("fields", \.fields, en: "what it asks, in order", pt: "o que pergunta, em ordem"),
    Field(
      "required", \.required, en: "what must be filled in", pt: "o que é preciso preencher"),
    Field(
      "thanks", \.thanks, en: "what the visitor reads when it was sent",
      pt: "o que o visitante lê quando o envia"),
  ]
}

/// What a web form may ask.
package enum FormField: String, ChoiceValue, Hashable {
  case name
  case email
  case phone
  case document
  case company
  case message
}

extension WebchatSettings {
  /// R4, W13: what is wrong with the settings by themselves.
  package var faults: [Mismatch] {
    func fault(_ contradiction: Contradiction, _ key: String) -> Mismatch {
      Mismatch(.contradiction(contradiction), at: [.key("webchat"), .key("form"), .key(key)])
    }
    let empty = form.enabled && form.fields.isEmpty ? [fault(.formWithoutField, "enabled")] : []
    let unasked = form.required.filter { !form.fields.contains($0) }
    return empty + unasked.prefix(1).map { fault(.requiredNotAsked($0), "required") }
      + checkedTexts.flatMap { $0.faults }
  }

  /// Only who sends the form has a ticket.
  private var checkedTexts: [CheckedText] {
    [
      CheckedText(
        defaultText, Placeholder.inTitles, mayBeEmpty: true, "webchat", "defaultText"),
      CheckedText(
        form.thanks, Set(Placeholder.allCases), mayBeEmpty: true, "webchat", "form", "thanks"),
    ]
  }
}
