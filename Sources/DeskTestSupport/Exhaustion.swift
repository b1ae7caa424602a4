import Foundation

/// How far tests go that try one case after the other: in `make test` what takes seconds, in `make
/// torture` all there are.
package enum Exhaustion {
  /// Whether this is `make torture`.
  package static let isWhole = ProcessInfo.processInfo.environment["DESKCTL_TORTURE"] != nil

  /// Adds to a row of the table that ends `make test`: how many cases of what were tried, and how
  /// many went wrong. Counts of the same row are added up.
  package static func count(_ row: String, cases: Int, failures: Int) throws {
    try Needed.note("cases", row, "\(cases)\t\(failures)")
  }

  /// All cases in `make torture`; in `make test` at most so many, spread evenly, the first and the
  /// last among them.
  package static func some<Case>(_ cases: [Case], atMost limit: Int) -> [Case] {
    guard !isWhole, cases.count > limit, limit > 1 else { return cases }
    return (0..<limit).map { cases[$0 * (cases.count - 1) / (limit - 1)] }
  }
}
