import CommandLineKit
import DeskCore

extension Explanation {
  /// Why a schedule was not carried out, a message not sent, or a bot did not answer: a text for each
  /// case of a type.
  static let reasons: [Explanation] =
    FailureReason.allCases.map(of) + reasonsOfDelivery + BotFailure.Reason.allCases.map(of)
    + RouteReason.allCases.map(of)

  private static func of(_ reason: FailureReason) -> Explanation {
    let sentences = sentences(reason)
    return Explanation(
      kind: .reason, code: reason.rawValue, title: sentences.title,
      body: Text(
        en: sentences.body.en + " The rule is \(reason.rule).",
        pt: sentences.body.pt + " A regra é a \(reason.rule)."),
      lines: ["deskctl explain \(reason.rule)"])
  }

  fileprivate static func sentences(_ reason: FailureReason) -> (title: Text, body: Text) {
    switch reason {
    case .late:
      (
        Text(en: "it was too late", pt: "era tarde demais"),
        Text(
          en: """
            The schedule's time had passed by more than the desk allows when `tick` came to it, so
            it expired. Something kept `tick` from running; `deskctl status` tells when it last did.
            """,
          pt: """
            A hora do agendamento tinha passado além do que a central permite quando o `tick` chegou
            a ele, então expirou. Algo impediu o `tick` de rodar; `deskctl status` diz quando ele
            rodou por último.
            """)
      )
    case .agentNotInTeam:
      (
        Text(en: "the agent left the team", pt: "o atendente saiu da equipe"),
        Text(
          en: """
            When the schedule came due its agent was no longer a member of its team. Nothing was
            sent and no ticket was opened.
            """,
          pt: """
            Na hora do agendamento o atendente já não era da equipe. Nada foi enviado e nenhum
            chamado foi aberto.
            """)
      )
    case .contactNotInGroup:
      (
        Text(en: "the contact left the group", pt: "o contato saiu do agrupamento"),
        Text(
          en: """
            When the schedule came due its contact was no longer a member of the group that it
            names. Nothing was sent and no ticket was opened.
            """,
          pt: """
            Na hora do agendamento o contato já não era do agrupamento citado. Nada foi enviado e
            nenhum chamado foi aberto.
            """)
      )
    case .ticketOpen:
      (
        Text(en: "a ticket of the contact was open", pt: "havia um chamado aberto do contato"),
        Text(
          en: """
            When the schedule came due a ticket of its contact was open. Nothing was sent, no
            ticket was opened, and the agent was notified. Close the ticket and clone the schedule.
            """,
          pt: """
            Na hora do agendamento havia um chamado aberto do contato. Nada foi enviado, nenhum
            chamado foi aberto, e o atendente foi notificado. Feche o chamado e clone o agendamento.
            """)
      )
    case .templateRefused:
      (
        Text(
          en: "its template could not be sent any more",
          pt: "o modelo não podia mais ser enviado"),
        Text(
          en: """
            Since the schedule was made WhatsApp withdrew its approval of the template, or the
            template has other parameters. Nothing was sent and no ticket was opened.
            """,
          pt: """
            Depois que o agendamento foi criado, o WhatsApp deixou de aprovar o modelo, ou ele passou
            a ter outros parâmetros. Nada foi enviado e nenhum chamado foi aberto.
            """)
      )
    case .windowClosed:
      (
        Text(en: "WhatsApp's 24 hours were over", pt: "as 24 horas do WhatsApp tinham acabado"),
        Text(
          en: """
            More than 24 hours had passed since the contact's last message, and the schedule had
            free text and no template for that. Nothing was sent and no ticket was opened.
            """,
          pt: """
            Tinham passado mais de 24 horas da última mensagem do contato, e o agendamento tinha
            texto livre e nenhum modelo para o caso. Nada foi enviado e nenhum chamado foi aberto.
            """)
      )
    case .contactGone:
      (
        Text(en: "the contact was removed", pt: "o contato foi removido"),
        Text(
          en: """
            The schedule's contact was removed after it was made. There is nobody to write to, so
            nothing was sent and no ticket was opened.
            """,
          pt: """
            O contato do agendamento foi removido depois que ele foi criado. Não há a quem escrever,
            então nada foi enviado e nenhum chamado foi aberto.
            """)
      )
    }
  }
}

extension FailureReason {
  /// As people read it in a few words.
  var title: Text { Explanation.sentences(self).title }
}
