import CommandLineKit

extension CommandSpec<Action> {
  static var completion: CommandSpec {
    CommandSpec(
      name: "completion",
      summary: Text(
        en: "The script that teaches a shell to complete deskctl.",
        pt: "O script que ensina um shell a completar o deskctl."),
      discussion: Text(
        en: """
          The script asks deskctl itself at each press of the key, so it never grows old, and it
          offers what this desk holds: its agents, its contacts, its open tickets.

            bash   source <(deskctl completion bash)       in ~/.bashrc
            zsh    source <(deskctl completion zsh)        in ~/.zshrc, after compinit
            fish   deskctl completion fish | source        in ~/.config/fish/config.fish
          """,
        pt: """
          O script pergunta ao próprio deskctl a cada tecla, por isso não envelhece, e oferece o que
          esta central tem: seus atendentes, seus contatos, seus chamados abertos.

            bash   source <(deskctl completion bash)       no ~/.bashrc
            zsh    source <(deskctl completion zsh)        no ~/.zshrc, depois de compinit
            fish   deskctl completion fish | source        no ~/.config/fish/config.fish
          """),
      examples: [
        Example(
          "deskctl completion fish --out ~/.config/fish/completions/deskctl.fish",
          Text(en: "for every fish from now on", pt: "para todo fish daqui em diante"))
      ],
      arguments: [
        ArgumentSpec(
          "SHELL", Text(Shell.allCases.map(\.rawValue).joined(separator: ", ")),
          completion: .words(Shell.allCases.map(\.rawValue)))
      ], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let typed = words.arguments[0]
    guard let shell = Shell(rawValue: typed) else {
      throw Failure.badValue(
        "SHELL", typed, Text(Shell.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    return Output(.text(CompletionScript(shell).text(program: desk.tree.program)))
  }
}
