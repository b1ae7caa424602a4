import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension Desk {
  /// A record as a person reads it: a line for each field that is set, in the declared order.
  /// Instants stand in the desk's zone.
  /// `names` are what some keys show besides, such as a contact's name beside its number; `words` stand
  /// for the values of others.
  func sheet<Shown: Record>(
    _ record: Shown, titled title: String? = nil, names: [String: String] = [:],
    words: [String: String] = [:]
  ) throws -> String {
    let width = Shown.fields.erased.map(\.key.count).max() ?? 0
    var lines = title.map { [$0] } ?? []
    for (field, value) in try facts(record, names: names, words: words) {
      let label = field.key.padded(to: width)
      let rows = value.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, row) in rows.enumerated() {
        lines.append(
          (place == 0 ? label : String(repeating: " ", count: width)) + "  " + row)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is set of a record, in words.
  func facts<Shown: Record>(
    _ record: Shown, names: [String: String] = [:], words: [String: String] = [:]
  ) throws -> [(field: AnyField, value: String)] {
    let times = try times()
    let object = record.fullJSON
    return Shown.fields.erased.compactMap { field in
      guard let value = object[field.key], !value.isNothing else { return nil }
      let text =
        (words[field.key] ?? word(value, times)) + (names[field.key].map { " (\($0))" } ?? "")
      return (field, CommandLineKit.Shown(text).paragraph)
    }
  }

  private func word(_ value: JSONValue, _ times: TimeWording) -> String {
    switch value {
    case .string(let text):
      return Instant(rfc3339: text).map { times.full($0) } ?? text
    case .array(let values):
      return values.map { word($0, times) }.joined(
        separator: values.allSatisfy { $0.object != nil } ? "\n" : ", ")
    case .object(let object):
      return object.map { word($0.value, times) }.joined(separator: "  ")
    case .null, .bool, .number:
      return Shape.boolean.word(for: value)
    }
  }
}

extension JSONValue {
  /// Whether there is nothing to read: unset, empty or off.
  fileprivate var isNothing: Bool {
    switch self {
    case .null, .bool(false): true
    case .array(let values): values.isEmpty
    case .object(let object): object.allSatisfy { $0.value.isNothing }
    case .bool(true), .number, .string: false
    }
  }
}

extension Desk {
  /// The names that stand beside the numbers and slugs of a record.
  func names(
    contact: Contact.ID?, agent: Agent.ID? = nil, _ store: some StoreReading
  ) throws -> [String: String] {
    var names: [String: String] = [:]
    names["contact"] = try contact.flatMap { try store.find($0)?.displayName }
    let name = try agent.flatMap { try agents[$0]?.name }
    names["agent"] = name
    names["assignee"] = name
    return names
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
