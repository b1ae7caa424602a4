import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  static var contactRedeem: CommandSpec {
    CommandSpec(
      name: "redeem",
      summary: Text(
        en: "Use the token of a link to create a password, read from standard input.",
        pt: "Usa o código de um link para criar senha, lido da entrada padrão."),
      discussion: Text(
        en: """
          For the program behind `desk.passwordLink`: it learns whose the link is. A token works once,
          and for `desk.tokenLifetime` seconds. It is never typed as a word of the line, which others
          on the machine could read.
          """,
        pt: """
          Para o programa por trás de `desk.passwordLink`: ele fica sabendo de quem é o link. Um código
          vale uma vez, e por `desk.tokenLifetime` segundos. Nunca é digitado como palavra da linha,
          que outros na máquina poderiam ler.
          """),
      examples: [
        Example(
          "deskctl contact redeem - --json <token.txt",
          Text(en: "the contact whose link it was", pt: "o contato de quem era o link"))
      ],
      arguments: [
        ArgumentSpec("-", Text(en: "standard input", pt: "a entrada padrão"))
      ],
      action: .steps(.editContacts, run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    guard words.arguments[0] == "-" else { throw Failure.tokenOnTheLine }
    let bytes = try desk.surroundings.console.readAll()
    let key = Redemption.key(of: String(String(decoding: bytes, as: UTF8.self).trimmed))
    return try desk.transaction { transaction in
      let redeemed = try desk.redeem(key, transaction)
      return Output(
        .changed(
          schema: "contact",
          [desk.change(redeemed, "redeemed", named: redeemed.displayName)]))
    }
  }
}

extension Desk {
  /// W8: uses a token up, given its hash; answers whose it was.
  func redeem(_ key: String, _ transaction: Transaction) throws -> Contact {
    let number = try transaction.numbers(.token, key: key).first
    let contact: Contact? = try number.flatMap { try transaction.find(RecordID($0)) }
    try transaction.apply(
      Redemption.plan(contact, key: key, actor: actor.name, now: now()))
    guard let contact else { throw Redemption.Refusal.noSuchToken }
    return try transaction.get(contact.id)
  }
}

extension Failure {
  /// Says nothing of what was typed: it may have been the token.
  fileprivate static let tokenOnTheLine = Failure(
    .usage, "usage",
    Text(
      en: "a token is read from standard input alone", pt: "um código só é lido da entrada padrão"),
    hint: Text("deskctl contact redeem - <token.txt"))
}
