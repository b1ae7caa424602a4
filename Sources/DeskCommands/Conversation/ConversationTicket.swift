import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var conversationTicket: CommandSpec {
    CommandSpec(
      name: "ticket",
      summary: Text(
        en: "Make a ticket from messages of a conversation, or one for each with --all.",
        pt: "Cria um chamado com mensagens de uma conversa, ou um para cada com --all."),
      discussion: Text(
        en: """
          Title, team, category, type and priority are as tickets of that channel are opened, unless
          given. With `--since` it says how many messages there are and asks first. `--all` makes one
          for each open conversation without one, the whole history in it; run again it makes none.
          """,
        pt: """
          Título, equipe, categoria, tipo e prioridade são os da abertura de chamados do canal, se não
          forem ditos. Com `--since` diz quantas mensagens são e pergunta antes. `--all` cria um para
          cada conversa aberta que não tem, com todo o histórico; repetido, não cria nenhum.
          """),
      examples: [
        Example(
          "deskctl conversation ticket 3 --messages 1,3-5 --title 'Segunda via'",
          Text(en: "with four messages", pt: "com quatro mensagens")),
        Example(
          "deskctl conversation ticket --all --team suporte",
          Text(en: "for those of a team", pt: "para as de uma equipe")),
      ],
      arguments: [conversation],
      options: [
        MessageChoice.messages, MessageChoice.since, noMessages, TicketOptions.title, .team,
        TicketOptions.category, TicketOptions.ticketType, TicketOptions.priority, everyOne, channel,
        .ifRevision,
      ],
      action: .steps(.editTickets, run))
  }

  private static let conversation = ArgumentSpec(
    "CONVERSATION", Text(en: "a number", pt: "um número"), isOptional: true,
    completion: .dynamic("conversation"))
  private static let noMessages = OptionSpec.flag(
    "no-messages", Text(en: "with none of its messages", pt: "sem nenhuma mensagem dela"))
  private static let everyOne = OptionSpec.flag(
    "all", Text(en: "for each open one without a ticket", pt: "para cada aberta sem chamado"))
  private static let channel = OptionSpec.value(
    "channel", "CHANNEL", Text(en: "with --all: only these", pt: "com --all: só estas"),
    completion: .words(Channel.allCases.map(\.rawValue)),
    choices: Channel.allCases.map(\.rawValue))

  /// What goes with `--all` is not what goes with one conversation.
  private static func refuseStrays(_ words: ParsedWords) throws {
    let strays =
      words.has(everyOne)
      ? [
        MessageChoice.messages, MessageChoice.since, noMessages, TicketOptions.title,
        TicketOptions.category, TicketOptions.ticketType, TicketOptions.priority, .ifRevision,
      ] : [channel]
    if let stray = strays.first(where: words.has) {
      throw Failure.stray("--" + stray.name, isWithAll: words.has(everyOne))
    }
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    try refuseStrays(words)
    guard let word = words.argument(0) else {
      guard words.has(everyOne) else { throw Failure.missing("CONVERSATION", "3") }
      return try desk.makeTickets(
        team: try words.value(.team).map { try desk.id(Team.self, $0) },
        channel: try words.choice(channel, Channel.self))
    }
    if words.has(everyOne) { throw Failure.allOrOne }
    let chosen = try desk.reading { store in
      try MessageChoice.chosen(of: desk.conversation(word, in: store), desk, store, words)
    }
    guard (chosen == nil) == words.has(noMessages) else {
      throw chosen == nil ? Failure.noneChosen : Failure.someChosen
    }
    if let chosen, words.value(MessageChoice.since) != nil {
      let count = MessageChoice.count(chosen)
      let question = Text(
        en: "Make a ticket of \(count.en)?", pt: "Criar um chamado com \(count.pt)?")
      guard try desk.confirm(question) else { return Output(.nothing, exit: .no) }
    }
    return try desk.transaction(expectedRevision: words.expectedRevision()) { transaction in
      let conversation = try desk.conversationToWork(word, in: transaction)
      var opening = try desk.opening(of: conversation, transaction)
      try fill(&opening, desk, words)
      let made = try desk.makeTicket(
        .chosen(chosen ?? MessageSelection([])), opening, conversation, transaction)
      var change = desk.change(made, "opened")
      if let chosen {
        let count = MessageChoice.count(chosen)
        change.line += Text(en: ", with \(count.en)", pt: ", com \(count.pt)")(desk.language)
      }
      return Output(.changed(schema: "ticket", [change]))
    }
  }

  /// What was typed goes before what is set.
  private static func fill(
    _ opening: inout TicketOpening, _ desk: Desk, _ words: ParsedWords
  ) throws {
    if let typed = words.value(TicketOptions.title) { opening.title = try desk.text(typed) }
    if let typed = words.value(.team) { opening.team = try desk.id(Team.self, typed) }
    if let typed = words.value(TicketOptions.category) {
      opening.category = try desk.id(DeskCore.Category.self, typed)
    }
    if let typed = words.value(TicketOptions.ticketType) {
      opening.ticketType = try desk.id(TicketType.self, typed)
    }
    if let typed = words.value(TicketOptions.priority) {
      opening.priority = try desk.id(Priority.self, typed)
    }
  }
}

extension Failure {
  fileprivate static let allOrOne = Failure(
    .usage, "usage",
    Text(
      en: "CONVERSATION and --all contradict each other",
      pt: "CONVERSATION e --all se contradizem"))

  fileprivate static func stray(_ option: String, isWithAll: Bool) -> Failure {
    Failure(
      .usage, "usage",
      isWithAll
        ? Text(
          en: "--all and \(option) contradict each other",
          pt: "--all e \(option) se contradizem")
        : Text(
          en: "\(option) says which conversations --all takes",
          pt: "\(option) diz quais conversas --all abrange"),
      hint: isWithAll
        ? Text("deskctl conversation ticket --all --team suporte") : nil)
  }

  fileprivate static let noneChosen = Failure(
    .refused, "C11",
    Text(en: "no message was chosen", pt: "nenhuma mensagem foi escolhida"),
    hint: Text("--messages 1,3-5, --since 3h, --no-messages"))

  fileprivate static let someChosen = Failure(
    .usage, "usage",
    Text(
      en: "--no-messages contradicts --messages and --since",
      pt: "--no-messages contradiz --messages e --since"))
}
