import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var configSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Change keys, all of them together or none.",
        pt: "Altera chaves, todas juntas ou nenhuma."),
      examples: [
        Example(
          "deskctl config set schedules.spacing.minutes=4 schedules.spacing.scope=agent",
          Text(
            en: "each agent's schedules, four minutes apart",
            pt: "os de cada atendente, a cada quatro minutos")),
        Example(
          "deskctl config set 'desk.ticketLink=https://example.com/t/{ticket}'",
          Text(en: "where customers see their ticket", pt: "onde o cliente vê o chamado")),
      ],
      arguments: [
        ArgumentSpec(
          "KEY=VALUE",
          Text(en: "yes or no; @FILE reads a text", pt: "yes ou no; @ARQUIVO lê um texto"),
          repeats: true, completion: .dynamic("key"))
      ],
      action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    var wanted: [(key: SettingKey, value: JSONValue)] = []
    for word in words.arguments {
      guard let equals = word.firstIndex(of: "=") else {
        throw Failure.badValue("KEY=VALUE", word, Text("KEY=VALUE"))
      }
      let key = try ConfigKeys.find(String(word[..<equals]))
      if wanted.contains(where: { $0.key.text == key.text }) { throw Failure.keyTwice(key.text) }
      let typed = String(word[word.index(after: equals)...])
      wanted.append((key, try desk.value(key, named: key.text, typed)))
    }
    return try desk.changeKeys(wanted.map { ($0.key, $0.value) })
  }
}

extension Desk {
  /// Gives keys of `desk.json` new values, or with nil none, in one rename.
  func changeKeys(_ wanted: [(key: SettingKey, value: JSONValue?)]) throws -> Output {
    let (changes, notices) = try rewriteKeys(wanted)
    return Output(
      .changed(schema: "config.change", changes.map { $0.change(language) }), notices: notices)
  }

  /// The same, for a command that has words of its own for what changed.
  func rewriteKeys(
    _ wanted: [(key: SettingKey, value: JSONValue?)]
  ) throws -> ([KeyChange], [Notice]) {
    try rewrite(ConfigFolder.deskFile) { old in
      var new = old
      for (key, value) in wanted where value == nil || key.value(in: old) != value {
        new = new.setting(value, at: key.steps)
      }
      let given = wanted.filter { $0.value != nil }.map(\.key.steps)
      let dropped = DroppedAttempts(old, new, given: given)
      let changes = wanted.map {
        KeyChange(key: $0.key, old: $0.key.value(in: old), new: $0.key.value(in: new))
      }
      return (dropped?.object ?? new, (changes, dropped.map { [$0.notice] } ?? []))
    }
  }
}

extension Failure {
  static func keyTwice(_ key: String) -> Failure {
    Failure(
      .usage, "usage", Text(en: "\(key) is given twice", pt: "\(key) aparece duas vezes"),
      hint: Text("deskctl config get \(key)"))
  }
}
