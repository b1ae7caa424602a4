import CommandLineKit

extension CommandGroup<Action> {
  static var contact: CommandGroup {
    CommandGroup(
      name: "contact",
      summary: Text(
        en: "The people who write to the desk or are written to.",
        pt: "As pessoas que escrevem à central ou recebem mensagens dela."),
      discussion: Text(
        en: """
          A contact is named by its number, `contact/3`, a phone or an e-mail. Phones are typed as
          people write them and kept in E.164; a Brazilian mobile is the same with and without its
          ninth digit, and belongs to one contact. Every agent of the desk sees every contact.
          """,
        pt: """
          Um contato é indicado pelo número, por `contact/3`, por um telefone ou por um e-mail. Os
          telefones são digitados como as pessoas escrevem e guardados em E.164; um celular do
          Brasil é o mesmo com e sem o nono dígito, e é de um contato só. Todos os atendentes da
          central veem todos os contatos.
          """),
      commands: [
        .contactList, .contactShow, .contactAdd, .contactSet,
        .contactRemove, .contactImport, .contactBlock,
        .contactUnblock, .contactConfirm, .contactRedeem, .contactExport,
        .contactErase,
      ])
  }
}
