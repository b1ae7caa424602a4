/// Why a schedule is refused, in the order in which the reasons are tried.
package enum ScheduleRefusal: Error, Hashable, Sendable {
  /// S8: it lies in the current minute or before it.
  case past(at: Instant, now: Instant)
  /// S5: an action that opens a ticket needs a comment.
  case commentMissing(ScheduleAction)
  /// S5: `notify` sends nothing.
  case notifySends
  /// S6: no team was named, and the agent has none or several.
  case teamUnclear(agent: Agent.ID, teams: [Team.ID])
  case agentNotInTeam(agent: Agent.ID, team: Team.ID, members: [Agent.ID])
  /// With the groups that the contact is in.
  case contactNotInGroup(contact: Contact.ID, name: String, group: Group.ID, others: [Group.ID])
  /// S5: there is something to send, and no phone to send it to.
  case noPhone(contact: Contact.ID, name: String)
  /// S5: `--phone` names a number that is not the contact's.
  case notTheirPhone(PhoneNumber, contact: Contact.ID)
  case placeholder(UnknownPlaceholder)
  case template(name: String, TemplateRefusal)
  /// S2: too close to another; the free minutes on both sides.
  case tooClose(at: Instant, to: TakenTime, gap: Int, free: FreeMinutes)

  /// The rule that refuses it.
  package var rule: String {
    switch self {
    case .past: "S8"
    case .commentMissing, .notifySends, .noPhone, .notTheirPhone: "S5"
    case .teamUnclear, .agentNotInTeam, .contactNotInGroup: "S6"
    case .placeholder: "W13"
    case .template: "C14"
    case .tooClose: "S2"
    }
  }
}

/// What a schedule is checked against: all that is known of those whom it names.
package struct ScheduleFacts: Sendable {
  package var contact: Contact
  package var agentTeams: [Team.ID]
  /// The agents of the schedule's team, for the refusal to name.
  package var teamMembers: [Agent.ID]
  package var template: MessageTemplate?

  package init(
    contact: Contact, agentTeams: [Team.ID], teamMembers: [Agent.ID], template: MessageTemplate?
  ) {
    self.contact = contact
    self.agentTeams = agentTeams
    self.teamMembers = teamMembers
    self.template = template
  }
}

extension Schedule {
  /// S5 to S8 and S11: every reason but its spacing for which this schedule is refused; none for a
  /// good one.
  package func refusals(_ facts: ScheduleFacts, now: Instant) -> [ScheduleRefusal] {
    var refusals: [ScheduleRefusal] = []
    if at <= now.minute { refusals.append(.past(at: at, now: now)) }
    let hasComment = comment.map { !$0.trimmed.isEmpty } ?? false
    if action.opensTicket && !hasComment { refusals.append(.commentMissing(action)) }
    if !action.opensTicket && sends { refusals.append(.notifySends) }
    if let agent {
      if let team {
        if !facts.agentTeams.contains(team) {
          refusals.append(.agentNotInTeam(agent: agent, team: team, members: facts.teamMembers))
        }
      } else {
        refusals.append(.teamUnclear(agent: agent, teams: facts.agentTeams))
      }
    }
    if let group, !facts.contact.groups.contains(group) {
      refusals.append(
        .contactNotInGroup(
          contact: contact, name: facts.contact.displayName, group: group,
          others: facts.contact.groups))
    }
    return refusals + sendingRefusals(facts)
  }

  private func sendingRefusals(_ facts: ScheduleFacts) -> [ScheduleRefusal] {
    var refusals: [ScheduleRefusal] = []
    if let phone {
      if !facts.contact.phones.contains(where: { $0.matchKey == phone.matchKey }) {
        refusals.append(.notTheirPhone(phone, contact: contact))
      }
    } else if sends && facts.contact.recipient(by: nil, phone: nil) == nil {
      refusals.append(.noPhone(contact: contact, name: facts.contact.displayName))
    }
    do {
      _ = try FillableText(message ?? "", allowing: Set(Placeholder.allCases))
    } catch {
      refusals.append(.placeholder(error))
    }
    if let template, let known = facts.template {
      do {
        _ = try known.filled(with: parameters)
      } catch {
        refusals.append(.template(name: template, error))
      }
    }
    return refusals
  }
}
