import CommandLineKit

extension CommandSpec<Action> {
  static var manual: CommandSpec {
    CommandSpec(
      name: "manual",
      summary: Text(
        en: "The whole manual as a page for man, in the language of --lang.",
        pt: "O manual inteiro como página do man, no idioma de --lang."),
      examples: [
        Example(
          "deskctl manual --lang en | man -l -",
          Text(en: "read it here and now", pt: "lê aqui e agora")),
        Example(
          "deskctl manual --lang pt-BR --out deskctl.1",
          Text(en: "into a file, in Portuguese", pt: "num arquivo, em português")),
      ], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) -> Output {
    let page = ManualPage(
      desk.tree, language: desk.language, date: Release.date, variables: EnvironmentVariable.all,
      sections: HelpTopic.allCases.compactMap(\.section))
    return Output(.text(page.text))
  }
}
