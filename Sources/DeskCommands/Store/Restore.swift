import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

private enum RestoreOptions {
  static let to = OptionSpec.value(
    "to", "FOLDER",
    Text(
      en: "as its folders config and data, instead of where the desk belongs",
      pt: "como as pastas config e data dela, em vez do lugar da central"),
    completion: .folder)
  /// Each number that is passed over is a line of the store.
  static let mostGap = 1_000_000
  static let gap = OptionSpec.value(
    "gap", "N",
    Text(
      en: "numbers of each kind that are passed over; else what the lost time makes likely",
      pt: "quantos números de cada tipo pular; senão, o que o tempo perdido torna provável"))
  static let allowNetwork = OptionSpec.flag(
    "allow-network",
    Text(
      en: "on a network file system, whose locks are not to be trusted",
      pt: "num sistema de arquivos de rede, cujas travas não são confiáveis"))
}

extension CommandSpec<Action> {
  static var restore: CommandSpec {
    CommandSpec(
      name: "restore",
      summary: Text(
        en: "Make a desk of a backup, in an empty place.",
        pt: "Refaz a central a partir de um backup, num lugar vazio."),
      discussion: Text(
        en: """
          The whole backup is read and compared before there is a desk; one that is damaged leaves
          nothing. A Config that is there already is kept if it is the backup's. Interrupted, it is
          simply run again.

          A restored desk is on hold: it sends nothing until `resume`, and `resume -n` lists what
          would go out; one to play with is not. The desk went on after the backup and gave out numbers that people know:
          they are not given again. It passes over, of each kind, a hundred numbers and ten times
          as many as the desk on average gave out in as long a time as was lost, at most 100,000;
          `--gap` says how many if you know better.

          What was sent after the backup is not in it: look at what went out before resuming.
          """,
        pt: """
          O backup é lido e comparado inteiro antes de existir uma central; um danificado não deixa
          nada. Uma configuração que já existe é mantida se for a do backup. Se for interrompido,
          basta rodar de novo.

          Uma central restaurada fica em espera: não envia nada até o `resume`, e `resume -n` lista o
          que sairia; uma de teste não fica. A central continuou depois do backup e deu números que as pessoas conhecem:
          eles não são dados de novo. De cada tipo são pulados cem números e dez vezes os que a
          central deu, em média, num tempo igual ao que se perdeu, no máximo 100.000; `--gap` diz
          quantos, se você souber melhor.

          O que foi enviado depois do backup não está nele: veja o que sairia antes de retomar.
          """),
      examples: [
        Example(
          "deskctl restore central.tar --to /tmp/ensaio",
          Text(en: "a drill", pt: "um ensaio")),
        Example(
          "ssh cofre cat central.tar | deskctl restore -",
          Text(en: "from another machine", pt: "de outra máquina")),
      ],
      arguments: [
        ArgumentSpec(
          "FILE", Text(en: "the backup; - is standard input", pt: "o backup; - é a entrada padrão"),
          completion: .file)
      ],
      options: [RestoreOptions.to, RestoreOptions.gap, RestoreOptions.allowNetwork],
      action: .making(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let file = words.arguments[0]
    let place = RestoredDesk(desk, folder: words.value(RestoreOptions.to))
    var wishes = Restoring.Wishes(now: try desk.now(), actor: desk.actor.name) { at in
      let time = at.rfc3339
      return Text(en: "restored from the backup of \(time)", pt: "restaurada do backup de \(time)")(
        desk.language)
    }
    wishes.gap = try words.number(RestoreOptions.gap, from: 0)
    if let gap = wishes.gap, gap > RestoreOptions.mostGap {
      throw Failure.badValue(
        RestoreOptions.gap, String(gap),
        Text(
          en: "at most \(RestoreOptions.mostGap)", pt: "no máximo \(RestoreOptions.mostGap)"))
    }
    wishes.allowsNetwork = words.has(RestoreOptions.allowNetwork)
    let restoring = try Restoring(
      config: place.config, data: place.data, wishes, kernel: desk.surroundings.kernel)
    if desk.isDryRun { return try desk.verifyBackup(file) }
    let outcome = try Failure.readingBackup(file) { try restoring.run(desk.chunks(of: file)) }
    desk.noteCommit()
    let told = place.record(outcome)
    return Output(
      .one(schema: "restore", told, text: place.text(outcome, desk.language)),
      notices: outcome.findings.isEmpty ? [] : [.restoredDamage(outcome.findings.count)])
  }
}

/// Where a desk is restored to, and what is said of it.
private struct RestoredDesk {
  let config: String
  let data: String
  /// The options that name it on a command line.
  private let options: String

  init(_ desk: Desk, folder: String?) {
    guard let folder else {
      config = desk.configPath
      data = desk.dataPath
      options = [OptionSpec.config, .data].compactMap { option in
        desk.globals.value(option).map { "--\(option.name) \(ShellWords.quote($0)) " }
      }.joined()
      return
    }
    let whole = desk.surroundings.absolute(folder)
    config = whole + "/config"
    data = whole + "/data"
    options = "--config \(ShellWords.quote(config)) --data \(ShellWords.quote(data)) "
  }

  func record(_ outcome: Restoring.Outcome) -> JSONValue {
    [
      "config": JSONValue(config), "data": JSONValue(data),
      "backupAt": JSONValue(outcome.reading.madeAt.rfc3339),
      "files": JSONValue(outcome.reading.files), "hold": JSONValue(outcome.isOnHold),
      "next": .object(
        JSONObject(
          uniqueMembers: outcome.gaps.map { ($0.kind.rawValue, JSONValue($0.next)) })),
      "findings": JSONValue(outcome.findings.count),
    ]
  }

  func text(_ outcome: Restoring.Outcome, _ language: Language) -> String {
    let kept = Text(en: " (was there, the same)", pt: " (já existia, igual)")(language)
    var rows = [
      (Text(en: "configuration", pt: "configuração"), config + (outcome.isConfigKept ? kept : "")),
      (Text(en: "store", pt: "dados"), data),
      (Text(en: "state of", pt: "estado de"), outcome.reading.madeAt.rfc3339),
      (Text(en: "next numbers", pt: "próximos números"), next(outcome.gaps)),
    ]
    if outcome.isOnHold {
      rows.append(
        (
          Text(en: "on hold", pt: "em espera"),
          Text(en: "nothing fires or is sent", pt: "nada dispara nem é enviado")(language)
        ))
    }
    let width = rows.map { $0.0(language).count }.max() ?? 0
    let lines = rows.map { title, value in
      title(language) + String(repeating: " ", count: width + 2 - title(language).count) + value
    }
    let todo = outcome.isOnHold ? ["resume -n", "resume"] : ["status"]
    let after =
      [Text(en: "Next:", pt: "Agora:")(language)] + todo.map { "  deskctl \(options)\($0)" }
    return (lines + [""] + after).joined(separator: "\n") + "\n"
  }

  private func next(_ gaps: [NumberGap]) -> String {
    gaps.map { "\($0.kind.rawValue)/\($0.next)" }.joined(separator: " ")
  }
}

extension Notice {
  fileprivate static func restoredDamage(_ count: Int) -> Notice {
    Notice(
      "damaged",
      Text(
        en: "the backup holds \(count) things that a doctor names; they are restored as they were",
        pt: "o backup tem \(count) coisas que o doctor aponta; foram restauradas como estavam"),
      hint: Text("deskctl doctor"))
  }
}
