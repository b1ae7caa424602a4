import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem

extension CommandSpec<Action> {
  static var conversationChat: CommandSpec {
    CommandSpec(
      name: "chat",
      summary: Text(
        en: "Write line by line, and see what comes in.",
        pt: "Escreve linha a linha, e vê o que chega."),
      discussion: Text(
        en: """
          First the last messages, then each line that is typed is sent as `say` would send it, and
          what comes in is shown as it comes. The end of input (Ctrl-D) leaves. A line that is refused
          is told of, and the next may be typed; the exit status says so.
          """,
        pt: """
          Primeiro as últimas mensagens; depois, cada linha digitada é enviada como `say` a enviaria, e
          o que chega aparece assim que chega. O fim da entrada (Ctrl-D) sai. Uma linha recusada gera
          um aviso, e a próxima pode ser digitada; o estado de saída diz isso.
          """),
      examples: [
        Example(
          "deskctl conversation chat 3 --as ana",
          Text(en: "as ana, until Ctrl-D", pt: "como ana, até Ctrl-D"))
      ],
      arguments: [.record(.conversation)], options: [newest], action: .steps(.work, run))
  }

  private static let newest = OptionSpec.value(
    "limit", "N",
    Text(
      en: "first the last N messages; 20 unless set",
      pt: "antes, as últimas N mensagens; 20 se não for dito"))

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    var chat = try ConversationChat(
      desk, words.arguments[0], newest: words.number(newest, from: 0) ?? 20)
    return try chat.run()
  }
}

/// A conversation that somebody holds at a terminal, or a program through pipes.
private struct ConversationChat {
  private let desk: Desk
  private let word: String
  private let listener: Listener
  private var arrivals: Arrivals
  private var watch: ChangeWatch
  /// The numbers of the messages that were typed here: at a terminal they stand there already.
  private var typed: Set<Int> = []
  private var sent = 0
  private var refused: ExitStatus?

  init(_ desk: Desk, _ word: String, newest: Int) throws {
    self.desk = desk
    self.word = word
    let listener = try Listener(desk, showsConversation: false)
    self.listener = listener
    watch = ChangeWatch(try desk.store())
    _ = try watch.hasChanged()
    let thread: [Listener.Told]
    (arrivals, thread) = try desk.reading { store in
      let conversation = try desk.conversation(word, in: store)
      let last = try newest == 0 ? [] : store.messages(of: conversation.id, last: newest)
      return (
        try Arrivals(of: conversation.id, withAnswers: true, store),
        try listener.shown(desk.inOrder(last), desk, store)
      )
    }
    try listener.tell(thread)
  }

  mutating func run() throws -> Output {
    let console = desk.surroundings.console
    var lines = InputLines(read: console.read)
    while !lines.isAtEnd {
      if console.wait(Listener.pause, true) != .timeUp {
        for line in try lines.more() { try send(line) }
      }
      if try watch.hasChanged() { try look() }
    }
    try look()
    try listener.end()
    return Output(.streamed, exit: refused.map { sent > 0 ? .partlyDone : $0 } ?? .done)
  }

  private mutating func look() throws {
    let console = desk.surroundings.console
    let isSeen = console.isInputTerminal && console.isTerminal
    try listener.look(&arrivals, without: isSeen ? typed : [])
  }

  /// Sends a line. A rule's refusal is told, and is no reason to leave.
  private mutating func send(_ bytes: [UInt8]) throws {
    let now = try desk.renewed()
    defer { desk.absorb(now) }
    do {
      let line = try now.text(bytes, from: "-")
      if line.trimmed.isEmpty { return }
      try now.require(.work)
      let output = try now.transaction {
        try now.write(.free(text: line, files: []), in: word, $0)
      }
      if case .changed(_, let changes) = output.body {
        typed.formUnion(changes.compactMap { Int($0.id) })
      }
      sent += 1
    } catch {
      let failure = Failure(error, words: [], desk: now)
      guard [.refused, .mayNot, .notFound, .busy, .usage, .invalidContent].contains(failure.exit)
      else {
        throw error
      }
      desk.tell(failure)
      refused = failure.exit
    }
  }
}
