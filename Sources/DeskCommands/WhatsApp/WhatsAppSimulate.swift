import CommandLineKit
import DeskCore
import DeskFormats

extension CommandSpec<Action> {
  private static var explaining: OptionSpec {
    .flag(
      "explain",
      Text(en: "the rule behind each step", pt: "a regra por trás de cada passo"))
  }
  private static var phone: OptionSpec {
    .value(
      "phone", "PHONE",
      Text(
        en: "who writes; an unknown one unless set",
        pt: "quem escreve; um desconhecido se não for dito"))
  }
  private static var name: OptionSpec {
    .value("name", "NAME", Text(en: "their name at WhatsApp", pt: "o nome no WhatsApp"))
  }
  private static var bot: OptionSpec {
    .flag(
      "bot",
      Text(
        en: "start the bot, too; what it does besides answering is real",
        pt: "inicia também o robô; o que ele fizer além de responder é real"))
  }

  static var whatsappSimulate: CommandSpec {
    CommandSpec(
      name: "simulate",
      summary: Text(
        en: "Be the customer, or replay bodies, on a copy; nothing is kept.",
        pt: "Seja o cliente, ou repita corpos, em uma cópia; nada fica guardado."),
      discussion: Text(
        en: """
          Each line that is typed comes in as a message, and what would go out is shown. Nothing is
          stored or sent, and others may work on the desk meanwhile. /help lists what else can
          happen: pictures, buttons, a close, hours that pass. With FILE, webhook bodies come in
          instead.
          """,
        pt: """
          Cada linha digitada chega como mensagem, e mostra-se o que sairia. Nada é gravado nem
          enviado, e outros podem trabalhar na central enquanto isso. /ajuda lista o que mais pode
          acontecer: imagens, botões, um encerramento, horas que passam. Com FILE, chegam corpos de
          webhook.
          """),
      examples: [
        Example(
          "deskctl whatsapp simulate --explain",
          Text(en: "somebody whom the desk does not know", pt: "alguém que a central não conhece")),
        Example(
          "deskctl whatsapp simulate Samples/whatsapp/conversas/menu-1.jsonl --explain",
          Text(en: "what these would do", pt: "o que estes fariam")),
      ],
      arguments: [
        ArgumentSpec(
          "FILE",
          Text(en: "webhook bodies; - is standard input", pt: "corpos; - é a entrada padrão"),
          isOptional: true, repeats: true, completion: .file)
      ],
      options: [explaining, .contact, phone, name, bot], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    // What comes back tells who has which phone and e-mail.
    try desk.settleActor(needing: .viewAll)
    let simulation = try Simulation(
      desk, explains: words.has(explaining), asksBot: words.has(bot))
    var failures: [Failure] = []
    var count = 0
    for path in words.arguments {
      let replayed = try replay(path, desk, simulation)
      failures += replayed.failures
      count += replayed.count
    }
    if words.arguments.isEmpty {
      var turns = try SimulationTurns(desk, simulation, customer(desk, words))
      try turns.run()
    }
    try simulation.end()
    var output = Output(.streamed)
    output.failures = failures
    if !failures.isEmpty { output.exit = count == 0 ? .invalidContent : .partlyDone }
    return output
  }

  /// Takes the bodies of a file in; answers how many they were, and what was none.
  private static func replay(
    _ path: String, _ desk: Desk, _ simulation: Simulation
  ) throws -> (count: Int, failures: [Failure]) {
    let source = try WebhookSource(desk, path)
    var bodies: [WebhookBody] = []
    var failures: [Failure] = []
    while let item = try source.next() {
      switch item {
      case .body(let body): bodies.append(body)
      case .unreadable(let line, let problem):
        failures.append(problem.failure(path == "-" ? "stdin" : path, line))
      }
    }
    try simulation.take(bodies, echo: .all)
    return (bodies.count, failures)
  }

  private static func customer(_ desk: Desk, _ words: ParsedWords) throws -> SimulatedCustomer {
    let number = try desk.settings.whatsapp.numbers.first
    let typed = words.value(name)
    guard let word = words.value(.contact) else {
      let phone = try desk.phone("--phone", words.value(phone) ?? "+55 11 90000-0000")
      return SimulatedCustomer(
        address: String(phone.e164.dropFirst()), name: typed ?? "Cliente", number: number)
    }
    if words.value(phone) != nil { throw Failure.contactAndPhone }
    let contact = try desk.reading { try desk.contact(word, in: $0) }
    guard let phone = contact.phones.first else {
      throw Failure.badValue(
        .contact, word, Text(en: "somebody who has a phone", pt: "alguém que tenha telefone"))
    }
    return SimulatedCustomer(
      address: String(phone.e164.dropFirst()),
      name: typed ?? contact.profileName ?? contact.displayName, number: number)
  }
}
