/// What a line gave to its command: options by name, arguments in order.
///
/// Asking for an option that the command does not declare is a programmer's fault and stops the
/// program.
package struct ParsedWords: Sendable {
  /// The words that are no options, without the noun and the verb.
  package private(set) var arguments: [String] = []

  /// The names of the options on the line, in their order, each once.
  package private(set) var given: [String] = []

  private let declared: Set<String>
  private var valuesByName: [String: [String]] = [:]

  init(table: OptionTable) {
    declared = Set(table.options.map(\.name))
  }

  /// Whether the option is on the line.
  package func has(_ option: OptionSpec) -> Bool { has(named: option.name) }

  /// The value, the last where the option repeats; nil where it is not on the line.
  package func value(_ option: OptionSpec) -> String? { value(named: option.name) }

  /// Every value of an option that repeats, in the line's order.
  package func values(_ option: OptionSpec) -> [String] { values(named: option.name) }

  /// As `has(_:)`, by the name without dashes.
  package func has(named name: String) -> Bool {
    requireDeclared(name)
    return given.contains(name)
  }

  /// As `value(_:)`, by the name without dashes.
  package func value(named name: String) -> String? { values(named: name).last }

  /// As `values(_:)`, by the name without dashes.
  package func values(named name: String) -> [String] {
    requireDeclared(name)
    return valuesByName[name, default: []]
  }

  /// The argument at a place, counted from 0; nil where the line has fewer.
  package func argument(_ index: Int) -> String? {
    arguments.indices.contains(index) ? arguments[index] : nil
  }

  mutating func add(_ option: OptionSpec, _ value: String?) {
    if !given.contains(option.name) { given.append(option.name) }
    if let value { valuesByName[option.name, default: []].append(value) }
  }

  mutating func add(argument: String) {
    arguments.append(argument)
  }

  private func requireDeclared(_ name: String) {
    precondition(declared.contains(name), "--\(name) is not an option of this command")
  }
}
