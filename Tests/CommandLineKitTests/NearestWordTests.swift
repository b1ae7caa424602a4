import Testing

@testable import CommandLineKit

struct NearestWordTests {
  @Test(arguments: [
    ("", "", 0), ("list", "list", 0), ("lsit", "list", 1), ("lst", "list", 1), ("listt", "list", 1),
    ("lost", "list", 1), ("", "abc", 3), ("abc", "", 3), ("ca", "abc", 3), ("agnet", "agents", 2),
  ])
  func `edit distance counts a swap of neighbours as one`(one: String, other: String, far: Int) {
    #expect(editDistance(Array(one), Array(other)) == far)
    #expect(editDistance(Array(other), Array(one)) == far)
  }

  @Test(arguments: [
    ("tickte", "ticket"), ("TICKET", "ticket"), ("tcket", "ticket"), ("sched", "schedule"),
    ("ad", "add"), ("zz", nil), ("x", nil), ("a", nil), ("ti", nil),
  ])
  func `the word that was meant`(typed: String, meant: String?) {
    #expect(["ticket", "tick", "schedule", "add"].nearest(to: typed) == meant)
  }
}
