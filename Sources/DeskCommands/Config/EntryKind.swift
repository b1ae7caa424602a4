import CommandLineKit
import DeskCore
import JSON

/// A noun of Config as its commands need it: the record declares the rest.
struct EntryKind<Entry: ConfiguredRecord>: Sendable {
  /// `a team`, `uma equipe`.
  let one: Text
  /// `the teams`, `as equipes`.
  let all: Text
  let summary: Text
  var discussion: Text?
  /// What may follow `add ID` in an example.
  let example: String
  let uses: EntryUses<Entry>
  /// What a change of one is told to bring about; asked before it is written.
  var warnings:
    (@Sendable (Desk, Entry.ID, _ old: JSONObject, _ new: JSONObject) throws -> [Notice])?
  /// The name of one that is added without.
  var nameFromID: @Sendable (String) -> String = { id in
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `list`, `show`, `add`, `set` and `remove`.
  var commands: [CommandSpec<Action>] { [list, show, add, set, remove] }

  var group: CommandGroup<Action> { group(commands) }

  func group(_ commands: @autoclosure @escaping @Sendable () -> [CommandSpec<Action>])
    -> CommandGroup<Action>
  {
    CommandGroup(
      name: Entry.noun, summary: summary, discussion: discussion, commands: commands())
  }

  static var keys: [SettingKey] { SettingKey.all(below: Entry.fields.erased) }

  /// The argument that names one of them.
  static var argument: ArgumentSpec {
    ArgumentSpec(
      "ID",
      Text(en: "its name in files and commands", pt: "o nome em arquivos e comandos"),
      completion: .dynamic(Entry.noun))
  }

  static var arguments: ArgumentSpec {
    ArgumentSpec(
      "ID",
      Text(
        en: "names in files and commands; - reads them from standard input",
        pt: "nomes em arquivos e comandos; - lê da entrada padrão"),
      repeats: true, completion: .dynamic(Entry.noun))
  }
}
