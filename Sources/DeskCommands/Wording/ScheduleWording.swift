import CommandLineKit
import DeskCore
import JSON

extension Failure {
  /// Why a schedule is refused; times as the desk writes them.
  static func schedule(_ refusal: ScheduleRefusal, desk: Desk) -> Failure {
    let sentence = refusal.sentence(desk)
    return Failure(
      refusal.exit, refusal.rule, sentence.message, hint: sentence.hint, details: refusal.details)
  }
}

extension ScheduleRefusal {
  /// A missing comment and what contradicts itself are a matter of usage; the rest is the rules'.
  var exit: ExitStatus {
    switch self {
    case .commentMissing, .notifySends, .teamUnclear, .placeholder: .usage
    case .past, .agentNotInTeam, .contactNotInGroup, .noPhone, .notTheirPhone, .template, .tooClose:
      .refused
    }
  }

  var details: JSONObject {
    guard case .tooClose(_, let taken, let gap, let free) = self else { return [:] }
    return [
      "schedule": JSONValue(taken.schedule.number), "at": JSONValue(taken.at.rfc3339),
      "gapSeconds": JSONValue(gap),
      "freeBefore": free.before.map { JSONValue($0.rfc3339) } ?? .null,
      "freeAfter": free.after.map { JSONValue($0.rfc3339) } ?? .null,
    ]
  }

  func sentence(_ desk: Desk) -> (message: Text, hint: Text?) {
    switch self {
    case .past(let at, let now):
      let times = DeskTimes(desk)
      return (
        Text(
          en: "\(times.full(at).en) is not later than now, \(times.full(now).en)",
          pt: "\(times.full(at).pt) não é depois de agora, \(times.full(now).pt)"),
        Text(en: "a later time, such as --at +10m", pt: "um horário futuro, como --at +10m")
      )
    case .commentMissing(let action):
      return (
        Text(
          en: "\(action.rawValue) needs a comment, the reminder for whoever answers",
          pt: "\(action.rawValue) precisa de um comentário, o lembrete de quem vai atender"),
        Text(en: "--comment 'what it is about'", pt: "--comment 'do que se trata'")
      )
    case .notifySends:
      return (
        Text(
          en: "notify only notifies the agent: it takes no message, file or template",
          pt: "notify só notifica o atendente: não leva mensagem, arquivo nem modelo"),
        Text("--action openTicketAndNotify")
      )
    case .teamUnclear(let agent, let teams):
      return (
        Text(
          en: "\(agent) belongs to \(teams.isEmpty ? "no team" : "several teams"): say which",
          pt:
            "\(agent) \(teams.isEmpty ? "não está em nenhuma equipe" : "está em várias equipes"): diga em qual"
        ),
        teams.isEmpty
          ? Text("deskctl agent set \(agent) --teams …") : Text("--team \(teams[0])")
      )
    case .agentNotInTeam(let agent, let team, let members):
      return (
        Text(en: "\(agent) is not in the team \(team)", pt: "\(agent) não está na equipe \(team)"),
        members.isEmpty
          ? Text(en: "nobody is in \(team) yet", pt: "ainda não há ninguém em \(team)")
          : Text(
            en: "in \(team): \(members.map(\.text).joined(separator: ", "))",
            pt: "em \(team): \(members.map(\.text).joined(separator: ", "))")
      )
    case .contactNotInGroup(let contact, let name, let group, let others):
      return (
        Text(
          en: "\(name) is not in the group \(group)", pt: "\(name) não está no agrupamento \(group)"
        ),
        Text(
          "deskctl contact set \(contact.number) --groups "
            + (others + [group]).map(\.text).joined(separator: ","))
      )
    case .noPhone(let contact, let name):
      return (
        Text(
          en: "\(name) has no phone to send the message to",
          pt: "\(name) não tem telefone para receber a mensagem"),
        Text("deskctl contact set \(contact.number) --phones '(11) 98765-4321'")
      )
    case .notTheirPhone(let phone, let contact):
      return (
        Text(
          en: "\(phone.display) is no phone of contact/\(contact.number)",
          pt: "\(phone.display) não é telefone de contact/\(contact.number)"),
        Text("deskctl contact show \(contact.number)")
      )
    case .placeholder(let unknown):
      return (unknown.sentence, unknown.hint)
    case .template(let name, let refusal):
      return (refusal.text(name), Text("deskctl template show \(name)"))
    case .tooClose(let at, let taken, let gap, let free):
      return tooClose(at, taken, gap, free, DeskTimes(desk))
    }
  }

  private func tooClose(
    _ at: Instant, _ taken: TakenTime, _ gap: Int, _ free: FreeMinutes, _ times: DeskTimes
  ) -> (message: Text, hint: Text?) {
    let apart = abs(taken.at - at) / 60
    let (this, that) = (times.clock(at, beside: at), times.clock(taken.at, beside: at))
    let message = Text(
      en: "\(this) is \(apart) minutes from schedule/\(taken.schedule.number) (\(that)); "
        + "this desk keeps \(gap / 60)",
      pt: "\(this) fica a \(apart) minutos de schedule/\(taken.schedule.number) (\(that)); "
        + "esta central exige \(gap / 60)")
    let minutes = [free.before, free.after].compactMap { $0 }.map { times.clock($0, beside: at) }
    let hint = Text(
      en: "free: \(minutes.joined(separator: " and ")); or add --next-free",
      pt: "livres: \(minutes.joined(separator: " e ")); ou acrescente --next-free")
    return (message, minutes.isEmpty ? nil : hint)
  }
}

/// Times in both languages, in the desk's zone; in UTC where the zone cannot be read.
struct DeskTimes {
  private let zone: TimeZoneRules

  init(_ desk: Desk) { zone = (try? desk.zone()) ?? .utc }

  func full(_ instant: Instant) -> Text {
    Text(
      en: TimeWording(language: .en, zone: zone).full(instant),
      pt: TimeWording(language: .ptBR, zone: zone).full(instant))
  }

  /// `10:06`, with its day where that is another than the one beside it.
  func clock(_ instant: Instant, beside other: Instant) -> String {
    let local = zone.local(instant)
    let time = local.time.minuteText
    return local.date == zone.local(other).date ? time : "\(local.date.isoText) \(time)"
  }
}
