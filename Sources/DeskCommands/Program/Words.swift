import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// Words of a command line as what they stand for.
extension OptionSpec {
  static let ifRevision = OptionSpec.value(
    "if-rev", "N",
    Text(
      en: "only if the record still has this revision",
      pt: "só se o registro ainda estiver nesta revisão"))
  static let all = OptionSpec.flag(
    "all", Text(en: "what is over, too", pt: "também o que já acabou"))
  static let limit = OptionSpec.value(
    "limit", "N", Text(en: "at most so many", pt: "no máximo tantos"))
  static let sort = OptionSpec.value(
    "sort", "FIELD",
    Text(en: "by a field; -FIELD the other way", pt: "por um campo; -CAMPO ao contrário"))
  static let from = OptionSpec.value("from", "TIME", Text(en: "from then on", pt: "a partir daí"))
  static let to = OptionSpec.value(
    "to", "TIME", Text(en: "until then, included", pt: "até aí, inclusive"))
  static let team = OptionSpec.value(
    "team", "TEAM", Text(en: "the team", pt: "a equipe"), completion: .dynamic("team"))
  static let agent = OptionSpec.value(
    "agent", "AGENT", Text(en: "the agent", pt: "o atendente"), completion: .dynamic("agent"))
  static let contact = OptionSpec.value(
    "contact", "CONTACT",
    Text(en: "by number, phone or e-mail", pt: "por número, telefone ou e-mail"),
    completion: .dynamic("contact"))
  static let group = OptionSpec.value(
    "group", "GROUP", Text(en: "the group", pt: "o agrupamento"), completion: .dynamic("group"))

  /// An option with a record's state, its words made from the type.
  static func state<State: ChoiceValue>(_ type: State.Type) -> OptionSpec {
    .value(
      "state", "STATE", Text(en: "only these", pt: "só estes"),
      completion: .words(State.allCases.map(\.rawValue)), choices: State.allCases.map(\.rawValue))
  }
}

extension ArgumentSpec {
  /// Records of a kind; `-` reads them from standard input.
  static func records(_ kind: RecordKind) -> ArgumentSpec {
    ArgumentSpec(
      kind.rawValue.uppercased(),
      Text(
        en: "a number or \(kind.rawValue)/NUMBER; - reads them from standard input",
        pt: "um número ou \(kind.rawValue)/NÚMERO; - lê da entrada padrão"),
      repeats: true, completion: .dynamic(kind.rawValue))
  }

  static func record(_ kind: RecordKind) -> ArgumentSpec {
    ArgumentSpec(
      kind.rawValue.uppercased(),
      Text(en: "a number or \(kind.rawValue)/NUMBER", pt: "um número ou \(kind.rawValue)/NÚMERO"),
      completion: .dynamic(kind.rawValue))
  }
}

extension ParsedWords {
  /// `--if-rev`, on commands that have it.
  func expectedRevision() throws -> Int? {
    guard given.contains(OptionSpec.ifRevision.name), let typed = value(.ifRevision) else {
      return nil
    }
    guard let revision = Int(typed), revision > 0 else {
      throw Failure.badValue(.ifRevision, typed, Text(en: "a revision", pt: "uma revisão"))
    }
    return revision
  }

  /// A whole number that an option has; nil where it is not given.
  func number(_ option: OptionSpec, from lowest: Int = 1) throws -> Int? {
    guard let typed = value(option) else { return nil }
    guard let number = Int(typed), number >= lowest else {
      throw Failure.badValue(
        option, typed,
        Text(
          en: "a whole number of at least \(lowest)", pt: "um número inteiro a partir de \(lowest)")
      )
    }
    return number
  }

