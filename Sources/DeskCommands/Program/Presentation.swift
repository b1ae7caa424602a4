import CommandLineKit
import DeskCore
import DeskSystem
import JSON

/// How what a command says is laid out and told: chosen from the options and from who is looking.
extension Desk {
  var isJSON: Bool { globals.has(.json) || globals.has(.jsonl) }

  var style: Style {
    switch globals.value(.color) {
    case "always": Style(isOn: true)
    case "never": .plain
    default: Style(isOn: surroundings.console.isTerminal && surroundings["NO_COLOR"] == nil)
    }
  }

  func rendering() throws -> Rendering {
    let isShown = surroundings.console.isTerminal && globals.value(.out) == nil
    return Rendering(
      format: try format(isShown: isShown), language: language, style: isShown ? style : .plain,
      fields: globals.value(.fields).map { $0.split(separator: ",").map { String($0.trimmed) } },
      escaping: isShown ? .terminal : .minimal)
  }

  private func format(isShown: Bool) throws -> OutputFormat {
    if globals.has(.json) { return .json }
    if globals.has(.jsonl) { return .jsonl }
    if globals.has(.quiet) { return .ids }
    switch globals.value(.format) ?? (isShown ? "table" : "tsv") {
    case "table":
      return .table(
        width: surroundings["COLUMNS"].flatMap { Int($0) } ?? surroundings.console.columns)
    case "csv":
      return .csv(delimiter: try delimiter(), byteOrderMark: globals.has(.byteOrderMark))
    case "github": return .github
    default: return .tsv(header: globals.has(.header))
    }
  }

  /// What is between the cells of CSV.
  func delimiter() throws -> Character {
    let typed = globals.value(.delimiter) ?? ","
    guard let delimiter = typed == "\\t" ? "\t" : typed.first, typed.count == 1 || typed == "\\t"
    else {
      throw Failure.badValue(.delimiter, typed, Text(en: "one character", pt: "um caractere"))
    }
    return delimiter
  }

  // MARK: Standard error

  func tell(_ failure: Failure) {
    tell(isJSON ? failure.json(language).text() + "\n" : failure.text(language, style))
  }

  func tell(_ notice: Notice) {
    tell(isJSON ? notice.json.text() + "\n" : notice.text(language, style))
  }

  private func tell(_ text: String) { surroundings.console.writeError(Array(text.utf8)) }
}
