/// Everything that is configured under names, in the order in which it is listed.
package enum Configured {
  package static let kinds: [any ConfiguredRecord.Type] = [
    Team.self, Agent.self, Role.self, Category.self, TicketType.self, Priority.self, Group.self,
    MessageTemplate.self, CannedResponse.self, Survey.self, BusinessHours.self, Queue.self,
    Subject.self,
  ]
}
