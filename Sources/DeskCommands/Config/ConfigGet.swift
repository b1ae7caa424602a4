import CommandLineKit
import DeskCore
import JSON

extension CommandSpec<Action> {
  static var configGet: CommandSpec {
    CommandSpec(
      name: "get",
      summary: Text(
        en: "The value of a key, set or not; 1 if it has none.",
        pt: "O valor de uma chave, definida ou não; 1 se não houver."),
      examples: [
        Example(
          "deskctl config get schedules.spacing.minutes",
          Text(en: "the gap between schedules", pt: "o intervalo entre agendamentos"))
      ],
      arguments: [ConfigKeys.argument], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let key = try ConfigKeys.find(words.arguments[0])
    let value = key.value(in: try desk.deskObject())
    let record: JSONValue = ["key": JSONValue(key.text), "value": value ?? .null]
    return Output(
      .one(schema: "config", record, text: value == nil ? "" : key.word(value) + "\n"),
      exit: value == nil ? .no : .done)
  }
}
