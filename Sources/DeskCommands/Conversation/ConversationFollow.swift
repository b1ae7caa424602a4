import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem

extension CommandSpec<Action> {
  static var conversationFollow: CommandSpec {
    CommandSpec(
      name: "follow",
      summary: Text(
        en: "Print what comes in, until it is ended.", pt: "Mostra o que chega, até ser encerrado."),
      discussion: Text(
        en: """
          It shows what contacts write in the conversations that one sees, or in one of them; with
          `--all` what the desk answers, too. Nothing is locked while it waits, and while nothing
          happens it reads nothing. `--exec` runs a command of the shell for each message instead of
          printing it: the message is one line of JSON on standard input, and `DESKCTL_CONVERSATION`,
          `DESKCTL_MESSAGE`, `DESKCTL_CONTACT` and `DESKCTL_TEXT` are set. One that fails is told of,
          and the next is run.
          """,
        pt: """
          Mostra o que os contatos escrevem nas conversas que se veem, ou em uma delas; com `--all`
          também o que a central responde. Nada fica travado enquanto espera, e enquanto nada
          acontece ele não lê nada. `--exec` roda um comando do shell para cada mensagem em vez de
          mostrá-la: a mensagem é uma linha de JSON na entrada padrão, e `DESKCTL_CONVERSATION`,
          `DESKCTL_MESSAGE`, `DESKCTL_CONTACT` e `DESKCTL_TEXT` são definidas. Se um falhar, há um
          aviso, e o próximo é executado.
          """),
      examples: [
        Example(
          "deskctl conversation follow --as ana",
          Text(en: "what ana is to know", pt: "o que interessa à ana")),
        Example(
          "deskctl conversation follow 3 --exec 'notify-send \"$DESKCTL_TEXT\"'",
          Text(en: "a notice on the desktop", pt: "um aviso na área de trabalho")),
      ],
      arguments: [conversation], options: [everything, since, command], action: .reads(run))
  }

  private static let conversation = ArgumentSpec(
    "CONVERSATION",
    Text(en: "of one alone; of all unless named", pt: "de uma só; de todas se não for dita"),
    isOptional: true, completion: .dynamic("conversation"))
  private static let everything = OptionSpec.flag(
    "all", Text(en: "what the desk writes, too", pt: "também o que a central escreve"))
  private static let since = OptionSpec.value(
    "since", "TIME",
    Text(
      en: "first what came from then on; 1h is one hour back",
      pt: "antes, o que chegou a partir daí; 1h é uma hora"))
  private static let command = OptionSpec.value(
    "exec", "CMD",
    Text(en: "run for each message", pt: "comando executado para cada mensagem"))

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let globals = desk.globals
    if globals.has(.json) { throw Failure.endless(.json) }
    if globals.has(.out) { throw Failure.endless(.out) }
    let start = try words.value(since).map { try desk.past(since, $0) }
    let listener = try Listener(
      desk, command: words.value(command), showsConversation: words.argument(0) == nil)
    var watch = ChangeWatch(try desk.store())
    _ = try watch.hasChanged()
    var (arrivals, earlier): (Arrivals, [Listener.Told]) = try desk.reading { store in
      let only = try words.argument(0).map { try desk.conversation($0, in: store).id }
      let arrivals = try Arrivals(of: only, withAnswers: words.has(everything), store)
      return (
        arrivals,
        try listener.shown(start.map { try arrivals.since($0, desk, store) } ?? [], desk, store)
      )
    }
    try listener.tell(earlier)
    while desk.surroundings.console.wait(Listener.pause, false) == .timeUp {
      guard try watch.hasChanged() else { continue }
      try listener.look(&arrivals)
    }
    try listener.look(&arrivals)
    return Output(.streamed)
  }
}

extension Failure {
  /// What is given whole or not at all never comes from what does not end.
  fileprivate static func endless(_ option: OptionSpec) -> Failure {
    Failure(
      .usage, "usage",
      Text(
        en: "what is followed has no end, and --\(option.name) gives a whole",
        pt: "o que se acompanha não tem fim, e --\(option.name) entrega um todo"),
      hint: Text("--jsonl"))
  }
}
