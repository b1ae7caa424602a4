import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var contactErase: CommandSpec {
    CommandSpec(
      name: "erase",
      summary: Text(
        en: "Take a person out of everything that the desk keeps.",
        pt: "Tira uma pessoa de tudo o que a central guarda."),
      discussion: Text(
        en: """
          Their record, conversations, messages, schedules, notifications, what waits to be sent,
          attachments that nobody else has, raw bodies, statuses, and what was put aside go; their
          tickets keep their numbers and nothing else, and open ones are closed. Where others'
          records and the log name them, that is masked. The log says that it was done, and not who it was. It
          prints what it cannot reach. Interrupted, it is simply run again, by the number.

          It looks for the names, phones and e-mails of today and for those of before that bodies,
          messages and cases still tell; `--also` names others. `-n` shows how many lines of others have
          each name: one that is a phrase, as people have them at WhatsApp, stays there with `--keep`.
          A name of one word, or one that another contact has, is looked for in what is theirs alone.

          What they write afterwards is somebody new to the desk: a contact, and what is kept of it.
          """,
        pt: """
          Saem o registro, as conversas, as mensagens, os agendamentos, as notificações, o que espera
          envio, os anexos que só ela tem, o que o WhatsApp mandou, os status e o que foi posto de
          lado; os chamados ficam só com o número, e os abertos são fechados. Onde registros de outros
          e o log a citam, isso é mascarado. O log diz que foi feito, e não quem era. Ele mostra o que
          não alcança. Se for interrompido, basta rodar de novo, pelo número.

          Ele procura os nomes, telefones e e-mails de hoje e os de antes que mensagens e atendimentos
          ainda contam; `--also` indica outros. `-n` mostra em quantas linhas de outros
          cada nome está: um que é uma frase, como há no WhatsApp, fica lá com `--keep`. Um nome de uma
          palavra só, ou que outro contato também tem, é procurado só no que é dela.

          Quem escreve depois disso é alguém novo para a central: um contato, com o que ele escreveu.
          """),
      examples: [
        Example("deskctl contact erase 3 -n", Text(en: "what would go", pt: "o que sairia")),
        Example("deskctl contact erase 3 --yes", Text(en: "for good", pt: "de vez")),
        Example(
          "deskctl contact erase 3 --also 'Carla Souza' --also '(21) 97777-1234' -n",
          Text(en: "with what she had before", pt: "com o que ela tinha antes")),
      ],
      arguments: [
        ArgumentSpec(
          "CONTACT",
          Text(en: "by number, phone or e-mail", pt: "por número, telefone ou e-mail"),
          completion: .dynamic("contact"))
      ],
      options: [also, keep],
      action: .steps(.administer, run))
  }

  private static let also = OptionSpec.value(
    "also", "TEXT",
    Text(
      en: "a name, phone or e-mail that they had before; may be given again",
      pt: "um nome, telefone ou e-mail que a pessoa tinha antes; pode ser repetido"), repeats: true)

  private static let keep = OptionSpec.value(
    "keep", "TEXT",
    Text(
      en: "a name of theirs that stays in what is others'; may be given again",
      pt: "um nome dela que fica no que é de outros; pode ser repetido"), repeats: true)

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let contact = try desk.erasable(words.arguments[0])
    let asked = try words.values(also).map { try desk.formerName(also, $0, of: contact) }
    let name = "contact/\(contact.number)"
    let question = Text(
      en: "erase \(name) and all that is theirs, for good?",
      pt: "apagar de vez \(name) e tudo o que é dessa pessoa?")
    guard try desk.confirm(question) else { return Output(exit: .no) }
    let store = try desk.store()
    if !desk.isDryRun, desk.givenNow != nil, !store.format.play { throw StoreError.notAPlayDesk }
    let patience = try desk.patience()
    let title = try desk.settings.desk.language == .ptBR ? "(apagado)" : "(erased)"
    let erased = try store.whileHolding(Layout.tickLock, patience: patience) {
      try store.whileHolding(Layout.deliverLock, patience: patience) {
        try store.erase(
          contact, asked: asked, keeping: words.values(keep), actor: desk.actor.name, title: title,
          patience: patience, isRehearsal: desk.isDryRun)
      }
    }
    guard case .some(.some(let result)) = erased else { throw StoreError.busy(seconds: patience) }
    if !desk.isDryRun { desk.noteCommit() }
    let telling = ErasureTelling(contact, result, isRehearsal: desk.isDryRun)
    var output = Output(
      .one(schema: "contact.erase", telling.json, text: telling.text(desk.language)),
      notices: result.left.isEmpty ? [] : [.leftNamed(result.left)])
    if result.isUnfinished {
      output.notices.append(.halfErased(again(contact, words)))
      output.exit = .partlyDone
    }
    return output
  }

  /// The line that goes on, with what somebody knew besides.
  private static func again(_ contact: Contact.ID, _ words: ParsedWords) -> String {
    let options = [also, keep].flatMap { option in
      words.values(option).flatMap { ["--\(option.name)", ShellWords.quote($0)] }
    }
    return (["deskctl contact erase \(contact.number)"] + options + ["--yes"]).joined(
      separator: " ")
  }
}
