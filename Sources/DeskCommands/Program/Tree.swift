package import CommandLineKit

extension CommandTree<Action> {
  /// Every command of the program: the one declaration that parser, help, manual and completion
  /// read.
  package static var deskctl: CommandTree {
    CommandTree(
      program: "deskctl",
      summary: Text(
        en: "A support desk in plain files, run from the shell.",
        pt: "Uma central de atendimento em arquivos de texto, operada pelo terminal."),
      version: "0.1.0", globalOptions: OptionSpec.global, sections: sections,
      defaultPath: ["status"])
  }

  private static var sections: [Section] {
    [
      Section(
        Text(en: "The work", pt: "O trabalho"),
        [.group(.schedule)]),
      Section(
        Text(en: "Setting up", pt: "Preparar a central"),
        [.command(.initialize), .group(.config)] + CommandGroup.entries.map { .group($0) }),
    ]
  }
}
