import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// A part of `desk.json` that has commands of its own, which name its keys without the first step.
struct SettingsSection: Sendable {
  let name: String
  private let fields: @Sendable () -> [AnyField]

  static let whatsapp = SettingsSection(
    name: "whatsapp",
    fields: { WhatsAppSettings.fields.erased })
  static let livechat = SettingsSection(
    name: "livechat",
    fields: { LivechatSettings.fields.erased })

  var keys: [SettingKey] { SettingKey.all(below: fields()) }

  /// The same key as `config` names it.
  func whole(_ key: SettingKey) -> SettingKey { key.within(name) }

  /// `--unset KEY`: every key may be without a value.
  var unset: OptionSpec {
    .list(
      "unset", "KEY",
      Text(
        en: "gives keys back the value that they have unset",
        pt: "devolve às chaves o valor que têm quando não definidas"),
      completion: .words(keys.map(\.text)))
  }

  var options: [OptionSpec] { keys.map(\.optionSpec) + [unset] }

  /// What the options of `set` ask for, by whole keys; nil unsets one.
  func wanted(
    _ desk: Desk, _ words: ParsedWords
  ) throws -> [(key: SettingKey, value: JSONValue?)] {
    var wanted: [(key: SettingKey, value: JSONValue?)] = []
    for key in keys {
      guard let typed = words.value(named: key.option) else { continue }
      let value = try desk.value(key, named: "--\(key.option)", typed)
      wanted.append((whole(key), value))
    }
    for typed in words.values(unset) {
      let key = try whole(find(typed))
      if wanted.contains(where: { $0.key.text == key.text }) { throw Failure.keyTwice(key.text) }
      wanted.append((key, nil))
    }
    if wanted.isEmpty { throw Failure.nothingToSet(name) }
    return wanted
  }

  private func find(_ typed: String) throws -> SettingKey {
    switch SettingKey.find(typed, among: keys) {
    case .key(let key): return key
    case .none(let suggestion): throw ConfigError.noSuchKey(typed, suggestion: suggestion)
    }
  }

  /// Every setting with the value that holds and where it comes from.
  func rows(_ desk: Desk) throws -> [SettingRow] {
    let object = try desk.deskObject()
    let origins = try desk.configOrigins()
    return keys.map { key in
      SettingRow(
        key: key, value: whole(key).value(in: object), origin: origins.origin(of: whole(key)))
    }
  }

  /// The same as scripts read them.
  func json(_ rows: [SettingRow]) -> JSONObject {
    [
      "settings": .object(
        rows.reduce(JSONObject()) { $0.setting($1.value ?? .null, at: $1.key.steps) }),
      "origins": .object(
        JSONObject(uniqueMembers: rows.map { ($0.key.text, JSONValue($0.origin)) })),
    ]
  }
}

extension SettingsSection {
  /// `whatsapp changed: email.required no → yes, title`: a text is named and not repeated.
  func line(of changes: [KeyChange], _ language: Language) -> String {
    let real = changes.filter { $0.old != $0.new }
    if real.isEmpty {
      return Text(en: "\(name): already so", pt: "\(name): já estava assim")(language)
    }
    return Text(en: "\(name) changed: ", pt: "\(name) alterado: ")(language)
      + real.map { brief($0, language) }.joined(separator: ", ")
  }

  private func brief(_ change: KeyChange, _ language: Language) -> String {
    let name = change.key.steps.dropFirst().joined(separator: ".")
    let none = KeyChange.none(language)
    if case .text(form: nil, _) = change.key.field.shape {
      return change.new == nil ? "\(name) → \(none)" : name
    }
    func shown(_ value: JSONValue) -> String { Shown(change.key.word(value)).line }
    let before = change.old.map { shown($0) + " " } ?? ""
    return "\(name) \(before)→ \(change.new.map(shown) ?? none)"
  }
}
