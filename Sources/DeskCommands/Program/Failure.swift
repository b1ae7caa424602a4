package import CommandLineKit
package import JSON

/// Why a command did not do what it was asked, as a person and a script are told: its kind alone
/// decides the exit status.
package struct Failure: Error, Sendable {
  package let exit: ExitStatus
  /// A rule's id where a rule refuses, else a word that stays the same: `not_found`, `busy`.
  package let code: String
  package let message: Text
  /// What to do next: a line to paste where there is one.
  package var hint: Text?
  /// What a script may want besides, as an object.
  package var details: JSONObject

  package init(
    _ exit: ExitStatus, _ code: String, _ message: Text, hint: Text? = nil,
    details: JSONObject = [:]
  ) {
    self.exit = exit
    self.code = code
    self.message = message
    self.hint = hint
    self.details = details
  }

  /// What stands on standard error: `deskctl: error: S2: …` and `deskctl: hint: …`.
  func text(_ language: Language, _ style: Style) -> String {
    let shown = "\(Shown(code).line): \(Shown(message(language)).paragraph)"
    let first = "deskctl: \(style.red(Failure.error(language))): \(shown)\n"
    guard let hint else { return first }
    return first + "deskctl: \(Failure.hint(language)): \(Shown(hint(language)).paragraph)\n"
  }

  static func error(_ language: Language) -> String { Text(en: "error", pt: "erro")(language) }
  static func hint(_ language: Language) -> String { Text(en: "hint", pt: "dica")(language) }

  /// The same as one object. Its sentences follow the language, its codes do not.
  func json(_ language: Language) -> JSONValue {
    var error: JSONObject = [
      "code": JSONValue(code), "exit": JSONValue(Int(exit.rawValue)),
      "message": JSONValue(message(language)),
    ]
    if let hint { error["hint"] = JSONValue(hint(language)) }
    error["details"] = .object(details)
    return ["error": .object(error)]
  }
}

/// Something that a person should know though the command went on.
package struct Notice: Sendable {
  package let code: String
  package let message: Text
  package var hint: Text?

  package init(_ code: String, _ message: Text, hint: Text? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  func text(_ language: Language, _ style: Style) -> String {
    let word = style.yellow(Text(en: "warning", pt: "aviso")(language))
    let first = "deskctl: \(word): \(code): \(Shown(message(language)).paragraph)\n"
    guard let hint else { return first }
    return first + "deskctl: \(Failure.hint(language)): \(Shown(hint(language)).paragraph)\n"
  }

  var json: JSONValue {
    ["warning": ["code": JSONValue(code), "message": JSONValue(message.en)]]
  }
}
