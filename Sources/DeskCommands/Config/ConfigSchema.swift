import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension CommandSpec<Action> {
  private static var write: OptionSpec {
    .flag(
      "write",
      Text(
        en: "put all of them into the configuration, after an update of deskctl",
        pt: "grava todos na configuração, depois de atualizar o deskctl"))
  }

  static var configSchema: CommandSpec {
    CommandSpec(
      name: "schema",
      summary: Text(
        en: "The JSON Schema of a file; without a name, which there are.",
        pt: "O JSON Schema de um arquivo; sem nome, quais existem."),
      discussion: Text(
        en: "Editors that know JSON Schema complete and check by the `$schema` of each file.",
        pt:
          "Editores que conhecem JSON Schema completam e verificam pelo `$schema` de cada arquivo."),
      arguments: [ConfigFileName.argument], options: [write], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    if words.has(write) { return try writeAll(desk) }
    if let typed = words.argument(0) {
      let name = try ConfigFileName.find(typed)
      let schema = JSONSchema.configFiles.first { $0.name == name }?.schema ?? .null
      return Output(.text(schema.text(.pretty) + "\n"))
    }
    var listing = Listing(
      "config.schema",
      [
        Table.Column(Text(en: "name", pt: "nome"), key: "name"),
        Table.Column(Text(en: "file", pt: "arquivo"), key: "file"),
      ])
    for name in ConfigFileName.all {
      listing.add(
        id: name, ["name": JSONValue(name), "file": JSONValue("\(name).json")],
        [name, "\(name).json"])
    }
    return Output(.list(listing))
  }

  private static func writeAll(_ desk: Desk) throws -> Output {
    try desk.settleActor(needing: .administer)
    let config = try desk.config()
    let stale = try config.locked(.exclusive, patience: desk.patience()) {
      let stale = try ConfigFolder.schemaFiles.filter {
        try config.folder.read($0.path) != $0.bytes
      }
      if !desk.isDryRun {
        for file in stale { try desk.writeConfig(file.path, file.bytes) }
      }
      return stale.map(\.path)
    }
    return Output(
      .changed(
        schema: "config.schema",
        stale.map { path in
          Output.Change(
            id: path, line: "\(path) \(EventWord.text("set")(desk.language))",
            record: ["file": JSONValue(path)])
        }))
  }
}

/// The names of Config's files, without their ending.
enum ConfigFileName {
  static var all: [String] { JSONSchema.configFiles.map(\.name) }

  static var argument: ArgumentSpec {
    ArgumentSpec(
      "NAME",
      Text(en: "of a file: desk, teams, agents, …", pt: "de um arquivo: desk, teams, agents, …"),
      isOptional: true, completion: .words(all))
  }

  /// A file by its name, with its ending or without, or by its noun.
  static func find(_ typed: String) throws -> String {
    let name = typed.hasSuffix(".json") ? String(typed.dropLast(5)) : typed
    if all.contains(name) { return name }
    if let kind = Configured.kinds.first(where: { $0.noun == name }) { return kind.file }
    throw Failure(
      .notFound, "not_found",
      Text(en: "there is no file \(name).json", pt: "não existe o arquivo \(name).json"),
      hint: nearest(to: name, among: all).map {
        Text(en: "did you mean \($0)?", pt: "seria \($0)?")
      }
        ?? Text("deskctl config schema"))
  }
}
