import CommandLineKit

/// A small desk: a group with arguments, choices, required and repeating options; an alias; a hidden
/// command; commands that stand alone.
enum Sample {
  static let config = OptionSpec.value(
    "config", "DIR", Text(en: "Configuration.", pt: "Configuração."), completion: .folder,
    environment: "DESKCTL_CONFIG")
  static let color = OptionSpec.value(
    "color", "WHEN", Text(en: "Colour.", pt: "Cores."), choices: ["auto", "always", "never"])
  static let json = OptionSpec.flag("json", Text(en: "Write JSON.", pt: "Escreve JSON."))
  static let out = OptionSpec.value(
    "out", short: "o", "PATH", Text(en: "Write there.", pt: "Escreve ali."), completion: .file)
  static let dryRun = OptionSpec.flag(
    "dry-run", short: "n", Text(en: "Change nothing.", pt: "Não muda nada."))
  static let yes = OptionSpec.flag("yes", short: "y", Text(en: "Confirm.", pt: "Confirma."))

  static let at = OptionSpec.value(
    "at", "TIME", Text(en: "When it fires.", pt: "Quando dispara."),
    completion: .words(["10:00", "10:30", "tomorrow 9:00"]), isRequired: true)
  static let message = OptionSpec.value(
    "message", short: "m", "TEXT", Text(en: "What is sent.", pt: "O que é enviado."),
    section: Text(en: "What it does", pt: "O que faz"))
  static let file = OptionSpec.value(
    "file", "FILE", Text(en: "An attachment.", pt: "Um anexo."), completion: .file, repeats: true,
    section: Text(en: "What it does", pt: "O que faz"))
  static let agent = OptionSpec.value(
    "agent", "AGENT", Text(en: "Who takes it.", pt: "Quem assume."), completion: .dynamic("agent"))
  static let state = OptionSpec.value(
    "state", "STATE", Text(en: "Only these.", pt: "Só estes."), choices: ["pending", "completed"])
  static let offset = OptionSpec.value(
    "offset", "MINUTES", Text(en: "Minutes from now.", pt: "Minutos a partir de agora."))

  static let tree = CommandTree<String>(
    program: "deskctl",
    summary: Text(en: "A support desk in plain files.", pt: "Atendimento em arquivos simples."),
    version: "1.0.0", globalOptions: [config, color, json, out, dryRun, yes],
    sections: [
      CommandTree.Section(
        Text(en: "Desk", pt: "Mesa"), [.command(status), .command(why), .command(hidden)]),
      CommandTree.Section(
        Text(en: "Work", pt: "Trabalho"), [.group(schedule), .group(conversation)]),
    ],
    defaultPath: ["status"])

  static let status = CommandSpec(
    name: "status", summary: Text(en: "Say how the desk is.", pt: "Diz como vai a mesa."),
    action: "status")

  static let why = CommandSpec(
    name: "why", summary: Text(en: "Say what happened to a record.", pt: "Diz o que houve."),
    arguments: [ArgumentSpec("RECORD", Text(en: "Its id.", pt: "Seu id."))], action: "why")

  static let hidden = CommandSpec(
    name: "secret", summary: Text(en: "Not told of.", pt: "Não se fala."), isHidden: true,
    action: "secret")

  static let schedule = CommandGroup(
    name: "schedule",
    summary: Text(en: "What is to happen later.", pt: "O que acontece depois."),
    commands: [
      CommandSpec(
        name: "list", aliases: ["ls"],
        summary: Text(en: "List what waits.", pt: "Lista o que espera."),
        options: [state], action: "schedule list"),
      CommandSpec(
        name: "add", summary: Text(en: "Add a schedule.", pt: "Cria um agendamento."),
        discussion: Text(
          en: "A time is read in the desk's zone:\n\n  10:00   the next one\n  +2h     from now",
          pt: "A hora é lida no fuso da mesa:\n\n  10:00   a próxima\n  +2h     a partir de agora"),
        examples: [
          Example(
            "deskctl schedule add --at 10:00 -m 'Olá, tudo bem?'",
            Text(en: "Greet at ten.", pt: "Cumprimenta às dez."))
        ],
        options: [at, message, file, agent, offset], action: "schedule add"),
      CommandSpec(
        name: "cancel", summary: Text(en: "Cancel schedules.", pt: "Cancela agendamentos."),
        arguments: [
          ArgumentSpec(
            "SCHEDULE", Text(en: "Their ids.", pt: "Seus ids."), repeats: true,
            completion: .dynamic("schedule"))
        ], action: "schedule cancel"),
    ])

  static let conversation = CommandGroup(
    name: "conversation", aliases: ["conv"],
    summary: Text(en: "What customers write.", pt: "O que os clientes escrevem."),
    commands: [
      CommandSpec(
        name: "list", summary: Text(en: "List conversations.", pt: "Lista conversas."),
        action: "conversation list"),
      CommandSpec(
        name: "say", summary: Text(en: "Answer in one.", pt: "Responde em uma."),
        arguments: [
          ArgumentSpec("CONVERSATION", Text(en: "Which.", pt: "Qual.")),
          ArgumentSpec("TEXT", Text(en: "What to say.", pt: "O que dizer."), isOptional: true),
        ], action: "conversation say"),
    ])
}
