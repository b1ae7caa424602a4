import CommandLineKit
import DeskCore
import DeskFormats
import JSON

extension CommandSpec<Action> {
  static var livechatEmbed: CommandSpec {
    CommandSpec(
      name: "embed",
      summary: Text(
        en: "Print the code that shows the chat on a page.",
        pt: "Imprime o código que mostra o chat numa página."),
      discussion: Text(
        en: """
          It holds the settings of today and their fingerprint, and is the same on any day until they
          change. It needs the configuration alone. With `-o DIR` the code is written there, and for
          the pinned shape the file that it loads beside it. `--csp` prints what the page's Content
          Security Policy must allow for the same options.
          """,
        pt: """
          Contém as configurações de hoje e a impressão digital delas, e é o mesmo em qualquer dia até
          que mudem. Precisa só da configuração. Com `-o PASTA` o código é gravado lá e, na forma
          pinned, ao lado do arquivo que carrega. `--csp` imprime o que a Content Security Policy da
          página precisa permitir para as mesmas opções.
          """),
      examples: [
        Example(
          "deskctl livechat embed -o chat.html",
          Text(en: "all of it in one piece to paste", pt: "tudo num só trecho para colar")),
        Example(
          "deskctl livechat embed --shape pinned --base /static/ -o public/static",
          Text(
            en: "a few lines, and a file that browsers keep",
            pt: "poucas linhas, e um arquivo que o navegador guarda")),
        Example(
          "deskctl livechat embed --csp",
          Text(en: "for the page's policy", pt: "para a política da página")),
      ],
      options: EmbedOptions.all, action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let channel = EmbedOptions.channel(words)
    let settings = try desk.chatSettings(channel)
    if words.has(EmbedOptions.login), !settings.showOnLogin { throw Failure.notOnLogin }
    let snippet = try EmbedOptions.snippet(of: desk.chatLook(channel), words)
    let notices = settings.poorContrasts.map { Notice.contrast($0) }
    if words.has(EmbedOptions.policy) {
      let policy = PagePolicy(snippet, endpoint: settings.endpoint)
      return Output(
        .one(schema: "livechat.policy", policy.json, text: policy.text + "\n"), notices: notices)
    }
    let file = OutputFile(name: snippet.file.name, text: snippet.file.text)
    if words.has(EmbedOptions.asset) { return Output(.files([file]), notices: notices) }
    let code = OutputFile(name: snippet.fileName, text: snippet.text)
    guard snippet.shape == .pinned else { return Output(.files([code]), notices: notices) }
    return Output(.files([code, file]), notices: notices + desk.noticesOfOneFile(file.name))
  }
}

extension Desk {
  /// Of two files where `--out` takes one: the page has no chat without the other.
  fileprivate func noticesOfOneFile(_ name: String) -> [Notice] {
    guard let typed = globals.value(.out), typed != "-", !isFolder(typed) else { return [] }
    return [
      Notice(
        "pinned",
        Text(
          en: "the page loads \(name), which is not written here",
          pt: "a página carrega \(name), que não é gravado aqui"),
        hint: Text(
          en: "deskctl livechat embed --shape pinned -o FOLDER writes both",
          pt: "deskctl livechat embed --shape pinned -o PASTA grava os dois"))
    ]
  }
}

extension PagePolicy {
  fileprivate var json: JSONValue {
    .object(
      JSONObject(
        uniqueMembers: directives.map { ($0.name, .array($0.sources.map { JSONValue($0) })) }))
  }
}

extension EmbedSnippet {
  /// What the code is called in a folder.
  fileprivate var fileName: String {
    switch target {
    case .html: "deskctl-chat.html"
    case .js: "deskctl-chat.js"
    case .gtm: "deskctl-chat-gtm.html"
    case .wordpress: "deskctl-chat.php"
    }
  }
}

extension Failure {
  fileprivate static let notOnLogin = Failure(
    .refused, "L2",
    Text(en: "the login page shows no chat", pt: "a tela de login não mostra o chat"),
    hint: Text("deskctl livechat set --show-on-login yes"))
}
