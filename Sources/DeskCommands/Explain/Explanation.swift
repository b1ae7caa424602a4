import CommandLineKit
import JSON

/// What a code means: a rule, an exit status, a failure's code, a finding of `doctor`, the reason of
/// a schedule that failed.
struct Explanation: Sendable {
  /// What kind of code it is, in the order in which they are listed.
  enum Kind: String, CaseIterable, Sendable {
    case rule
    case exitStatus = "exit_status"
    case failure
    case finding
    case reason
  }

  let kind: Kind
  /// `S4`, `5`, `busy`, `ticket_open`.
  let code: String
  /// A phrase, for lists.
  let title: Text
  /// Two to five sentences.
  let body: Text
  /// Lines to paste; they read the same in every language.
  var lines: [String] = []

  /// A rule of the desk, by its id.
  static func rule(
    _ id: String, _ title: Text, en: String, pt: String, _ lines: String...
  ) -> Explanation {
    Explanation(
      kind: .rule, code: id, title: title, body: Text(en: en, pt: pt), lines: lines)
  }

  /// The code of a failure or a warning.
  static func failure(
    _ code: String, _ title: Text, en: String, pt: String, _ lines: String...
  ) -> Explanation {
    Explanation(
      kind: .failure, code: code, title: title, body: Text(en: en, pt: pt), lines: lines)
  }

  /// What `doctor` finds.
  static func finding(
    _ code: String, _ title: Text, en: String, pt: String, _ lines: String...
  ) -> Explanation {
    Explanation(
      kind: .finding, code: code, title: title, body: Text(en: en, pt: pt), lines: lines)
  }

  /// Why a schedule was not carried out.
  static func reason(
    _ code: String, _ title: Text, en: String, pt: String, _ lines: String...
  ) -> Explanation {
    Explanation(
      kind: .reason, code: code, title: title, body: Text(en: en, pt: pt), lines: lines)
  }
}

extension Explanation {
  /// Every code that the program says, rules first.
  static var all: [Explanation] {
    rules + exitStatuses + failures + findings + reasons
  }

  /// The rules, in the order of their ids.
  static var rules: [Explanation] {
    rulesOfOpening + rulesOfConversations + rulesOfMessages + rulesOfLivechat + rulesOfRouting
      + rulesOfSchedules + rulesOfDelivery
  }

  /// What explains a code, in whatever case it was typed.
  static func of(_ code: String) -> Explanation? {
    let typed = code.lowercased()
    return all.first { $0.code.lowercased() == typed }
  }

  /// How a person reads it.
  func page(_ language: Language) -> HelpPage {
    let pasted = lines.isEmpty ? "" : "\n\n" + lines.map { "  " + $0 }.joined(separator: "\n")
    return HelpPage(heading: "\(code): \(title(language))", body: body(language) + pasted)
  }

  /// Its sentences follow the language, its codes do not.
  func json(_ language: Language) -> JSONValue {
    [
      "code": JSONValue(code), "kind": JSONValue(kind.rawValue),
      "title": JSONValue(title(language)), "text": JSONValue(Self.oneLine(body(language))),
      "commands": .array(lines.map { JSONValue($0) }),
    ]
  }

  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}
