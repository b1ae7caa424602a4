/// What WhatsApp's conversations do by themselves: `whatsapp` in `desk.json`.
package struct WhatsAppSettings: Record, Hashable {
  /// W1: without it no ticket opens by itself.
  package var openOnConversationStart = false
  package var email = EmailRequest()
  /// W13: may hold placeholders.
  package var title: String?
  package var team: Team.ID?
  package var category: Category.ID?
  package var ticketType: TicketType.ID?
  package var priority: Priority.ID?
  package var assigneeSync = AssigneeSync.off
  /// W7: whether who gives a registered contact's e-mail is taken for that contact.
  package var trustClaimedEmail = false
  package var texts = IntakeTexts()
  package var mail = IntakeMails()
  /// The first one writes where nobody wrote to another.
  package var numbers: [PhoneNumberID] = []
  package var bot = BotSettings()
  /// C13: unset, it is as the transport has it.
  package var window: Bool?
  package var segmentedViews = false
  package var closing = ClosingSettings()
  package var inactivity = InactivitySettings()
  package var survey = SurveySettings()
  package var webhook = WebhookSettings()

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "openOnConversationStart", \.openOnConversationStart,
      en: "whether a conversation's first message opens a ticket",
      pt: "se a primeira mensagem de uma conversa abre um chamado"),
    Field("email", \.email, en: "the e-mail of an unknown phone", pt: "o e-mail de quem é novo"),
    Field("title", \.title, en: "the new tickets' title", pt: "o título dos chamados novos"),
    Field("team", \.team, en: "the new tickets' team", pt: "a equipe dos chamados novos"),
    Field(
      "category", \.category, en: "the new tickets' category",
      pt: "a categoria dos chamados novos"),
    Field("ticketType", \.ticketType, en: "the new tickets' type", pt: "o tipo dos chamados novos"),
    Field(
      "priority", \.priority, en: "the new tickets' priority",
      pt: "a prioridade dos chamados novos"),
    Field(
      "assigneeSync", \.assigneeSync, en: "when a ticket takes its conversation's assignee",
      pt: "quando o chamado assume o responsável da conversa"),
    Field(
      "trustClaimedEmail", \.trustClaimedEmail,
      en: "whether an e-mail alone writes a phone into a contact's record",
      pt: "se um e-mail basta para gravar um telefone no cadastro de alguém"),
    Field("texts", \.texts, en: "what is asked and said", pt: "o que se pergunta e se diz"),
    Field("mail", \.mail, en: "the e-mails", pt: "os e-mails"),
    Field(
      "numbers", \.numbers,
      en: "the desk's numbers by their ids at WhatsApp; the first one begins conversations",
      pt: "os números da central, pelos ids no WhatsApp; o primeiro inicia conversas"),
    Field("bot", \.bot, en: "what answers before a person", pt: "o que responde antes de alguém"),
    Field(
      "window", \.window,
      en: "whether free text waits for the 24-hour window; as the transport has it unless set",
      pt: "se texto livre respeita a janela de 24 horas; conforme o transporte se não for dito"),
    Field(
      "segmentedViews", \.segmentedViews,
      en: "whether agents see only new conversations and their own",
      pt: "se o atendente só vê as conversas novas e as suas"),
    Field("closing", \.closing, en: "the end of a conversation", pt: "o encerramento"),
    Field("inactivity", \.inactivity, en: "silence", pt: "o silêncio"),
    Field("survey", \.survey, en: "the survey after it", pt: "a pesquisa depois dela"),
    Field("webhook", \.webhook, en: "where WhatsApp writes to", pt: "onde o WhatsApp escreve"),
  ]
}

/// W4, W5: the e-mail that an unknown phone is asked for.
package struct EmailRequest: Record, Hashable {
  package var required = true
  /// W2: nothing while an e-mail is required.
  package var maxAttempts: Int?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "required", \.required, en: "whether nothing goes on without one",
      pt: "se o atendimento só segue com um e-mail (E-mail Obrigatório)"),
    Field(
      "maxAttempts", \.maxAttempts, within: 1...100,
      en: "invalid answers until the menu returns; 3 unless set, only while none is required",
      pt: "respostas inválidas até voltar o menu; 3 se não for dito, só quando não é obrigatório"),
  ]

  /// W2, W6: how many invalid answers bring the menu back; nil where they are not counted.
  package var attempts: Int? { required ? nil : maxAttempts ?? 3 }
}

/// What answers before a person does.
package struct BotSettings: Record, Hashable {
  package var command: String?
  /// Seconds.
  package var timeout = 10

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "command", \.command,
      en: "the program that answers, as the shell reads it; no bot unless set",
      pt: "o programa que responde, como o shell o lê; sem robô se não for dito"),
    Field(
      "timeout", \.timeout, within: 1...120, en: "seconds until a person takes over from it",
      pt: "segundos até que uma pessoa assuma no lugar dele"),
  ]
}

/// C5, C7: what is said when a conversation is closed.
package struct ClosingSettings: Record, Hashable {
  /// Empty where nothing is to be said.
  package var message =
    "Encerramos esta conversa por aqui. Se precisar de mais alguma coisa, é só escrever de novo."

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "message", \.message, en: "sent when it is closed; nothing where empty",
      pt: "enviada ao encerrar; nada se vazia")
  ]
}

/// C7: when silence closes a conversation.
package struct InactivitySettings: Record, Hashable {
  package var closeAfterMinutes: Int?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "closeAfterMinutes", \.closeAfterMinutes, within: 1...525_600,
      en: "minutes of the contact's silence that close it; never unless set",
      pt: "minutos de silêncio do contato que a encerram; nunca se não for dito")
  ]
}

/// C5, C6: the survey after a close by hand.
package struct SurveySettings: Record, Hashable {
  package var onManualClose: Survey.ID?
  package var answerWithinMinutes = 60

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "onManualClose", \.onManualClose, en: "the survey after a close by hand; none unless set",
      pt: "a pesquisa após encerrar manualmente; nenhuma se não for dito"),
    Field(
      "answerWithinMinutes", \.answerWithinMinutes, within: 1...10_080,
      en: "minutes in which an answer counts", pt: "minutos em que uma resposta vale"),
  ]
}

/// The id that WhatsApp has for one of the desk's numbers, and that messages are sent with.
package struct PhoneNumberID: Hashable, Sendable, TextValue {
  package let text: String

  package static var form: TextForm { .numberID }
  package static var pattern: String? { "^[0-9]{1,32}$" }

  package init(text: String) throws(Unreadable) {
    guard (1...32).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw Unreadable.numberIDCharacters }
    self.text = text
  }
}
