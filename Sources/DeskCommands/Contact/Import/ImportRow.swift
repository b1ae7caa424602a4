import DeskCore
import DeskFormats
import JSON

/// A row of a file of contacts, read: what it says, or why it is left out.
struct ImportRow {
  let line: Int
  var entry = ContactEntry()
  /// Groups as the row names them; whether there are such is seen when it is stored.
  private(set) var groups: [String] = []
  var problems: [RowProblem] = []

  /// A contact has no more phones or e-mails than that; a cell with more is no cell of theirs.
  static let valueLimit = 100

  init(line: Int, problem: RowProblem) {
    self.line = line
    problems = [problem]
  }

  /// Reads what a row has typed; a phone that names no country is of this one.
  init(_ row: ContactRow, country: CountryCode) {
    line = row.line
    groups = row.groups
    problems = row.problems.compactMap(RowProblem.init)
    guard max(row.phones.count, row.emails.count, row.groups.count) <= Self.valueLimit else {
      problems.append(.tooMany(limit: Self.valueLimit))
      return
    }
    entry.name = row.name.flatMap { ContactEntry.name($0) }
    for typed in row.phones { addPhone(typed, country) }
    for typed in row.emails { addEmail(typed) }
    if row.phones.isEmpty, row.emails.isEmpty, problems.isEmpty { problems = [.keyless] }
  }

  private mutating func addPhone(_ typed: String, _ country: CountryCode) {
    do {
      entry.add(try PhoneNumber(typed, country: country))
    } catch {
      problems.append(.phone(typed, error))
    }
  }

  private mutating func addEmail(_ typed: String) {
    do {
      entry.add(try EmailAddress(typed))
    } catch {
      problems.append(.email(typed, error))
    }
  }

  /// About how many bytes it holds.
  var size: Int {
    64 + (entry.name?.utf8.count ?? 0) + groups.reduce(0) { $0 + $1.utf8.count }
      + 48 * (entry.phones.count + entry.emails.count)
  }
}

/// Why a row is left out.
enum RowProblem: Hashable {
  case phone(String, PhoneError)
  case email(String, EmailError)
  case group(String, suggestion: String?)
  /// It has neither phone nor e-mail: read again, it would be somebody new each time.
  case keyless
  /// What it says is said of several contacts.
  case several([Contact.ID])
  case tooMany(limit: Int)
  /// More cells than there are titles: something has slipped.
  case surplusCells(expected: Int, found: Int)
  case rounded(column: String, value: String)
  case wrongValue(key: String)
  case notAnObject
  case csv(CSVError)
  case json(JSONError)

  /// Nil for what does no harm: spreadsheets leave out the empty cells at a row's end.
  init?(_ problem: ContactRow.Problem) {
    switch problem {
    case .fieldCount(let expected, let found):
      guard found > expected else { return nil }
      self = .surplusCells(expected: expected, found: found)
    case .scientificNotation(let column, let value): self = .rounded(column: column, value: value)
    case .wrongValue(let key): self = .wrongValue(key: key)
    }
  }
}

/// The groups of the desk by their slugs and by their names, as people write either.
struct GroupNames {
  private let ids: [String: DeskCore.Group.ID]
  private let names: [String]

  init(_ groups: Catalog<DeskCore.Group>) {
    // A slug that is another group's name stands for the slug.
    let pairs =
      groups.entries.map { ($0.value.name.folded, $0.id) } + groups.ids.map { ($0.text, $0) }
    ids = Dictionary(pairs, uniquingKeysWith: { $1 })
    names = groups.ids.map(\.text)
  }

  /// The groups of a cell: the whole of it is one, or its parts between commas, semicolons and
  /// line ends are.
  func read(_ cell: String, into entry: inout ContactEntry) -> [RowProblem] {
    if let id = ids[cell.folded] {
      entry.add(id)
      return []
    }
    let parts = cell.split { ";,".contains($0) || $0.isNewline }.map { String($0.trimmed) }
    var problems: [RowProblem] = []
    for part in parts where !part.isEmpty {
      if let id = ids[part.folded] {
        entry.add(id)
      } else {
        problems.append(.group(part, suggestion: nearest(to: part, among: names)))
      }
    }
    return problems
  }
}
