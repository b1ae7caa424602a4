import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

/// Tells somebody of messages as they come: prints each, or runs a command with it.
struct Listener {
  /// Seconds between two looks.
  static let pause = 0.25

  private let desk: Desk
  private let stream: RecordStream
  private let command: String?
  /// Each line says which conversation it is of.
  private let showsConversation: Bool

  init(_ desk: Desk, command: String? = nil, showsConversation: Bool) throws {
    self.desk = desk
    self.command = command
    self.showsConversation = showsConversation
    stream = try RecordStream(desk, schema: "message")
  }

  /// A message with what is told of it, made under the lock and told after it.
  struct Told {
    let message: Message
    let shown: ShownMessage
    let contact: Contact.ID?
  }

  func shown(_ messages: [Message], _ desk: Desk, _ store: StoreReader) throws -> [Told] {
    try zip(messages, desk.thread(messages, store)).map { message, shown in
      Told(
        message: message, shown: shown, contact: try store.find(message.conversation)?.contact)
    }
  }

  /// Tells of what is new, but for messages of these numbers; where the store is busy that waits for
  /// the next look.
  func look(_ arrivals: inout Arrivals, without known: Set<Int> = []) throws {
    let now = try desk.renewed()
    do {
      let new = try now.reading { try shown(arrivals.take(now, $0), now, $0) }
      try tell(new.filter { !known.contains($0.message.id) })
    } catch StoreError.busy {}
  }

  /// Ends what was begun: `--json` is one document.
  func end() throws { try stream.end() }

  func tell(_ messages: [Told]) throws {
    for told in messages {
      if let command {
        try run(command, told)
      } else {
        let id = told.message.conversation
        let line = (showsConversation ? "conversation/\(id.number) " : "") + told.shown.line
        stream.add(told.shown.json, id: String(id.number), line: String(line.dropLast()))
        try stream.flush()
      }
    }
  }

  /// Runs the command with one message, and passes on what it says.
  private func run(_ command: String, _ told: Told) throws {
    var program = Program(
      "/bin/sh", ["-c", command], environment: environment(told).sorted())
    program.input = told.shown.json.serialized() + [UInt8(ascii: "\n")]
    guard let outcome = try started(program, command) else { return }
    do {
      try desk.surroundings.console.write(outcome.output)
    } catch let error as SystemError where error.isClosedPipe {
      Signals.dieOfClosedPipe()
    }
    if outcome.status != 0 { desk.tell(Notice.commandFailed(command, outcome.status)) }
  }

  /// Nil where it could not be started, which is told: the next one may be.
  private func started(_ program: Program, _ command: String) throws -> Program.Outcome? {
    do {
      return try program.run()
    } catch let error as SpawnError where !error.hasStarted {
      desk.tell(Notice.commandNotStarted(command, error.reason))
      return nil
    }
  }

  /// What the command may want without reading JSON, and where the desk lies for one that answers.
  private func environment(_ told: Told) -> [String] {
    var environment = desk.surroundings.environment
    environment["DESKCTL_CONFIG"] = desk.configPath
    environment["DESKCTL_DATA"] = desk.dataPath
    environment["DESKCTL_AGENT"] = desk.globals.value(.asAgent) ?? environment["DESKCTL_AGENT"]
    environment["DESKCTL_CONVERSATION"] = String(told.message.conversation.number)
    environment["DESKCTL_MESSAGE"] = String(told.message.id)
    environment["DESKCTL_CONTACT"] = told.contact.map { String($0.number) }
    // The kernel takes 128 KiB of one variable; what is given on standard input is whole.
    environment["DESKCTL_TEXT"] = String((told.message.text ?? "").unicodeScalars.prefix(16_384))
    return environment.map { "\($0.key)=\($0.value)" }
  }
}

extension Notice {
  fileprivate static func commandNotStarted(_ command: String, _ reason: String) -> Notice {
    Notice(
      "outside",
      Text(
        en: "\(command) could not be started: \(reason)",
        pt: "\(command) não pôde ser iniciado: \(reason)"))
  }

  fileprivate static func commandFailed(_ command: String, _ status: Int32) -> Notice {
    Notice(
      "outside",
      Text(en: "\(command) ended with \(status)", pt: "\(command) terminou com \(status)"))
  }
}
