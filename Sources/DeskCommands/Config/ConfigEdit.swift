import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension CommandSpec<Action> {
  static var configEdit: CommandSpec {
    CommandSpec(
      name: "edit",
      summary: Text(
        en: "Change a file with $VISUAL or $EDITOR; desk.json unless named.",
        pt: "Altera um arquivo com $VISUAL ou $EDITOR; desk.json se não for dito."),
      discussion: Text(
        en: """
          What is edited is a copy. It takes the file's place only when all of the configuration has
          no fault; until then you are asked whether to go on, and nothing is locked.
          """,
        pt: """
          O que se edita é uma cópia. Ela só toma o lugar do arquivo quando a configuração inteira não
          tem falha; até lá, o comando pergunta se você quer continuar, e nada fica travado.
          """),
      arguments: [ConfigFileName.argument], action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let name = try ConfigFileName.find(words.argument(0) ?? "desk")
    let edit = try ConfigEdit(desk, file: name + ".json")
    let isChanged = try edit.run()
    let what = isChanged ? EventWord.text("set") : Text(en: "already so", pt: "já estava assim")
    return Output(
      .changed(
        schema: "config.file",
        [
          Output.Change(
            id: name, line: "\(name).json: \(what(desk.language))",
            record: ["file": JSONValue("\(name).json"), "changed": JSONValue(isChanged)])
        ]))
  }
}

/// One editing of a file of Config, from the copy to the rename.
private struct ConfigEdit {
  private let desk: Desk
  private let config: ConfigFolder
  private let file: String
  /// Beside the file, so that the editor finds the schema.
  private let copy: String
  private let original: [UInt8]?

  init(_ desk: Desk, file: String) throws {
    self.desk = desk
    self.file = file
    config = try desk.config()
    original = try config.folder.read(file)
    let tag = try randomBytes(4).map { String($0, radix: 16) }.joined()
    copy = ".deskctl-edit-\(tag)-\(file)"
  }

  /// Whether anything was changed.
  func run() throws -> Bool {
    let editor = try Editor(desk, example: "deskctl config edit")
    try config.folder.replace(copy, with: original ?? skeleton)
    do {
      let isChanged = try editUntilSound(with: editor)
      // It is done: a copy that stays harms nothing.
      try? config.folder.remove(copy)
      return isChanged
    } catch {
      // What was typed stays where somebody else's change stands in its way.
      if case ConfigError.changedMeanwhile = error { throw error }
      try? config.folder.remove(copy)
      throw error
    }
  }

  /// Has it edited until it has no fault, and puts it in place where it is another one.
  private func editUntilSound(with editor: Editor) throws -> Bool {
    while true {
      try editor.open(config.folder.absolute(copy))
      let edited = try config.folder.read(copy) ?? []
      if edited == original { return false }
      do {
        try putInPlace(edited)
        return true
      } catch ConfigError.faults(let faults, let folder) {
        try askForMore(ConfigError.faults(faults, folder: folder))
      }
    }
  }

  private var skeleton: [UInt8] {
    let name = String(file.dropLast(5))
    let tree: JSONValue = ["$schema": JSONValue("schema/\(name).schema.json"), name: [:]]
    return tree.serialized(.pretty) + Array("\n".utf8)
  }

  private func putInPlace(_ edited: [UInt8]) throws {
    try config.locked(.exclusive, patience: desk.patience()) {
      guard try config.folder.read(file) == original else {
        throw ConfigError.changedMeanwhile(
          file: config.folder.absolute(file), keptIn: config.folder.absolute(copy))
      }
      try config.assume(file, bytes: edited)
      try desk.checkConfig()
      if !desk.isDryRun { try desk.writeConfig(file, edited) }
    }
  }

  /// Tells what is wrong and asks whether to go on editing; throws it where nobody is to be asked,
  /// or they had enough.
  private func askForMore(_ error: ConfigError) throws {
    let console = desk.surroundings.console
    guard console.isInputTerminal, !desk.globals.has(.noInput) else { throw error }
    let failure = Failure.config(error, desk: desk)
    let question = Text(en: "Edit again? [Y/n] ", pt: "Editar de novo? [S/n] ")(desk.language)
    console.writeError(Array((failure.text(desk.language, .plain) + question).utf8))
    let answer = String(decoding: try console.read(), as: UTF8.self).trimmed.lowercased()
    if answer.hasPrefix("n") { throw error }
  }
}
