import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension CommandSpec<Action> {
  static var configValidate: CommandSpec {
    CommandSpec(
      name: "validate",
      summary: Text(
        en: "Every fault of every file, with its place; 4 if there is one.",
        pt: "Todas as falhas de todos os arquivos, com o lugar; 4 se houver alguma."),
      discussion: Text(
        en:
          "It needs no store; where there is one, records that no longer fit the settings are told, too. "
          + "With `--format github` a workflow shows each fault, and colours and hours that are probably "
          + "not meant so, beside their lines.",
        pt:
          "Não precisa dos dados; se houver, diz também quais registros já não combinam com a configuração. "
          + "Com `--format github`, um workflow mostra cada falha, e cores e horários que provavelmente não "
          + "são o que se quis, ao lado da linha."
      ),
      examples: [
        Example(
          "deskctl --config Config config validate --format github",
          Text(en: "in a check of a pull request", pt: "na verificação de um pull request"))
      ],
      action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    var faults = try desk.configFaults()
    if faults.isEmpty { faults = try desk.config().staffingFaults() }
    let folder = desk.shownConfigPath
    var listing = Listing(
      "config.fault",
      [
        Table.Column(Text(en: "place", pt: "lugar"), key: "place"),
        Table.Column(Text(en: "key", pt: "chave"), key: "key"),
        Table.Column(Text(en: "fault", pt: "falha"), key: "message", shrinks: true),
      ])
    listing.whenEmpty = Text(en: "\(folder): no faults", pt: "\(folder): nenhuma falha")
    for fault in faults {
      listing.add(
        id: fault.place(in: folder), fault.json(in: folder),
        [fault.place(in: folder), fault.path.text, fault.problemText(desk.language)])
      listing.annotations.append(
        Annotation(
          file: "\(folder)/\(fault.file)", line: fault.position?.line,
          column: fault.position?.column, message: fault.keyAndProblem(desk.language)))
    }
    let contrasts = try desk.contrastWarnings()
    let hours = try desk.hoursWarnings()
    listing.annotations += (contrasts + hours).map { $0.annotation(in: folder, desk.language) }
    let notices = try desk.configNotices() + contrasts.map(\.notice) + hours.map(\.placed)
    return Output(
      .list(listing), notices: notices + desk.recordNotices(),
      exit: faults.isEmpty ? .done : .invalidContent)
  }
}

extension Desk {
  /// What is no fault but not as it should be: files that nobody reads, schemas of another version.
  fileprivate func configNotices() throws -> [Notice] {
    let folder = try config().folder
    let known = [ConfigFolder.deskFile] + Configured.kinds.map { $0.file + ".json" }
    let strays = try (folder.names(in: ".") ?? []).filter {
      $0.hasSuffix(".json") && !$0.hasPrefix(".") && !known.contains($0)
    }
    var notices = strays.map { Notice.stray($0, nearest(to: $0, among: known)) }
    // A link in its place leads to what somebody keeps elsewhere: that is theirs.
    let isLink = try folder.facts(ConfigFolder.schemaFolder)?.kind == "link"
    let isCurrent =
      try isLink || ConfigFolder.schemaFiles.allSatisfy { try folder.read($0.path) == $0.bytes }
    if !isCurrent { notices.append(.staleSchemas) }
    return notices
  }

  /// L2: a file that cannot be read has told its fault.
  fileprivate func contrastWarnings() throws -> [SettingWarning] {
    guard let livechat = try? settings.livechat else { return [] }
    return try contrastWarnings(livechat)
  }
}

extension Notice {
  fileprivate static func stray(_ file: String, _ suggestion: String?) -> Notice {
    Notice(
      "stray",
      Text(en: "nothing reads \(file)", pt: "nada lê \(file)"),
      hint: suggestion.map { Text(en: "did you mean \($0)?", pt: "seria \($0)?") })
  }

  fileprivate static var staleSchemas: Notice {
    Notice(
      "schemas",
      Text(
        en: "the schemas that editors check with are missing or of another version",
        pt: "os esquemas usados pelos editores faltam ou são de outra versão"),
      hint: Text("deskctl config schema --write"))
  }
}
