package import JSON

extension Shape {
  /// The value that a person's word stands for: `yes`, `6`, `vendas,suporte`. Whether the field
  /// takes it is for its declaration to say.
  package func value(typed word: String) throws(Unreadable) -> JSONValue {
    switch self {
    case .boolean:
      switch word.lowercased() {
      case "yes", "true", "sim": return true
      case "no", "false", "não", "nao": return false
      default: throw Unreadable.notYesOrNo
      }
    case .integer:
      guard let number = Int(word) else { throw Unreadable.unexpected(expectation) }
      return JSONValue(number)
    case .text(let form, _):
      return .string(Shape.kept(word, form))
    case .choice:
      return .string(word)
    case .list(let element):
      var values: [JSONValue] = []
      for part in element.parts(of: word) { values.append(try element.value(typed: part)) }
      return .array(values)
    case .record:
      throw Unreadable.notOneKey
    }
  }

  /// What a file keeps of a text that is written in many ways: of `White`, `#ffffff`. What its form
  /// does not read stays as it is, for the declaration to refuse.
  private static func kept(_ word: String, _ form: TextForm?) -> String {
    switch form {
    case .colour: (try? Colour(text: word))?.text ?? word
    case .endpoint: (try? ChatEndpoint(text: word))?.text ?? word
    case .origin: (try? WebOrigin(text: word))?.text ?? word
    case .instant, .phone, .email, .slug, .reference, .zone, .country, .address, .apiAddress,
      .answer, .numberID, .seconds, .message, .weeklyHours, .holiday, .hoursException, nil:
      word
    }
  }

  /// The elements of a list as they are typed, between commas. Those of hours may hold commas
  /// themselves: what has no = belongs to the one before it.
  private func parts(of word: String) -> [String] {
    let pieces = word.isEmpty ? [] : word.split(separator: ",", omittingEmptySubsequences: false)
    guard case .text(let form?, _) = self, form.holdsCommas else {
      return pieces.map { String($0.trimmed) }
    }
    let parts: [String] = pieces.reduce(into: []) { parts, piece in
      if piece.contains("=") || parts.isEmpty {
        parts.append(String(piece))
      } else {
        parts[parts.count - 1] += "," + piece
      }
    }
    return parts.map { String($0.trimmed) }
  }

  /// The text that stands for a value: what `value(typed:)` reads.
  package func word(for value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let flag): flag ? "yes" : "no"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let values):
      values.map { Shape.text(form: nil, pattern: nil).word(for: $0) }.joined(separator: ",")
    case .object: value.text()
    }
  }
}

extension TextForm {
  fileprivate var holdsCommas: Bool {
    switch self {
    case .weeklyHours, .holiday, .hoursException: true
    case .instant, .phone, .email, .slug, .reference, .zone, .country, .address, .apiAddress,
      .answer, .numberID, .seconds, .message, .colour, .endpoint, .origin:
      false
    }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: SubSequence {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}

/// A key that holds one value, somewhere below a record: `schedules.spacing.minutes`.
package struct SettingKey: Sendable {
  package let steps: [String]
  package let field: AnyField

  package var text: String { steps.joined(separator: ".") }

  /// The same key as seen from one level up.
  package func within(_ step: String) -> SettingKey {
    SettingKey(steps: [step] + steps, field: field)
  }

  /// The option that sets it: the kebab-case of its key, `--spacing-minutes`.
  package var option: String {
    steps.map { step in
      step.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }.joined(separator: "-")
  }

  /// All keys below some fields that a person sets, in the declared order.
  package static func all(below fields: [AnyField], _ steps: [String] = []) -> [SettingKey] {
    fields.filter { !$0.isAutomatic }.flatMap { field -> [SettingKey] in
      guard case .record(let inner) = field.shape else {
        return [SettingKey(steps: steps + [field.key], field: field)]
      }
      return all(below: inner(), steps + [field.key])
    }
  }
}

extension SettingKey {
  /// The key that is written so, among some; else the one that was probably meant: the same but for
  /// a letter or two, its end, or the beginning that several share.
  package static func find(_ typed: String, among keys: [SettingKey]) -> Found {
    if let key = keys.first(where: { $0.text == typed }) { return .key(key) }
    let texts = keys.map(\.text)
    return .none(
      suggestion: texts.first { $0.hasSuffix("." + typed) || $0.hasPrefix(typed + ".") }
        ?? nearest(to: typed, among: texts))
  }

  /// What a typed key leads to.
  package enum Found: Sendable {
    case key(SettingKey)
    case none(suggestion: String?)
  }
}

extension JSONObject {
  /// The value at a key path; nil where a step leads nowhere.
  package func value(at steps: some Collection<String>) -> JSONValue? {
    guard let first = steps.first else { return .object(self) }
    guard let inner = self[first] else { return nil }
    return steps.count == 1 ? inner : inner.object?.value(at: steps.dropFirst())
  }

  /// The same object with the value at a key path changed; nil removes it, and with it the
  /// objects that it leaves empty.
  package func setting(_ value: JSONValue?, at steps: some Collection<String>) -> JSONObject {
    guard let first = steps.first else { return self }
    var changed = self
    if steps.count == 1 {
      changed[first] = value
    } else {
      let inner = (self[first]?.object ?? JSONObject()).setting(value, at: steps.dropFirst())
      changed[first] = inner.isEmpty && value == nil ? nil : .object(inner)
    }
    return changed
  }
}
