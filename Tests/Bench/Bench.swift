/// The program beside others that do a like thing: medians of runs that alternate, on one disk.
struct Bench {
  let scratch: Scratch
  /// The parts to run: `chat`, `export`, `lists`, `imports`, `receiving`, `report`, `server`, `store`, `talk`; all of them
  /// where none is named.
  let wanted: Set<String>
  /// How large the desks of conversations are, beside what their figures are about: 1 unless set.
  var scale = 1.0

  func run() throws {
    print("The median time, deskctl's ratio to the peer, the figure to reach; what is run\n")
    let bulk = BulkContests(scratch: scratch)
    try hold("chat") {
      let chat = try ChatContests()
      return [chat.reading, chat.writing]
    }
    try hold("export") { [try ExportContests(scratch: scratch, wanted: wanted).contest()] }
    try hold("lists") { [try bulk.tickets()] }
    try hold("imports") { [try bulk.contacts()] }
    try hold("receiving") { try ReceivingContests(scratch: scratch).contests }
    try hold("report") { [try ReportContests(scratch: scratch, scale: scale).contest()] }
    try hold("server") {
      let server = try ServerContests(scratch: scratch)
      return [server.chat]
    }
    try ServerContests.stop(scratch)
    try hold("talk") { try TalkContests(scratch: scratch, scale: scale).contests }
    try hold("store") {
      let store = StoreContests(
        scratch: scratch, empty: try BenchDesk("empty", in: scratch),
        large: try MillionDesk(in: scratch).desk)
      try scratch.run(scratch.deskctl, store.large.words("doctor"))
      return try store.contests
    }
  }

  private func hold(_ part: String, _ contests: () throws -> [Contest]) throws {
    guard wanted.isEmpty || wanted.contains(part) else { return }
    for contest in try contests() { print(try contest.hold()) }
  }
}
