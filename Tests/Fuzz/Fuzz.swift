import DeskTestSupport
import Foundation

/// What libFuzzer calls with each input. `DESKCTL_FUZZ_SUBJECT` names who is given it.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  do {
    try subject.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  } catch {
    fatalError("\(subject.rawValue): \(error)")
  }
}

private let subject: FuzzSubject = {
  let name = ProcessInfo.processInfo.environment["DESKCTL_FUZZ_SUBJECT"] ?? ""
  guard let subject = FuzzSubject(rawValue: name) else {
    fatalError("DESKCTL_FUZZ_SUBJECT is none of \(FuzzSubject.allCases.map(\.rawValue))")
  }
  return subject
}()
