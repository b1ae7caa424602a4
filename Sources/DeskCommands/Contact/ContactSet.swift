import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Change contacts; what is given replaces what was there.",
        pt: "Altera contatos; o que for dito substitui o que havia."),
      examples: [
        Example(
          "deskctl contact set 3 --phones '(11) 98765-4321,(11) 3333-4444'",
          Text(en: "both phones, and no other", pt: "os dois telefones, e nenhum outro")),
        Example(
          "deskctl contact set ana@loja.com.br --unset groups",
          Text(en: "in no group any more", pt: "sem agrupamento nenhum")),
      ],
      arguments: [.contacts], options: ContactOptions.all + [ContactOptions.unset, .ifRevision],
      action: .write(.editContacts, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let entry = try desk.contactEntry(words)
    var output = Output()
    var changes: [Output.Change] = []
    for old in try desk.contacts(words.arguments, in: transaction) {
      let contact = old.replacing(with: entry, words)
      if contact == old {
        changes.append(.unchanged(old, desk))
        continue
      }
      let (change, notices) = try desk.save(contact, replacing: old, "set", transaction)
      changes.append(change)
      output.notices += notices
    }
    output.body = .changed(schema: "contact", changes)
    return output
  }
}

extension Contact {
  /// The contact with the fields that the line empties emptied, and then those that it gives.
  fileprivate func replacing(with entry: ContactEntry, _ words: ParsedWords) -> Contact {
    var changed = self
    let emptied = words.values(ContactOptions.unset)
    func isSaid(_ key: String) -> Bool { words.has(named: key) || emptied.contains(key) }
    if isSaid("name") { changed.name = entry.name }
    if isSaid("phones") { changed.phones = entry.phones }
    if isSaid("emails") { changed.emails = entry.emails }
    if isSaid("groups") { changed.groups = entry.groups }
    return changed
  }
}
