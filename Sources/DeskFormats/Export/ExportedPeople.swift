/// Which people were written already, and into which file the next one goes.
struct ExportedPeople {
  private let kind: String
  private let ending: String
  private let batch: Int
  private var contacts = NumberSet()
  private var others: Set<String> = []
  private var count = 0

  init(batch: Int, kind: String = "users", ending: String = "json") {
    self.batch = batch
    self.kind = kind
    self.ending = ending
  }

  /// Where somebody is to be written.
  struct Place {
    let file: String
    let isFirst: Bool
    let isLast: Bool
  }

  /// Nil for who is there already.
  mutating func add(_ person: ExportedPerson) -> Place? {
    guard isNew(person) else { return nil }
    count += 1
    return Place(file: file, isFirst: count % batch == 1 % batch, isLast: count % batch == 0)
  }

  /// The file that waits for its end.
  func finish() -> String? { count % batch == 0 ? nil : file }

  private var file: String { exportFileName(kind, (count - 1) / batch + 1, ending) }

  private mutating func isNew(_ person: ExportedPerson) -> Bool {
    guard person.kind == .contact, let number = Int(person.reference.dropFirst(8)), number > 0
    else { return others.insert(person.reference).inserted }
    return contacts.insert(number)
  }
}