  /// An option that takes `yes` or `no`.
  func choice<Choice: ChoiceValue>(_ option: OptionSpec, _ type: Choice.Type) throws -> Choice? {
    guard let typed = value(option) else { return nil }
    guard let choice = Choice(rawValue: typed) else {
      throw Failure.badValue(
        option, typed, Text(Choice.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    return choice
  }
}

extension Desk {
  /// A text from the command line: itself, or with `@FILE` what the file holds (`@-` standard
  /// input), without its last line end. `@@` begins a text with an @.
  func text(_ typed: String) throws -> String {
    guard typed.hasPrefix("@") else { return typed }
    let path = String(typed.dropFirst())
    if path.hasPrefix("@") { return path }
    return try text(file: path)
  }

  func text(file path: String) throws -> String {
    let bytes = path == "-" ? try surroundings.console.readAll() : try content(of: path)
    let text = try text(bytes, from: path)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// What was read as text: UTF-8, and no NUL, which no program that carries it lets through.
  func text(_ bytes: [UInt8], from path: String) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.notUTF8(path)
    }
    if bytes.contains(0) { throw Failure.holdsNUL(path) }
    return text
  }

  /// The words that name records, those of standard input in the place of `-`.
  func words(_ arguments: [String]) throws -> [String] {
    try arguments.flatMap { word in
      guard word == "-" else { return [word] }
      let lines = String(decoding: try surroundings.console.readAll(), as: UTF8.self)
      return lines.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  /// A record by `42` or `schedule/42`.
  func number(_ kind: RecordKind, _ word: String) throws -> Int {
    if let number = Reference.number(word) { return number }
    if let reference = try? Reference(text: word), reference.kind == kind {
      return reference.number
    }
    throw Failure.badValue(
      kind.rawValue, word,
      Text(en: "a number or \(kind.rawValue)/NUMBER", pt: "um número ou \(kind.rawValue)/NÚMERO"))
  }

  func record<Kept: StoredRecord>(
    _ type: Kept.Type, _ word: String, in store: some StoreReading
  ) throws -> Kept {
    let number = try number(Kept.kind, word)
    guard let record: Kept = try store.find(RecordID(number)) else {
      throw Failure.noSuchRecord(Kept.kind.rawValue, String(number))
    }
    return record
  }

  /// A contact by number, phone or e-mail, as people write them.
  func contact(_ word: String, in store: some StoreReading) throws -> Contact {
    if Reference.number(word) != nil && word.utf8.count < 8 || word.hasPrefix("contact/") {
      return try record(Contact.self, word, in: store)
    }
    let found: [Contact]
    if word.contains("@") {
      found = try store.contacts(with: email("contact", word))
    } else if word.first.map(\.isLetter) ?? true, !word.contains(":") {
      throw Failure.noContactWord(word)
    } else {
      found = try store.contacts(with: phone("contact", word))
    }
    guard let contact = found.first else { throw Failure.noSuchRecord("contact", word) }
    guard found.count == 1 else {
      throw Failure.ambiguousContact(word, found.map(\.reference.text))
    }
    return contact
  }

  /// A phone as people write it, in the desk's country where none is said.
  func phone(_ name: String, _ typed: String) throws -> PhoneNumber {
    let country = CountryCode(try settings.desk.country) ?? .brazil
    do {
      return try PhoneNumber(typed, country: country)
    } catch {
      throw Failure.phone(name, typed, error)
    }
  }

  func email(_ name: String, _ typed: String) throws -> EmailAddress {
    do {
      return try EmailAddress(String(typed.trimmed))
    } catch {
      throw Failure.email(name, typed, error)
    }
  }

  /// Keeps the first `--limit` of a list.
  func limited<Element>(_ list: [Element], _ words: ParsedWords) throws -> [Element] {
    guard let limit = try words.number(.limit, from: 0) else { return list }
    return Array(list.prefix(limit))
  }

  /// Sorts records by the key that `--sort` names; `-key` the other way.
  func sorted<Value: Record>(_ records: [Value], _ words: ParsedWords) throws -> [Value] {
    guard let typed = words.value(.sort) else { return records }
    let isDescending = typed.hasPrefix("-")
    let key = isDescending ? String(typed.dropFirst()) : typed
    let keys = Value.fields.erased.map(\.key)
    guard keys.contains(key) else {
      throw Failure.badValue(.sort, typed, Text(keys.joined(separator: ", ")))
    }
    let keyed = records.enumerated().map {
      (place: $0.offset, key: SortKey($0.element.json[key]), record: $0.element)
    }
    let ordered = keyed.sorted {
      if $0.key == $1.key { return $0.place < $1.place }
      return isDescending ? $1.key < $0.key : $0.key < $1.key
    }
    return ordered.map(\.record)
  }
}

/// A value of JSON as something that has an order: numbers by size, all else by its bytes.
private enum SortKey: Comparable {
  case none
  case number(Double)
  case text(String)

  init(_ value: JSONValue?) {
    switch value {
    case nil, .null: self = .none
    case .number(let number): self = .number(number.double ?? 0)
    case .string(let text): self = .text(text.folded)
    case .bool(let flag): self = .number(flag ? 1 : 0)
    case .array(let values): self = .number(Double(values.count))
    case .object: self = .none
    }
  }
}
