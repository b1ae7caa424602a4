import CommandLineKit
import DeskCore

/// The keys of `whatsapp` in `desk.json`, as its own commands name them: without the first step.
enum WhatsAppKeys {
  static var all: [SettingKey] { SettingKey.all(below: WhatsAppSettings.fields.erased) }

  /// The same key as `config` names it.
  static func whole(_ key: SettingKey) -> SettingKey { key.within("whatsapp") }

  /// A key without its first step.
  static func short(_ key: SettingKey) -> String {
    key.steps.dropFirst().joined(separator: ".")
  }

  /// `--unset KEY`: every key may be without a value.
  static var unset: OptionSpec {
    .value(
      "unset", "KEY",
      Text(
        en: "gives a key back the value that it has unset",
        pt: "devolve a uma chave o valor que tem quando não definida"),
      completion: .words(all.map(\.text)), repeats: true)
  }
}
