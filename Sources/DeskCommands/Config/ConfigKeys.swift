import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// The keys of `desk.json`, and their values as people type and read them.
enum ConfigKeys {
  static var all: [SettingKey] { SettingKey.all(below: DeskFile.fields.erased) }

  static let argument = ArgumentSpec(
    "KEY",
    Text(en: "such as schedules.spacing.minutes", pt: "como schedules.spacing.minutes"),
    completion: .dynamic("key"))

  /// A key as it was typed.
  static func find(_ typed: String) throws -> SettingKey {
    switch SettingKey.find(typed, among: all) {
    case .key(let key): return key
    case .none(let suggestion): throw ConfigError.noSuchKey(typed, suggestion: suggestion)
    }
  }
}

extension SettingKey {
  /// The value that holds: the one in the file, else the one that it is where it is unset.
  func value(in file: JSONObject) -> JSONValue? {
    if let value = file.value(at: steps), !value.isNull { return value }
    return field.standard
  }

  /// A value as people read it; empty where there is none.
  func word(_ value: JSONValue?) -> String { value.map { field.shape.word(for: $0) } ?? "" }
}

extension Desk {
  /// The value that was typed for a key; of a text `@FILE` reads it from a file.
  func value(_ key: SettingKey, named name: String, _ typed: String) throws -> JSONValue {
    do {
      return try key.field.shape.value(typed: text(typed))
    } catch let error as Unreadable {
      throw Failure.badValue(name, typed, error.text)
    }
  }

  /// The object that `desk.json` holds.
  func deskObject() throws -> JSONObject {
    _ = try settings
    return try config().tree(ConfigFolder.deskFile)?.object ?? JSONObject()
  }
}

/// What becomes of one key.
struct KeyChange {
  let key: SettingKey
  let old: JSONValue?
  let new: JSONValue?

  static let none = Text(en: "(unset)", pt: "(sem valor)")

  func change(_ language: Language) -> Output.Change {
    let none = Self.none(language)
    func shown(_ value: JSONValue?) -> String {
      let word = key.word(value)
      return word.isEmpty ? none : Shown(word).line
    }
    let what =
      old == new
      ? Text(en: "already so", pt: "já estava assim")(language) : "\(shown(old)) → \(shown(new))"
    return Output.Change(
      id: key.text, line: "\(key.text): \(what)",
      record: ["key": JSONValue(key.text), "old": old ?? .null, "new": new ?? .null])
  }
}
