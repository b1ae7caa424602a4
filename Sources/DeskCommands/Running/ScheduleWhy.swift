import CommandLineKit
import DeskCore
import DeskStore

/// What became of a schedule, in one sentence with the rule that decided, and what to type next.
struct ScheduleWhy {
  let rule: String
  let sentence: Text
  let next: String?

  init(_ schedule: Schedule, _ desk: Desk, _ store: StoreReader) throws {
    let facts = try Facts(schedule, desk, store)
    switch schedule.state {
    case .pending:
      (rule, sentence, next) = facts.pending()
    case .completed:
      (rule, sentence, next) = facts.completed()
    case .cancelled:
      rule = "S2"
      sentence = Text(
        en: "It was cancelled; its minute is free again.",
        pt: "Foi cancelado; o minuto dele está livre de novo.")
      next = facts.clone
    case .failed, .expired:
      (rule, sentence, next) = facts.failed(schedule.reason ?? .late)
    }
  }
}

/// What the sentence is made of.
private struct Facts {
  let schedule: Schedule
  let at: String
  let name: String
  let agent: String
  let blocker: Ticket?
  let blockerSince: String
  let isDue: Bool

  init(_ schedule: Schedule, _ desk: Desk, _ store: StoreReader) throws {
    self.schedule = schedule
    let times = try desk.times()
    let zone = try desk.zone()
    at = zone.local(schedule.at).time.minuteText
    let contact = try store.find(schedule.contact)
    name = contact?.name ?? contact?.displayName ?? "contact/\(schedule.contact.number)"
    agent = try schedule.agent.map { try desk.agents.name($0) } ?? "-"
    if schedule.state == .pending {
      blocker = try store.openTickets(of: schedule.contact).first
    } else {
      blocker = try schedule.openTicket.flatMap { try store.find($0) }
    }
    blockerSince = blocker.map { times.compact($0.openedAt) } ?? ""
    isDue = try schedule.at <= desk.now()
  }

  var clone: String { "deskctl schedule clone \(schedule.id.number) --at 'mon 10:00'" }

  func pending() -> (String, Text, String?) {
    if isDue {
      return (
        "S9",
        Text(
          en: "It was due at \(at) and no tick has come since.",
          pt: "Devia ter disparado às \(at) e nenhum tick veio desde então."),
        "deskctl tick"
      )
    }
    if let blocker, schedule.action.opensTicket {
      let number = blocker.id.number
      return (
        "S4",
        Text(
          en: "It waits for \(at). ticket/\(number) of \(name) is open; still open then, it fails.",
          pt:
            "Espera até \(at). ticket/\(number) de \(name) está aberto; se continuar assim, falhará."
        ),
        "deskctl ticket close \(number)"
      )
    }
    return (
      "S1", Text(en: "It waits for its time, \(at).", pt: "Espera a hora marcada, \(at)."), nil
    )
  }

  func completed() -> (String, Text, String?) {
    let late = schedule.lateness ?? 0
    let lateness =
      late > 0
      ? Text(
        en: ", \(TimeWording.duration(late)) late",
        pt: ", com \(TimeWording.duration(late)) de atraso")
      : Text("")
    guard let ticket = schedule.ticket else {
      return (
        "S5",
        Text(
          en: "\(agent) was notified at \(at)\(lateness.en).",
          pt: "\(agent) recebeu o aviso às \(at)\(lateness.pt)."),
        nil
      )
    }
    let sent =
      schedule.outbox.map {
        Text(
          en: "; outbox/\($0.number) holds the message", pt: "; a mensagem é outbox/\($0.number)")
      } ?? Text(en: "; there was nothing to send", pt: "; não havia o que enviar")
    return (
      "S4",
      Text(
        en:
          "All tickets of \(name) were closed at \(at): ticket/\(ticket.number) was opened\(lateness.en)\(sent.en).",
        pt:
          "Todos os chamados de \(name) estavam fechados às \(at): ticket/\(ticket.number) foi aberto\(lateness.pt)\(sent.pt)."
      ),
      "deskctl ticket show \(ticket.number)"
    )
  }

  func failed(_ reason: FailureReason) -> (String, Text, String?) {
    let told = Text(
      en: "Not sent; \(agent) was told. Final.",
      pt: "Não foi enviado; \(agent) recebeu o aviso. É definitivo.")
    func sentence(_ en: String, _ pt: String) -> Text {
      Text(en: "\(en) \(told.en)", pt: "\(pt) \(told.pt)")
    }
    switch reason {
    case .ticketOpen:
      let number = blocker?.id.number ?? 0
      return (
        reason.rule,
        sentence(
          "At \(at) ticket/\(number) of \(name) was open (since \(blockerSince)).",
          "Às \(at) o ticket/\(number) de \(name) estava aberto (desde \(blockerSince))."),
        blocker?.state == .open ? "deskctl ticket close \(number) && \(clone)" : clone
      )
    case .late:
      let late = TimeWording.duration(schedule.lateness ?? 0)
      return (
        reason.rule,
        sentence(
          "No tick came for \(late) after \(at), which is more than this desk allows.",
          "Nenhum tick veio por \(late) depois das \(at), mais do que esta central permite."),
        clone
      )
    case .agentNotInTeam:
      let team = schedule.team?.text ?? "-"
      return (
        reason.rule,
        sentence(
          "At \(at) \(agent) was not in the team \(team).",
          "Às \(at) \(agent) não estava na equipe \(team)."),
        schedule.agent.map { "deskctl agent set \($0) --teams \(team) && \(clone)" }
      )
    case .contactNotInGroup:
      let group = schedule.group?.text ?? "-"
      return (
        reason.rule,
        sentence(
          "At \(at) \(name) was not in the group \(group).",
          "Às \(at) \(name) não estava no agrupamento \(group)."),
        clone
      )
    case .windowClosed:
      return (
        reason.rule,
        sentence(
          "At \(at) WhatsApp's 24 hours for free text were over.",
          "Às \(at) as 24 horas do WhatsApp para texto livre tinham passado."),
        "\(clone) --template NAME"
      )
    case .templateRefused:
      let template = schedule.template ?? "-"
      return (
        reason.rule,
        sentence(
          "At \(at) the template \(template) could not be sent as it was filled in.",
          "Às \(at) o modelo \(template) não podia ser enviado como foi preenchido."),
        "deskctl template show \(template)"
      )
    case .contactGone:
      return (
        reason.rule,
        sentence(
          "The contact was removed before \(at).", "O contato foi removido antes das \(at)."), nil
      )
    }
  }
}
