/// How far a visitor of the webchat came: kept on their conversation.
package struct WebchatState: Record, Hashable {
  package var step = WebchatStep.bot
  /// Picked, or named by the bot.
  package var subject: Subject.ID?
  /// R2: a person goes on.
  package var isHandedOver = false
  /// The newest message that the bot has answered, by its place.
  package var botAnswered = 0
  /// R6: since when they wait for a person.
  package var waitingSince: Instant?
  /// R6: until when those who were offered it may take it, before it is offered again.
  package var offersEndAt: Instant?
  /// Those of the last round; the log has the earlier ones.
  package var offers: [Offer] = []
  /// What was filled in besides name, e-mail and message.
  package var answers = FormAnswers()

  package init() {}

  package static let fields: Fields<Self> = [
    Field("step", \.step, required: true, en: "what is waited for", pt: "o que se espera"),
    Field("subject", \.subject, en: "what the visitor picked", pt: "o assunto escolhido"),
    Field(
      "handedOver", \.isHandedOver, en: "whether the bot gave it to a person",
      pt: "se o robô passou a uma pessoa"),
    Field(
      "botAnswered", \.botAnswered, en: "the last message that the bot answered",
      pt: "a última mensagem que o robô respondeu"),
    Field(
      "waitingSince", \.waitingSince, en: "since when a person is waited for",
      pt: "desde quando se espera uma pessoa"),
    Field(
      "offersEndAt", \.offersEndAt, en: "when it is offered again",
      pt: "quando é oferecida de novo"),
    Field("offers", \.offers, en: "to whom it is offered", pt: "a quem é oferecida"),
    Field("form", \.answers, en: "what was filled in", pt: "o que foi preenchido"),
  ]
}

extension WebchatState {
  /// Whether a bot or a person has the visitor, or is to have them.
  var isTaken: Bool {
    switch step {
    case .bot, .chooseSubject, .offered, .inService: true
    case .form, .turnedAway, .formSent: false
    }
  }
}

/// What a webchat waits for.
package enum WebchatStep: String, ChoiceValue, Hashable {
  /// R2.
  case bot
  /// R1.
  case chooseSubject
  /// R4, R5: the visitor fills in the form.
  case form
  /// R6: an agent's yes.
  case offered
  /// R7.
  case inService
  /// Nobody takes the visitor.
  case turnedAway
  /// R4: the form has become a ticket.
  case formSent
}

/// R6: a visitor before one agent, who may take them.
package struct Offer: Record, Hashable {
  package var agent: Agent.ID?
  package var at = Instant(secondsSinceEpoch: 0)
  package var state = OfferState.offered

  package init() {}

  init(_ agent: Agent.ID, at: Instant) {
    self.agent = agent
    self.at = at
  }

  package static let fields: Fields<Self> = [
    Field("agent", \.agent, required: true, en: "to whom", pt: "a quem"),
    Field("at", \.at, required: true, en: "since when", pt: "desde quando"),
    Field("state", \.state, required: true, en: "what came of it", pt: "o resultado"),
  ]
}

/// What came of an offer.
package enum OfferState: String, ChoiceValue, Hashable {
  case offered
  case accepted
  case declined
  /// Somebody else was first, or the visitor left.
  case withdrawn
}

extension Conversation {
  /// R6: the offer that an agent has not answered.
  package func offer(to agent: Agent.ID?) -> Offer? {
    webchat?.offers.first { $0.agent == agent && agent != nil && $0.state == .offered }
  }

  /// R6: those who can take it.
  package var offeredAgents: [Agent.ID] {
    webchat?.offers.filter { $0.state == .offered }.compactMap(\.agent) ?? []
  }

  /// R1, R4: what its visitor is asked.
  package var visitorAsk: VisitorAsk? {
    guard state == .open else { return nil }
    switch webchat?.step {
    case .chooseSubject: return .subject
    case .form: return .form
    case .bot, .offered, .inService, .turnedAway, .formSent, nil: return nil
    }
  }
}
