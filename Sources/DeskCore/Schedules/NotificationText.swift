/// The sentences that an agent is told, in the desk's language: a notification is a record, and
/// says the same to whoever reads it.
struct NotificationText {
  private let language: DeskLanguage

  init(_ language: DeskLanguage) { self.language = language }

  /// S13: the contact and the comment; the time stands beside it.
  func fired(_ schedule: Schedule, _ contact: Contact?) -> String {
    let name = contact?.displayName ?? schedule.contact.number.description
    let comment = schedule.comment.map { ": \($0)" } ?? ""
    return switch language {
    case .ptBR: "Agendamento de \(name)\(comment)"
    case .en: "Scheduled for \(name)\(comment)"
    }
  }

  /// S13: and why it failed.
  func failed(
    _ schedule: Schedule, _ contact: Contact?, reason: FailureReason, ticket: Ticket.ID?
  ) -> String {
    let name = contact?.displayName ?? "contact/\(schedule.contact.number)"
    let comment = schedule.comment.map { " (\($0))" } ?? ""
    let why = why(reason, ticket)
    return switch language {
    case .ptBR: "O agendamento de \(name)\(comment) não foi feito: \(why)"
    case .en: "What was scheduled for \(name)\(comment) was not done: \(why)"
    }
  }

  /// W9: the bot could not answer, and people have to.
  func botFailed(_ reason: BotFailure.Reason, _ contact: Contact?) -> String {
    let name = contact?.displayName ?? "contact"
    let why = why(reason)
    return switch language {
    case .ptBR: "O robô não respondeu a \(name): \(why)"
    case .en: "The bot did not answer \(name): \(why)"
    }
  }

  private func why(_ reason: BotFailure.Reason) -> String {
    switch (language, reason) {
    case (.ptBR, .notStarted): "não pôde ser iniciado"
    case (.en, .notStarted): "it could not be started"
    case (.ptBR, .exited): "terminou com erro"
    case (.en, .exited): "it ended with an error"
    case (.ptBR, .late): "demorou demais"
    case (.en, .late): "it took too long"
    case (.ptBR, .tooMuch): "escreveu demais"
    case (.en, .tooMuch): "it wrote too much"
    case (.ptBR, .notUnderstood): "a resposta não se entende"
    case (.en, .notUnderstood): "what it said cannot be understood"
    case (.ptBR, .noAddress): "não há para onde enviar"
    case (.en, .noAddress): "there is nowhere to send it"
    }
  }

  /// W4, W7: what intake cannot settle by itself.
  func concern(_ concern: IntakeStep.Concern, _ contact: Contact) -> String {
    let name = contact.displayName
    return switch (language, concern) {
    case (.ptBR, .manyRequests):
      "\(name) recebeu dez pedidos em dez minutos e não informou um e-mail válido; alguém precisa ver"
    case (.en, .manyRequests):
      "\(name) was asked ten times in ten minutes and gave no e-mail; somebody has to look"
    case (.ptBR, .sharedEmail):
      "\(name) informou um e-mail que mais de um contato tem; o chamado ficou com o telefone"
    case (.en, .sharedEmail):
      "\(name) gave an e-mail that more than one contact has; the ticket is the phone's own"
    }
  }

  private func why(_ reason: FailureReason, _ ticket: Ticket.ID?) -> String {
    let number = ticket.map { String($0.number) } ?? ""
    return switch (language, reason) {
    case (.ptBR, .late): "a hora passou há tempo demais"
    case (.en, .late): "its time was too long ago"
    case (.ptBR, .agentNotInTeam): "o atendente não está mais na equipe"
    case (.en, .agentNotInTeam): "the agent is no longer in the team"
    case (.ptBR, .contactNotInGroup): "o contato não está mais no agrupamento"
    case (.en, .contactNotInGroup): "the contact is no longer in the group"
    case (.ptBR, .ticketOpen): "o chamado \(number) já está aberto"
    case (.en, .ticketOpen): "ticket \(number) is open already"
    case (.ptBR, .windowClosed): "a janela de 24 horas do WhatsApp está fechada"
    case (.ptBR, .templateRefused): "o modelo não pode mais ser enviado como foi preenchido"
    case (.en, .templateRefused): "its template cannot be sent any more as it was filled in"
    case (.en, .windowClosed): "WhatsApp's 24-hour window is closed"
    case (.ptBR, .contactGone): "o contato foi removido"
    case (.en, .contactGone): "the contact was removed"
    }
  }
}
