import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import Testing

/// What the program costs, counted and not timed: flushes of the disk, and memory.
struct CostTests {
  private static let flushes = "fsync,fdatasync,syncfs,sync,msync,sync_file_range"

  @Test func `one durable change flushes six times in a known hour and seven in a new one`() throws
  {
    guard let strace = try Needed.program("strace") else { return }
    let desk = try BinaryDesk()
    try desk.run(Self.add("2026-12-05T10:00"))
    let known = try Self.count(strace, Self.flushes, Self.add("2026-12-05T10:10"), desk)
    let new = try Self.count(strace, Self.flushes, Self.add("2026-12-05T11:00"), desk)
    // A journal's two, and one at least for the record.
    #expect((3...6).contains(known), "\(known)")
    #expect((3...7).contains(new), "\(new)")
    // Nor is anything flushed by the way in which it was opened.
    let trace = try Self.trace(strace, "openat,openat2", Self.add("2026-12-05T12:00"), desk)
    #expect(trace.contains("O_WRONLY") || trace.contains("O_RDWR"))
    #expect(!trace.contains("O_SYNC") && !trace.contains("O_DSYNC"))
  }

  private static func add(_ at: String) -> [String] {
    ["schedule", "add", "--contact", "1", "--agent", "ana", "--at", at, "--comment", "ligar"]
  }

  private static func count(
    _ strace: String, _ calls: String, _ words: [String], _ desk: BinaryDesk
  ) throws -> Int {
    let lines = try trace(strace, calls, words, desk).split(separator: "\n")
    return lines.count { $0.contains("sync") }
  }

  private static func trace(
    _ strace: String, _ calls: String, _ words: [String], _ desk: BinaryDesk
  ) throws -> String {
    let path = desk.root + "/calls"
    let answer = try Binary.run(
      [strace, "-f", "-o", path, "-e", "trace=" + calls, Binary.built.path] + words,
      environment: desk.environment, folder: desk.root)
    #expect(answer.status == 0, "\(answer.error)")
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `receiving a longer file takes no more memory`() throws {
    guard let time = try Needed.program("time") else { return }
    let peaks = try [18_000, 36_000].map { count in
      let desk = try BinaryDesk(in: TestDesk.memory)
      let path = desk.root + "/bodies.jsonl"
      let bodies = (0..<count).map { number in
        #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.\#(number)","#
          + #""from":"55119\#(50_000_000 + number % 50)","timestamp":"\#(1_796_390_300 + number)","#
          + #""type":"text","text":{"body":"\#(String(repeating: "bom dia ", count: 40))"}}]}}]}]}"#
      }
      try (bodies.joined(separator: "\n")).write(toFile: path, atomically: false, encoding: .utf8)
      let answer = try Binary.run(
        [
          time, "-f", "%M", "-o", desk.root + "/peak", Binary.built.path, "whatsapp", "receive",
          path,
        ],
        environment: desk.environment, folder: desk.root)
      #expect(answer.status == 0, "\(answer.error)")
      return try #require(
        Int(String(contentsOfFile: desk.root + "/peak", encoding: .utf8).dropLast()))
    }
    #expect(peaks[1] < peaks[0] + 20_000, "\(peaks[0]) KiB, then \(peaks[1])")
  }

  @Test(arguments: [["--jsonl"], ["--format", "csv"], ["-q"]])
  func `a list for scripts takes no more memory of a large store`(format: [String]) throws {
    // A child of ours would be told to have taken the memory of this process, from which it began.
    guard let time = try Needed.program("time") else { return }
    let small = try Self.peak(time, try Self.desk(tickets: 1000), format)
    let large = try Self.peak(time, try Self.desk(tickets: 20_000), format)
    #expect(small > 1000, "in KiB, and no program is that small")
    #expect(large < small + 4096, "\(small) KiB of 1,000, \(large) KiB of 20,000")
  }

  /// In KiB.
  private static func peak(_ time: String, _ desk: BinaryDesk, _ format: [String]) throws -> Int {
    let path = desk.root + "/peak"
    let listing = [Binary.built.path, "ticket", "list", "--all"] + format
    let answer = try Binary.run(
      [time, "-f", "%M", "-o", path] + listing, environment: desk.environment, folder: desk.root)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.output.split(whereSeparator: \.isNewline).count >= 1000)
    return try #require(Int(String(contentsOfFile: path, encoding: .utf8).dropLast()))
  }

  private static func desk(tickets: Int) throws -> BinaryDesk {
    let desk = try BinaryDesk()
    let store = try Store(desk.root + "/data", now: TestDesk.start)
    for first in stride(from: 1, through: tickets, by: 1000) {
      _ = try store.write(patience: 60) { transaction in
        try transaction.apply((first..<first + 1000).map { .ticket(ticket($0)) })
      }
    }
    return desk
  }

  private static func ticket(_ number: Int) -> Ticket {
    var ticket = Ticket()
    ticket.id = Ticket.ID(number)
    ticket.title = "Segunda via do boleto \(number)"
    ticket.contact = Contact.ID(1)
    ticket.state = .closed
    return ticket
  }
}
