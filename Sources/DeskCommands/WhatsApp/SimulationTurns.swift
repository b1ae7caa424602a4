import CommandLineKit
import DeskCore
import DeskFormats
import DeskSystem
import JSON

/// The customer's side at a terminal: each line is a message that comes in, or a command.
struct SimulationTurns {
  let desk: Desk
  let simulation: Simulation
  var customer: SimulatedCustomer
  /// How far the clock was moved, in seconds.
  private var moved = 0
  private let start: Instant
  private let realStart: Int

  init(_ desk: Desk, _ simulation: Simulation, _ customer: SimulatedCustomer) throws {
    self.desk = desk
    self.simulation = simulation
    self.customer = customer
    start = try desk.now()
    realStart = desk.surroundings.clock.now()
  }

  /// Whether a person types: what they type stands there already.
  private var isTyped: Bool { desk.surroundings.console.isInputTerminal }

  mutating func run() throws {
    var lines = InputLines(read: desk.surroundings.console.read)
    if isTyped { try simulation.say(SimulationWording.welcome) }
    while case let line? = try prompted({ try lines.next() }) {
      desk.pretend(now: now)
      let turn = SimulatedLine(line)
      if turn == .leave { break }
      if !line.trimmed.isEmpty { try take(turn) }
    }
  }

  private func prompted(_ read: () throws -> String?) throws -> String? {
    if isTyped, desk.surroundings.console.isTerminal {
      try desk.surroundings.console.write(Array("> ".utf8))
    }
    return try read()
  }

  /// The clock goes on while somebody types, unless it was told to stand still.
  private var now: Instant {
    let passed = desk.givenNow == nil ? desk.surroundings.clock.now() - realStart : 0
    return start + passed + moved
  }

  private mutating func take(_ turn: SimulatedLine) throws {
    switch turn {
    case .message(let content): try send(content)
    case .close: try change(SimulationWording.closed) { try close(&$1) }
    case .attend(let typed):
      let agent = try? desk.id(Agent.self, typed)
      guard let agent else { return try simulation.say(SimulationWording.noAgent(typed)) }
      try change(SimulationWording.attended(agent)) { $1.assignee = agent }
    case .block:
      try change(SimulationWording.blocked) { contact, _ in contact.automaticBlocked = true }
    case .wait(let typed): try wait(typed)
    case .help: try simulation.say(SimulationWording.help)
    case .unknown(let typed): try simulation.say(SimulationWording.unknown(typed))
    case .incomplete(let typed): try simulation.say(SimulationWording.incomplete(typed))
    case .leave: break
    }
  }

  private mutating func send(_ content: JSONObject) throws {
    let body = customer.body(content, at: now)
    let bytes = Array(body.text().utf8)
    try simulation.take([try WebhookBody(bytes[...], line: 1)], echo: isTyped ? .none : .text)
  }

  private func close(_ conversation: inout Conversation) throws {
    conversation.state = .closed
    conversation.closedAt = try desk.now()
    conversation.closedBy = desk.actor.name
  }

  private func change(
    _ done: Text, _ edit: (inout Contact, inout Conversation) throws -> Void
  ) throws {
    let isDone = try simulation.change(customer.address, edit)
    try simulation.say(isDone ? done : SimulationWording.noConversation)
  }

  private mutating func wait(_ typed: String) throws {
    guard let expression = try? TimeExpression(parsing: "+" + typed),
      let then = try? expression.resolve(now: now, zone: desk.zone(), purpose: .moment)
    else { return try simulation.say(SimulationWording.noSpan(typed)) }
    moved += then - now
    desk.pretend(now: then)
    try simulation.say(Text(desk.times().full(then)))
  }
}

/// Standard input line by line, each as soon as it is there.
struct InputLines {
  let read: () throws -> [UInt8]
  private var waiting: [UInt8] = []
  private(set) var isAtEnd = false

  init(read: @escaping () throws -> [UInt8]) { self.read = read }

  /// Nil at the end.
  mutating func next() throws -> String? {
    try nextBytes().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Without its end, which may be a CR and an LF.
  private mutating func nextBytes() throws -> [UInt8]? {
    while !isAtEnd, !waiting.contains(newline) {
      let more = try read()
      isAtEnd = more.isEmpty
      waiting += more
    }
    if waiting.isEmpty { return nil }
    let line = waiting.prefix { $0 != newline }
    waiting.removeFirst(min(waiting.count, line.count + 1))
    return Array(line.last == carriageReturn ? line.dropLast() : line)
  }

  /// The lines that one more read completes. Where that was the last one, `isAtEnd` says so.
  mutating func more() throws -> [[UInt8]] {
    let bytes = try read()
    isAtEnd = bytes.isEmpty
    waiting += bytes
    var lines: [[UInt8]] = []
    while waiting.contains(newline) || (isAtEnd && !waiting.isEmpty), let line = try nextBytes() {
      lines.append(line)
    }
    return lines
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
