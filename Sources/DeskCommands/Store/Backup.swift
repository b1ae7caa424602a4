import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

private enum BackupOptions {
  static let verify = OptionSpec.value(
    "verify", "FILE",
    Text(
      en: "make none; read one whole and look at what it holds",
      pt: "não grava nenhum; lê um inteiro e examina o que ele guarda"),
    completion: .file)
}

extension CommandSpec<Action> {
  static var backup: CommandSpec {
    CommandSpec(
      name: "backup",
      summary: Text(
        en: "The whole desk as one tar.", pt: "A central inteira em um tar."),
      discussion: Text(
        en: """
          The tar holds Config and data, and last a list with the SHA-256 of each file; any `tar`
          reads it. It is the state of one instant: the locks of Config and of the store are held
          shared from the first byte to the last, so that commands which read go on and those which
          write wait. To standard output it goes when they are given back.

          What it does not hold: Config's git history, what lies in `outgoing` for other programs to
          take, and secrets, which are never in Config.

          `--verify` reads a backup as `restore` does, compares every hash, and looks at the store in
          it as `doctor` does: 9 with the place where it is damaged. For that it unpacks it beside the
          file, and removes what it unpacked.
          """,
        pt: """
          O tar leva a configuração e os dados e, por último, uma lista com o SHA-256 de cada arquivo;
          qualquer `tar` o lê. É o estado de um instante: as travas da configuração e dos dados ficam
          compartilhadas do primeiro ao último byte, de modo que os comandos que leem continuam e os
          que gravam esperam. Para a saída padrão ele vai depois que elas são devolvidas.

          O que ele não leva: o histórico do git da configuração, o que está em `outgoing` à espera
          de outros programas, e segredos, que nunca ficam na configuração.

          `--verify` lê um backup como o `restore` faz, compara cada hash e examina os dados como o
          `doctor` faz: 9, com o lugar, se há dano. Para isso desempacota ao lado do arquivo e apaga
          o que desempacotou.
          """),
      examples: [
        Example(
          "deskctl backup -o central.tar", Text(en: "into a file", pt: "para um arquivo")),
        Example(
          "deskctl backup | ssh cofre 'cat >central.tar'",
          Text(en: "onto another machine", pt: "para outra máquina")),
        Example(
          "deskctl backup --verify central.tar", Text(en: "is it whole?", pt: "está inteiro?")),
      ],
      options: [BackupOptions.verify], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    if let path = words.value(BackupOptions.verify) { return try desk.verifyBackup(path) }
    try desk.settleActor(needing: .administer)
    let isToFile = desk.globals.value(.out).map { $0 != "-" } ?? false
    return isToFile ? try toFile(desk) : try toStandardOutput(desk)
  }

  /// Straight into the file, which takes its place when it is whole.
  private static func toFile(_ desk: Desk) throws -> Output {
    try desk.refuseInside([desk.configPath, desk.dataPath], desk.globals.value(.out) ?? "-")
    let target = try OutputTarget(desk, mode: 0o600)
    let told = try desk.writeBackup { try target.write($0) }
    try target.finish()
    return try desk.tellBackup(told)
  }

  /// Whoever reads may be slow: it waits in a file without a name until the locks are free.
  private static func toStandardOutput(_ desk: Desk) throws -> Output {
    if desk.surroundings.console.isTerminal { throw Failure.backupToTerminal }
    var spool = Spool(desk.surroundings)
    _ = try desk.writeBackup { bytes in try spool.add { $0 += bytes } }
    return Output(.spooled(spool))
  }
}

extension Desk {
  /// Writes the desk as it is at one instant; the locks are taken in the order that all take.
  fileprivate func writeBackup(_ sink: @escaping ([UInt8]) throws -> Void) throws -> BackupWriting {
    let config = try config()
    let store = try store()
    let now = try now()
    let patience = try patience()
    return try config.locked(.shared, patience: patience) {
      try store.read(patience: patience) { _ in
        var writing = BackupWriting(
          config: config.folder, store: store.folder, at: now, version: Release.version, to: sink)
        try writing.write()
        for path in writing.leftOut { note(.leftOut(path)) }
        return writing
      }
    }
  }

  /// The file has its place: what is said of it goes to standard output.
  fileprivate func tellBackup(_ writing: BackupWriting) throws -> Output {
    let path = globals.value(.out) ?? ""
    let record: JSONValue = [
      "file": JSONValue(path), "files": JSONValue(writing.files), "bytes": JSONValue(writing.bytes),
    ]
    let line = Text(
      en: "\(path): \(writing.files) files, \(writing.bytes) bytes\n",
      pt: "\(path): \(writing.files) arquivos, \(writing.bytes) bytes\n")
    let output = Output(.one(schema: "backup", record, text: line(language)))
    try surroundings.console.write(Array(rendering().text(output).utf8))
    return Output(.streamed)
  }
}

extension Failure {
  static let backupToTerminal = Failure(
    .usage, "usage",
    Text(
      en: "a backup is no text for a terminal", pt: "um backup não é texto para um terminal"),
    hint: Text("deskctl backup -o central.tar"))
}

extension Notice {
  fileprivate static func leftOut(_ path: String) -> Notice {
    Notice(
      "left_out",
      Text(
        en: "\(path) is none of the store's own and is not in the backup",
        pt: "\(path) não é dos dados da central e não está no backup"))
  }
}
