import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  private static var match: OptionSpec {
    .value(
      "match", "TEXT",
      Text(
        en: "part of a name, e-mail or phone, accents and capitals aside",
        pt: "parte de um nome, e-mail ou telefone, sem distinguir acentos e maiúsculas"))
  }
  private static var registered: OptionSpec {
    .value(
      "registered", "yes|no",
      Text(
        en: "only those who are, or are not", pt: "só quem está cadastrado, ou só quem não está"),
      choices: ["yes", "no"])
  }

  static var contactList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(en: "Contacts, by number.", pt: "Os contatos, por número."),
      examples: [
        Example(
          "deskctl contact list --match souza --sort name",
          Text(en: "the Souzas, by name", pt: "os Souza, por nome")),
        Example(
          "deskctl contact list -q --group vip | deskctl contact block -",
          Text(en: "no automatic messages to a group", pt: "nada automático para um agrupamento")),
      ],
      options: [match, .group, registered, .sort, .limit], action: .read(nil, run))
  }

  private static func run(_ desk: Desk, _ store: StoreReader, _ words: ParsedWords) throws -> Output
  {
    let search = words.value(match).map(ContactSearch.init)
    let group = try words.value(.group).map { try desk.id(DeskCore.Group.self, $0) }
    let isRegistered = words.value(registered).map { $0 == "yes" }
    let list = try RecordList<Contact>(
      "contact", columns, desk, words, json: { try desk.visible($0, store).fullJSON }, cells: cells)
    try store.forEach(Contact.self) { contact in
      let isWanted =
        (search?.finds(contact) ?? true) && (group.map(contact.groups.contains) ?? true)
        && (isRegistered.map { $0 == contact.registered } ?? true)
      if isWanted { try list.add(contact) }
    }
    return try list.output()
  }

  private static func cells(of contact: Contact) -> [String] {
    func cell(_ values: [String]) -> String {
      values.isEmpty ? "-" : values.joined(separator: ", ")
    }
    return [
      String(contact.id.number), cell(contact.registered ? contact.name.map { [$0] } ?? [] : []),
      cell(contact.phones.map(\.display)), cell(contact.emails.map(\.text)),
      cell(contact.groups.map(\.text)),
    ]
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "id"),
      Table.Column(Text(en: "name", pt: "nome"), key: "name", shrinks: true),
      Table.Column(Text(en: "phones", pt: "telefones"), key: "phones"),
      Table.Column(Text(en: "e-mails", pt: "e-mails"), key: "emails", shrinks: true),
      Table.Column(Text(en: "groups", pt: "agrupamentos"), key: "groups"),
    ]
  }
}
