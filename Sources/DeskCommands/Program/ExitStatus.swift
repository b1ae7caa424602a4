/// What a script is told by number. 1 means "no", never "broken".
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case no = 1
  case usage = 2
  case notFound = 3
  case invalidContent = 4
  case refused = 5
  case busy = 6
  case partlyDone = 7
  case inputOutput = 8
  case damaged = 9
  case outsideFailed = 10
  case mayNot = 11
  case bug = 70
}
