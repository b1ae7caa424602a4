import CommandLineKit

extension CommandGroup<Action> {
  static var config: CommandGroup {
    CommandGroup(
      name: "config",
      summary: Text(en: "The desk's settings.", pt: "As configurações da central."),
      discussion: Text(
        en: """
          Settings lie in desk.json, below keys such as `schedules.spacing.minutes`. Teams, agents
          and the like have files and commands of their own. All of it is text, made for git: a
          command changes what it is told to, and the order in which you wrote stays.
          """,
        pt: """
          As configurações ficam em desk.json, em chaves como `schedules.spacing.minutes`. Equipes,
          atendentes e o resto têm arquivos e comandos próprios. Tudo é texto, feito para o git: um
          comando muda só o que se pede, e a ordem em que você escreveu permanece.
          """),
      commands: [
        .configGet, .configSet, .configUnset, .configList, .configEdit, .configValidate,
        .configSchema,
      ])
  }
}
