/// The program beside others that do a like thing: medians of runs that alternate, on one disk.
struct Bench {
  let scratch: Scratch

  func run() throws {
    print("The median time, deskctl's ratio to the peer, the figure to reach; what is run\n")
    let chat = try ChatContests()
    print(try chat.reading.hold())
    print(try chat.writing.hold())
    let bulk = BulkContests(scratch: scratch)
    print(try bulk.tickets().hold())
    print(try bulk.contacts().hold())
    let store = StoreContests(
      scratch: scratch, empty: try BenchDesk("empty", in: scratch),
      large: try MillionDesk(in: scratch).desk)
    try scratch.run(scratch.deskctl, store.large.words("doctor"))
    print(try store.start.hold())
    print(try store.idle.hold())
    print(try store.durable().hold())
    print(try store.due(atRandom: false).hold())
    print(try store.due(atRandom: true).hold(), terminator: "")
  }
}
