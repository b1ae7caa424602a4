import CommandLineKit
import DeskCore
import DeskFormats

extension CommandSpec<Action> {
  static var livechatPreview: CommandSpec {
    CommandSpec(
      name: "preview",
      summary: Text(
        en: "Make a page that shows the chat online, offline and closed.",
        pt: "Faz uma página que mostra o chat online, offline e encerrado."),
      discussion: Text(
        en: """
          It is the chat itself with today's settings, before a desk that is only played. With
          `-o FILE` the page is written and its address printed.
          """,
        pt: """
          É o próprio chat com as configurações de hoje, diante de uma central de mentira. Com
          `-o ARQUIVO` a página é gravada e o seu endereço impresso.
          """),
      examples: [
        Example(
          "deskctl livechat preview -o preview.html",
          Text(en: "to open in a browser", pt: "para abrir no navegador"))
      ],
      options: [EmbedOptions.channel], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let channel = EmbedOptions.channel(words)
    let settings = try desk.chatSettings(channel)
    let own = try desk.settings.desk
    let visitors = own.language == .ptBR ? Language.ptBR : .en
    let page = PreviewPage(
      try desk.chatLook(channel), closing: settings.closing.text, desk: own.name,
      words: PreviewPage.Words(desk.language, visitors: visitors))
    return Output(
      .files([OutputFile(name: "preview.html", text: page.html)], saysAddress: true),
      notices: settings.poorContrasts.map { .contrast($0) })
  }
}

extension PreviewPage.Words {
  /// What visitors say is in their language, not in the reader's.
  fileprivate init(_ language: Language, visitors: Language) {
    self.init(
      title: Text(en: "Chat of", pt: "Chat de")(language),
      states: [
        Text(en: "Somebody is online", pt: "Alguém online")(language),
        Text(en: "Nobody is online", pt: "Ninguém online")(language),
        Text(en: "Closed", pt: "Encerrado")(language),
      ],
      name: Text(en: "Visitor", pt: "Visitante")(visitors),
      question: Text(en: "Hello! Do you open on Saturday?", pt: "Olá! Vocês abrem no sábado?")(
        visitors),
      answer: Text(en: "We do, from 9 to 13.", pt: "Abrimos, das 9h às 13h.")(visitors))
  }
}
