import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactAdd: CommandSpec {
    CommandSpec(
      name: "add",
      summary: Text(en: "Register somebody.", pt: "Cadastra alguém."),
      discussion: Text(
        en: """
          A name, a phone or an e-mail is enough. Whoever wrote before they were registered keeps
          their number: adding their phone registers that contact.
          """,
        pt: """
          Basta um nome, um telefone ou um e-mail. Quem já escreveu antes de ser cadastrado mantém
          o número: ao adicionar o telefone, é esse contato que passa a ser cadastrado.
          """),
      examples: [
        Example(
          "deskctl contact add --name 'Ana Dias' --phone '(11) 98765-4321' --email ana@loja.com.br",
          Text(en: "one person", pt: "uma pessoa")),
        Example(
          "deskctl contact add --name 'Loja Azul' --phones '1133334444,11987654321' --groups vip",
          Text(en: "two phones, in a group", pt: "dois telefones, num agrupamento")),
      ],
      options: ContactOptions.all, action: .write(.editContacts, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let entry = try desk.contactEntry(words)
    let known = try desk.unregistered(with: entry.phones, in: transaction)
    var contact = known ?? Contact()
    if known == nil {
      contact.id = Contact.ID(try transaction.nextNumber(.contact))
      contact.createdAt = try desk.now()
    }
    contact = contact.completed(by: entry).contact
    contact.name = entry.name ?? contact.name
    let what = known == nil ? "added" : "registered"
    let (change, notices) = try desk.save(contact, replacing: known, what, transaction)
    return Output(.changed(schema: "contact", [change]), notices: notices)
  }
}

extension Desk {
  /// The contact that an inbound made for one of some phones, where nobody has registered it yet.
  fileprivate func unregistered(
    with phones: [PhoneNumber], in store: some StoreReading
  ) throws -> Contact? {
    try phones.lazy.flatMap { try store.contacts(with: $0) }.first { !$0.registered }
  }
}
