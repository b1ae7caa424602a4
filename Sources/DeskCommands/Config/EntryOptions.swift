import CommandLineKit
import DeskCore
import JSON

/// The options of `add` and `set`, made from what a record declares.
enum EntryOptions {
  static func options<Entry: ConfiguredRecord>(of type: Entry.Type) -> [OptionSpec] {
    EntryKind<Entry>.keys.map(\.optionSpec)
  }

  /// `--unset KEY`, for what may be without a value.
  static func unset<Entry: ConfiguredRecord>(of type: Entry.Type) -> OptionSpec {
    .list(
      "unset", "KEY", Text(en: "takes values away", pt: "tira valores"),
      choices: EntryKind<Entry>.keys.filter { !$0.field.isRequired }.map(\.text))
  }
}

extension SettingKey {
  var optionSpec: OptionSpec {
    .value(
      option, placeholder, Text(en: field.note.en, pt: field.note.pt), completion: completion,
      choices: choices)
  }

  private var placeholder: String {
    switch field.shape {
    case .boolean: "yes|no"
    case .integer: "N"
    case .text: "TEXT"
    case .choice: "WORD"
    case .list: "A,B"
    case .record: "JSON"
    }
  }

  private var choices: [String] {
    switch field.shape {
    case .boolean: ["yes", "no"]
    case .choice(let words): words
    case .integer, .text, .list, .record: []
    }
  }

  /// A key that is called like a noun, or like several of it, takes names of that noun.
  private var completion: CompletionKind {
    if case .list(.choice(let words)) = field.shape { return .words(words) }
    let noun = Configured.kinds.first { $0.noun == text || $0.file == text }?.noun
    return noun.map { .dynamic($0) } ?? .none
  }
}

extension Desk {
  /// Puts what the options say into an entry, which stays in its author's order.
  func fill<Entry: ConfiguredRecord>(
    _ object: JSONObject, _ type: Entry.Type, _ words: ParsedWords
  ) throws -> JSONObject {
    var filled = object
    for key in EntryKind<Entry>.keys {
      guard let typed = words.value(named: key.option) else { continue }
      let value = try value(key, named: "--\(key.option)", typed)
      if key.value(in: filled) != value { filled = filled.setting(value, at: key.steps) }
    }
    return filled
  }
}
