import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactBlock: CommandSpec {
    CommandSpec(
      name: "block",
      summary: Text(
        en: "Send contacts no automatic message any more.",
        pt: "Deixa de enviar mensagens automáticas a contatos."),
      discussion: Text(
        en: """
          No question, link, menu, welcome, closing, survey, bot or e-mail goes to them, on any
          channel. What an agent writes and what is scheduled is still sent.
          """,
        pt: """
          Nenhuma pergunta, link, menu, boas-vindas, encerramento, pesquisa, bot ou e-mail é enviado
          a eles, em canal nenhum. O que um atendente escreve e o que foi agendado continua saindo.
          """),
      arguments: [.contacts], options: [.ifRevision], action: .write(.editContacts, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    try desk.setAutomaticMessages(words, blocked: true, transaction)
  }
}

extension Desk {
  /// W12: whether automatic messages to the contacts that are named are blocked.
  func setAutomaticMessages(
    _ words: ParsedWords, blocked: Bool, _ transaction: Transaction
  ) throws -> Output {
    let what = blocked ? "blocked" : "unblocked"
    let changes = try contacts(words.arguments, in: transaction).map { old in
      if old.automaticBlocked == blocked { return Output.Change.unchanged(old, self) }
      var contact = old
      contact.automaticBlocked = blocked
      contact.changedAt = try now()
      try transaction.apply([
        .contact(contact), try event(contact.reference, what, rule: "W12"),
      ])
      return change(try transaction.get(contact.id), what, named: contact.displayName)
    }
    return Output(.changed(schema: "contact", changes))
  }
}
