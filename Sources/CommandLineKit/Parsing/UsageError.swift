/// What is wrong with a line, as facts. Options are named without dashes, except in
/// `unknownOption`, which has the word as it was typed.
package enum UsageError: Error, Hashable, Sendable {
  case unknownCommand(String, in: [String], suggestion: String?)

  /// A noun without its verb; the verbs that it has.
  case missingCommand([String], verbs: [String])
  case unknownOption(String, suggestion: String?)
  case missingValue(String)

  /// `--flag=value`.
  case unexpectedValue(String)
  case repeatedOption(String)
  case invalidChoice(String, String, choices: [String], suggestion: String?)
  case missingOption(String)
  case missingArgument(String)
  case unexpectedArgument(String)
}
