import CommandLineKit
import DeskCore
import JSON

extension CommandSpec<Action> {
  static var configUnset: CommandSpec {
    CommandSpec(
      name: "unset",
      summary: Text(
        en: "Give keys back the value that they have unset.",
        pt: "Devolve às chaves o valor que têm quando não definidas."),
      examples: [
        Example(
          "deskctl config unset schedules.maxLateness",
          Text(en: "a day again", pt: "um dia, de novo"))
      ],
      arguments: [
        ArgumentSpec(
          "KEY", ConfigKeys.argument.summary, repeats: true, completion: .dynamic("key"))
      ],
      action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    var wanted: [(key: SettingKey, value: JSONValue?)] = []
    for word in words.arguments {
      let key = try ConfigKeys.find(word)
      if wanted.contains(where: { $0.key.text == key.text }) { throw Failure.keyTwice(key.text) }
      if key.field.isRequired { throw Failure.requiredKey(key.text) }
      wanted.append((key, nil))
    }
    return try desk.changeKeys(wanted)
  }
}

extension Failure {
  static func requiredKey(_ key: String) -> Failure {
    Failure(
      .refused, "required",
      Text(en: "\(key) must have a value", pt: "\(key) precisa ter um valor"),
      hint: Text("deskctl config set \(key)=…"))
  }
}
