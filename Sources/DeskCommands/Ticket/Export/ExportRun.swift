import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

/// One export, from the first record to the last. The store is read a block of records at a time,
/// and others may write in between; each ticket is as it stood at one moment.
struct ExportRun {
  let choice: TicketChoice
  let desk: Desk
  /// Nil for a rehearsal: it counts what there is and writes nothing.
  let folder: ExportFolder?
  private(set) var losses = ExportLosses()
  /// How many are there already that come again.
  var replaced: Int { manifest.replaced }
  /// How many were as the base has them.
  private(set) var unchanged = 0
  let fates: [ExportedField: Fate]

  private var exporter: any TicketExporter
  private var output = ExportOutput()
  private var manifest: ExportManifest
  private let walk: ExportWalk

  /// So many bytes wait in memory at most before they are written.
  private static let limit = 256 << 10

  init(_ choice: TicketChoice, _ desk: Desk, to folder: ExportFolder?) throws {
    self.choice = choice
    self.desk = desk
    self.folder = folder
    walk = try ExportWalk(desk)
    exporter = choice.target.exporter(
      ExportWriting(
        walk.times, delimiter: try desk.delimiter(), byteOrderMark: desk.globals.has(.byteOrderMark)
      ))
    fates = exporter.fates
    let base = try choice.basePath.map { try ExportBase($0, for: choice.target, desk) }
    manifest = ExportManifest(choice.target, base: base)
  }

  mutating func go() throws {
    exporter.start(&output)
    manifest.start(&output)
    try tickets()
    if choice.hasConversations { try conversations() }
    exporter.finish(&output)
    try manifest.endRecords(&output)
    try drain()
    guard let folder else { return }
    let readme = ExportReadme(
      choice.target, fates: losses.fates(in: fates), hasFiles: losses.files > 0,
      hasReplaced: replaced > 0,
      zone: try desk.settings.desk.zone)
    try folder.write(readme.text(desk.language), to: "README.md")
    if let script = SendScript(choice.target) { try folder.write(script.text, to: SendScript.name) }
    manifest.finish(folder.files, losses, fates, &output)
    try drain()
  }

  private mutating func tickets() throws {
    let chosen = choice
    let numbers = try desk.reading { try ExportNumbers(Ticket.self, chosen, $0) }
    try each(numbers) { run, number, store in
      guard let ticket = try store.find(Ticket.ID(number)), run.desk.actor.sees(ticket) else {
        if run.choice.numbers == nil { return }
        throw Failure.noSuchRecord("ticket", String(number))
      }
      if run.choice.takes(ticket) { try run.take(ticket, store) }
    }
  }

  private mutating func conversations() throws {
    let chosen = choice
    let numbers = try desk.reading { try ExportNumbers(Conversation.self, chosen, $0) }
    try each(numbers) { run, number, store in
      guard let conversation = try store.find(Conversation.ID(number)),
        run.choice.takes(conversation), try run.desk.sees(conversation)
      else { return }
      try run.take(conversation, store)
    }
  }

  /// Block by block, each under the lock of its own.
  private mutating func each(
    _ numbers: ExportNumbers, _ body: (inout ExportRun, Int, StoreReader) throws -> Void
  ) throws {
    let line = ProgressLine(
      Text(en: "export", pt: "exportação"), of: numbers.count,
      .count(Text(en: "records", pt: "registros")), desk)
    var place = 0
    while place < numbers.count {
      try desk.reading { store in
        let block = numbers[place] / Layout.blockSize
        while place < numbers.count, numbers[place] / Layout.blockSize == block {
          try body(&self, numbers[place], store)
          place += 1
          line.advance(to: place)
        }
      }
    }
    line.end()
  }

  private mutating func take(_ ticket: Ticket, _ store: StoreReader) throws {
    let walk = walk
    let (conversations, hidden) = try walk.conversations(of: ticket, store)
    let mark = try walk.mark(of: ticket, conversations, store)
    guard try isNew(ticket.reference, mark, ticket.conversation) else { return }
    losses.addHidden(hidden)
    try write(walk.exported(ticket, store), store) { take in
      try walk.forEachEntry(of: ticket, conversations, store, take)
    }
  }

  private mutating func take(_ conversation: Conversation, _ store: StoreReader) throws {
    let walk = walk
    let mark = try walk.mark(of: conversation, store)
    guard try isNew(conversation.reference, mark) else { return }
    try write(walk.exported(conversation, store), store) { take in
      try walk.forEachEntry(of: conversation, store, take)
    }
  }

  private mutating func isNew(
    _ reference: Reference, _ mark: String, _ conversation: Conversation.ID? = nil
  ) throws -> Bool {
    let standing = try manifest.add(
      reference, mark, holding: conversation?.number, &output)
    if standing == .same { unchanged += 1 }
    return standing != .same
  }

  private mutating func write(
    _ ticket: ExportedTicket, _ store: StoreReader,
    _ entries: ((ExportWalk.Entry) throws -> Void) throws -> Void
  ) throws {
    losses.add(ticket)
    var hasBegun = false
    try entries { found in
      let entry = try copyingFiles(of: found, store)
      losses.add(entry)
      guard folder != nil else { return }
      if !hasBegun {
        hasBegun = true
        exporter.begin(ticket, first: entry.isPublic ? entry : nil, &output)
        if entry.isPublic { return }
      }
      exporter.add(entry, to: ticket, &output)
      if output.size > Self.limit { try drain() }
    }
    guard folder != nil else { return }
    if !hasBegun { exporter.begin(ticket, first: nil, &output) }
    exporter.end(ticket, &output)
    if output.size > Self.limit { try drain() }
  }

  /// An entry with those of its attachments that there are, which lie in the folder then.
  private mutating func copyingFiles(
    of entry: ExportWalk.Entry, _ store: StoreReader
  ) throws -> ExportedEntry {
    var exported = entry.exported
    for file in entry.files where try !copy(file, store) {
      losses.addMissingFile()
      exported.files.removeAll { $0 == ExportedFile(file) }
    }
    return exported
  }

  private func copy(_ file: Attachment, _ store: StoreReader) throws -> Bool {
    guard let folder else { return try store.holds(file) }
    return try folder.copy(to: ExportedFile(file).path) { write in
      try store.forEachPiece(of: file, write)
    }
  }

  /// Writes what waits.
  private mutating func drain() throws {
    let folder = folder
    try output.drain { try folder?.write($0) }
  }
}
