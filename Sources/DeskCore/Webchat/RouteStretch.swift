/// A stretch of time in which a visitor's way leads to the same.
package struct RouteStretch: Hashable, Sendable {
  package let start: Instant
  package let end: Instant
  package let outcome: RouteOutcome
}

extension Routing {
  /// Where a visitor would be led from one time to another, whoever else signs in: another stretch
  /// begins where hours open or close.
  package func stretches(
    _ visitor: Visitor, signedIn: SignedInAgents, from start: Instant, to end: Instant
  ) -> [RouteStretch] {
    var found: [RouteStretch] = []
    var start = start
    while start < end {
      let route = route(visitor, signedIn: signedIn, at: start)
      let change = min(route.change ?? end, end)
      found.append(RouteStretch(start: start, end: change, outcome: route.outcome))
      start = change
    }
    return found
  }
}

extension Route {
  /// When the hours that it passed open or close next; nil where it passed none, or they never do.
  package var change: Instant? {
    for case .open(_, _, let change) in steps { return change }
    for case .closed(_, _, let change) in steps { return change }
    return nil
  }
}
