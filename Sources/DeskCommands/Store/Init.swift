import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension CommandSpec<Action> {
  static var initialize: CommandSpec {
    CommandSpec(
      name: "init",
      summary: Text(
        en: "Make a desk: its configuration and an empty store.",
        pt: "Cria uma central: a configuração e os dados, vazios."),
      discussion: Text(
        en: """
          It asks nothing. The time zone is the machine's, and everything can be changed later. A
          configuration that is there already, cloned from git, is kept; a store never is made over
          another. Interrupted, it is simply run again.

          The files belong to whom the folders belong to. To make a desk for another Unix user as
          root, make the folders theirs first:

            install -d -o deskctl -g deskctl /etc/deskctl /var/lib/deskctl
          """,
        pt: """
          Não pergunta nada. O fuso horário é o da máquina, e tudo pode ser mudado depois. Uma
          configuração que já existe, clonada do git, é mantida; dados nunca são criados por cima de
          outros. Se for interrompido, basta rodar de novo.

          Os arquivos ficam com o dono das pastas. Para criar, como root, a central de outro usuário
          Unix, dê antes as pastas a ele:

            install -d -o deskctl -g deskctl /etc/deskctl /var/lib/deskctl
          """),
      examples: [
        Example(
          "deskctl --config /tmp/desk/config --data /tmp/desk/data init --sample",
          Text(en: "a small desk to play with", pt: "uma pequena central para experimentar")),
        Example(
          "deskctl init --group atendimento",
          Text(
            en: "a desk that several Unix users share", pt: "uma central de vários usuários Unix")),
      ],
      options: InitOptions.all, action: .making(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let plan = try InitPlan(desk, words)
    if !desk.isDryRun {
      try plan.carryOut(desk)
      desk.noteCommit()
    }
    return Output(
      .one(schema: "init", plan.record, text: plan.text(desk)), notices: plan.notices)
  }
}

/// The options of `init`.
enum InitOptions {
  static let sample = OptionSpec.flag(
    "sample",
    Text(
      en: "with agents, templates and contacts to play with",
      pt: "com atendentes, modelos e contatos para experimentar"))
  static let group = OptionSpec.value(
    "group", "GROUP",
    Text(
      en: "the Unix group whose users share it", pt: "o grupo Unix cujos usuários a compartilham"))
  static let zone = OptionSpec.value(
    "zone", "ZONE",
    Text(
      en: "the desk's time zone; the machine's unless set",
      pt: "o fuso da central; o da máquina se não for dito"))
  static let allowNetwork = OptionSpec.flag(
    "allow-network",
    Text(
      en: "on a network file system too, whose locks are not to be trusted",
      pt: "também num sistema de arquivos de rede, cujas travas não são confiáveis"))

  static let all = [sample, group, zone, allowNetwork]
}
