extension DeliveryPlan {
  /// D1: what fails for good, what nobody knows of and what was not sent is told to the agent; of
  /// what no person wrote nobody is told.
  func told(_ entry: OutboxEntry, _ id: DeskCore.Notification.ID) -> [Effect] {
    switch entry.state {
    case .failed, .unknown, .notSent: entry.automatic ? [] : [notify(entry, id)]
    case .queued, .sending, .sent: []
    }
  }

  private func notify(_ entry: OutboxEntry, _ id: DeskCore.Notification.ID) -> Effect {
    var notification = DeskCore.Notification()
    notification.id = id
    notification.agent = entry.agent
    notification.kind = .deliveryFailed
    notification.at = now
    notification.contact = entry.contact
    notification.conversation = entry.conversation
    notification.schedule = entry.schedule
    notification.outbox = entry.id
    notification.text = text(entry.state, to: entry.to, entry.reason ?? "")
    return .notification(notification)
  }

  private func text(_ state: DeliveryState, to: String, _ reason: String) -> String {
    switch (language, state) {
    case (.ptBR, .unknown): "Não se sabe se a mensagem para \(to) foi enviada (\(reason))"
    case (.ptBR, _): "A mensagem para \(to) não foi enviada (\(reason))"
    case (.en, .unknown): "Nobody knows whether the message to \(to) was sent (\(reason))"
    case (.en, _): "The message to \(to) was not sent (\(reason))"
    }
  }
}
