package import CommandLineKit

/// What this source is a release of. Both change together, so that a version makes the same manual
/// on any day.
enum Release {
  static let version = "0.1.0"
  /// The day of the release.
  static let date = "2026-11-21"
}

extension CommandTree<Action> {
  /// Every command of the program: the one declaration that parser, help, manual and completion
  /// read.
  package static var deskctl: CommandTree {
    CommandTree(
      program: "deskctl",
      summary: Text(
        en: "A support desk in plain files, run from the shell.",
        pt: "Uma central de atendimento em arquivos de texto, operada pelo terminal."),
      version: Release.version, globalOptions: OptionSpec.global, sections: sections,
      defaultPath: ["status"])
  }

  private static var sections: [Section] {
    [
      Section(
        Text(en: "The work", pt: "O trabalho"),
        [
          .group(.contact), .group(.ticket), .group(.conversation), .group(.schedule),
          .command(.inbox), .group(.notification), .group(.outbox), .group(.whatsapp),
          .group(.livechat), .group(.offer), .group(.serviceCase), .group(.route),
        ]),
      Section(
        Text(en: "Running it", pt: "Operação"),
        [
          .command(.status), .command(.why), .command(.tick), .command(.hold), .command(.resume),
          .command(.report), .command(.log), .command(.doctor), .command(.backup),
          .command(.restore),
          .command(.cgi),
        ]),
      Section(
        Text(en: "Setting up", pt: "Preparar a central"),
        [.command(.initialize), .group(.config)] + CommandGroup.entries.map { .group($0) }),
      Section(
        Text(en: "The program itself", pt: "O próprio programa"),
        [.command(.explain), .command(.help), .command(.manual), .command(.completion)]),
    ]
  }
}
