import DeskTestSupport
import Testing

/// An erasure that is killed, and run again: nothing of the person is left, not even what it needed to
/// know to find the rest.
struct ErasureKillTests {
  @Test func `killed at any system call and run again it leaves no byte of the person`() throws {
    guard try Needed.program("strace") != nil else { return }
    let desk = try ErasedPerson.desk(in: TestDesk.memory)
    let (tracer, place) = (Tracer(), desk.original)
    #expect(try ErasedPerson.found(in: desk.root).count > 30)
    let traced = try BinaryDesk(copying: place)
    let calls = try tracer.calls(of: ErasedPerson.erase, on: traced).filter(\.changesDisk)
    #expect(calls.count > 60)
    #expect(try ErasedPerson.found(in: traced.root) == [])
    let tried = Exhaustion.some(calls, atMost: 12)
    let failures = failures(of: tried) { call in
      let desk = try BinaryDesk(copying: place)
      try tracer.kill(ErasedPerson.erase, desk, at: call)
      let again = try desk.run(ErasedPerson.erase)
      if again.status != 0 { return "again: \(again.status) \(again.error)" }
      let left = try ErasedPerson.found(in: desk.root)
      if !left.isEmpty { return "left: \(left)" }
      let checked = try desk.run("doctor")
      return checked.status == 0 ? nil : "doctor: \(checked.output)"
    }
    #expect(failures == [])
    try Exhaustion.count(
      "program: an erasure killed, and run again", cases: tried.count, failures: failures.count)
  }
}
