import DeskCore
import Testing

struct AssigneeSyncTests {
  /// Who has the conversation, as the ticket's team sees them.
  enum Assignee: String, CaseIterable {
    case member, stranger, nobody
  }

  /// What takes the assignee over, and what leaves a reason; all others leave the ticket in silence.
  static let rulings: [String: AssigneeSync.Ruling] = [
    "onCreate ticketMade open stranger": .keep(.notInTeam),
    "onCreate ticketMade closed stranger": .keep(.notInTeam),
    "onCreateAndEdit ticketMade open stranger": .keep(.notInTeam),
    "onCreateAndEdit ticketMade closed stranger": .keep(.notInTeam),
    "onCreateAndEdit assigneeChanged open stranger": .keep(.notInTeam),
    "onCreateAndEdit assigneeChanged open nobody": .keep(.cleared),
  ]

  static let taken: Set = [
    "onCreate ticketMade open member", "onCreate ticketMade closed member",
    "onCreateAndEdit ticketMade open member", "onCreateAndEdit ticketMade closed member",
    "onCreateAndEdit assigneeChanged open member",
  ]

  @Test func `W10 a ticket follows as the setting says, and only to its team's members`() throws {
    let ana = try Agent.ID(text: "ana")
    for sync in AssigneeSync.allCases {
      for occasion in AssigneeSync.Occasion.allCases {
        for state in [TicketState.open, .closed] {
          for assignee in Assignee.allCases {
            let name = "\(sync) \(occasion) \(state) \(assignee)"
            let ruling = sync.ruling(
              occasion, assignee: assignee == .nobody ? nil : ana, ticketState: state
            ) { $0 == ana && assignee == .member }
            let expected = Self.taken.contains(name) ? .take(ana) : Self.rulings[name] ?? .keep(nil)
            #expect(ruling == expected, "\(name)")
          }
        }
      }
    }
  }
}
