package import DeskCore
import DeskSystem

/// Something about a store that is not as it should be: where, and what.
package struct Finding: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// It costs nothing that is stored.
    case warning
    /// Something that was stored cannot be read, or would be passed over.
    case damage
  }

  /// Relative to the store's folder.
  package let path: String
  /// From 1, where it is about a line.
  package let line: Int?
  package let problem: Problem

  init(_ path: String, line: Int? = nil, _ problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  /// What is not as it should be.
  package enum Problem: Hashable, Sendable {
    // What lies in the folder.
    case missing
    /// Something else stands there than a file or folder of the store's own.
    case foreign(found: String)
    /// Nothing that the store would have made.
    case unknown
    /// What a crash left of a file that was being written.
    case leftover
    case mode(found: UInt32, expected: UInt32)
    case owner(found: UInt32, expected: UInt32)
    /// The room that is kept for a full disk.
    case noReserve
    /// The journal was to write it, and somebody else had changed it.
    case changedByOthers(keptIn: String)

    // What lines say.
    case empty
    /// A last line that was never finished.
    case tornTail(bytes: Int)
    /// A last line that is whole, without its end.
    case unended
    /// The sum does not fit.
    case badLine
    /// The sum fits, and it is no record of its kind.
    case undecodable(Mismatch)
    /// Another number than its place has.
    case misplaced(expected: Int, found: Int?)
    /// More lines than a block holds.
    case surplusLines(Int)
    /// Numbers that were given and of which nothing is there.
    case missingRecords(Int, through: Int)
    case messageCount(conversation: Int, stated: Int, found: Int)

    // What refers to what.
    /// A number that was never given; `last` is the highest that was.
    case dangling(from: Reference?, to: Reference, last: Int)
    case missingAttachment(of: Reference)
    /// An attachment whose content is not what its name says.
    case otherContent

    // What is derived from the records.
    case indexMissing(record: Int)
    case indexSurplus(record: Int)
    /// It would never fire, or no longer count for the spacing.
    case agendaMissing(Reference)
    case agendaSurplus(Reference)
    case agendaWrong(Reference)
    /// An hour in which nothing is pending any more, among those that are.
    case unsettled
  }

  package var severity: Severity {
    switch problem {
    case .unknown, .leftover, .mode, .noReserve, .tornTail, .unended, .unsettled: .warning
    case .missing, .foreign, .owner, .changedByOthers, .empty, .badLine, .undecodable, .misplaced,
      .surplusLines, .missingRecords, .messageCount, .dangling, .missingAttachment, .otherContent,
      .indexMissing, .indexSurplus, .agendaMissing, .agendaSurplus, .agendaWrong:
      .damage
    }
  }

  /// Whether `--repair` can mend it without losing a byte. The rest needs a person: whoever put it
  /// there, or a backup.
  package var isMendable: Bool {
    switch problem {
    case .foreign, .unknown, .changedByOthers, .undecodable, .missingAttachment, .otherContent:
      false
    case .owner: Caller.isRoot
    case .dangling(_, let to, let last): to.number - last <= Mending.mostPlaceholders
    case .missing: path != Layout.format
    case .leftover, .mode, .noReserve, .empty, .tornTail, .unended, .badLine, .misplaced,
      .surplusLines, .missingRecords, .messageCount, .indexMissing, .indexSurplus, .agendaMissing,
      .agendaSurplus, .agendaWrong, .unsettled:
      true
    }
  }
}
