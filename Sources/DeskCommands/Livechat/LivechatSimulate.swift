import CommandLineKit
import DeskCore

extension CommandSpec<Action> {
  static var livechatSimulate: CommandSpec {
    CommandSpec(
      name: "simulate",
      summary: Text(
        en: "Be a visitor; nothing is kept.", pt: "Faz o papel do visitante; nada fica gravado."),
      discussion: Text(
        en: """
          Each line that is typed is a message of the visitor, and what they would see is shown, with
          the rules that acted. Nothing is stored or sent, and others may work with the desk
          meanwhile. /help lists what else can happen.
          """,
        pt: """
          Cada linha digitada é uma mensagem do visitante, e mostra-se o que ele veria, com as regras
          que agiram. Nada é gravado nem enviado, e outros podem trabalhar na central enquanto isso.
          /ajuda lista o que mais pode acontecer.
          """),
      examples: [
        Example(
          "deskctl livechat simulate --online no",
          Text(en: "while nobody is there", pt: "sem ninguém online"))
      ],
      options: [name, email, online], action: .none(run))
  }

  private static let name = OptionSpec.value(
    "name", "NAME", Text(en: "what they are called", pt: "como se chama"))
  private static let email = OptionSpec.value(
    "email", "ADDRESS", Text(en: "their e-mail address", pt: "o e-mail"))
  private static let online = OptionSpec.value(
    "online", "yes|no",
    Text(
      en: "whether somebody is there; as it is now unless set",
      pt: "se há alguém; como está agora se não for dito"), completion: .words(["yes", "no"]),
    choices: ["yes", "no"])

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    // What comes back tells whose an e-mail is.
    try desk.settleActor(needing: .viewAll)
    _ = try desk.livechat()
    let address = words.value(email) ?? "visitante@exemplo.example"
    let checked = try desk.email("email", address)
    let details = try details(words.value(name) ?? "Visitante", checked.text)
    let simulation = try VisitorSimulation(
      desk, details, isOnline: words.value(online).map { $0 == "yes" })
    let console = desk.surroundings.console
    var lines = InputLines(read: console.read)
    if console.isInputTerminal { try simulation.say(VisitorSimulation.help) }
    while let line = try lines.next(), try simulation.take(line) {}
    try simulation.finish()
    return Output(.streamed)
  }

  private static func details(_ typed: String, _ email: String) throws -> VisitorDetails {
    do {
      return try VisitorDetails(name: typed, email: email, page: nil)
    } catch {
      let most = VisitorDetails.longestName
      throw Failure.badValue(
        name, typed,
        Text(
          en: "a name of 1 to \(most) characters that can be seen",
          pt: "um nome de 1 a \(most) caracteres visíveis"))
    }
  }
}
