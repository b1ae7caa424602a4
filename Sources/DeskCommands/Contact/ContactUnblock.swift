import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactUnblock: CommandSpec {
    CommandSpec(
      name: "unblock",
      summary: Text(
        en: "Send contacts automatic messages again.",
        pt: "Volta a enviar mensagens automáticas a contatos."),
      arguments: [.contacts], options: [.ifRevision], action: .write(.editContacts, run))
  }

  private static func run(
    _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    try desk.setAutomaticMessages(words, blocked: false, transaction)
  }
}
