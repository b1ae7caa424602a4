import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

extension CommandSpec<Action> {
  static var ticketExport: CommandSpec {
    CommandSpec(
      name: "export",
      summary: Text(
        en: "Write tickets in the form that another system takes.",
        pt: "Grava chamados na forma que outro sistema recebe."),
      discussion: Text(
        en: """
          The folder that `-o` names is made whole or not at all: bodies in the order in which they
          are to be sent, the attachments, `manifest.json`, and a README that says which request
          takes which file, at what pace, and what is lost there. `-n` says what would be lost and
          writes nothing.

          Without numbers and filters it takes every ticket that you see, open or closed; `--base`
          takes the manifest of an earlier export and leaves out what has not changed since in the
          ticket, its conversations or its contact; `replaced.jsonl` then names what is there already
          and comes again. The same state gives the same bytes. Messages that you do not see are left
          out, and counted as lost.

          Conversations that have no ticket come along with `--conversations`; `conversation ticket
          --all` makes a ticket of each of them first.
          """,
        pt: """
          A pasta indicada por `-o` é criada inteira ou não é criada: os corpos na ordem de envio, os
          anexos, `manifest.json` e um README que diz que requisição leva que arquivo, em que ritmo,
          e o que se perde lá. `-n` diz o que se perderia e não grava nada.

          Sem números nem filtros leva todos os chamados que você vê, abertos ou fechados; `--base`
          recebe o manifesto de uma exportação anterior e deixa de fora o que não mudou desde então
          no chamado, nas conversas dele ou no contato; o `replaced.jsonl` indica então o que já está
          lá e vem de novo. O mesmo estado dá os mesmos bytes. Mensagens que você não vê ficam de
          fora, contadas como perda.

          As conversas sem chamado vão junto com `--conversations`; `conversation ticket --all` cria
          antes um chamado para cada uma.
          """),
      examples: [
        Example(
          "deskctl ticket export --to zendesk -o zd",
          Text(en: "every ticket, to be imported there", pt: "todos os chamados, para importar lá")
        ),
        Example(
          "deskctl ticket export --to jira -n --team suporte --since 2026-01-01T00:00",
          Text(en: "what would be lost", pt: "o que se perderia")),
        Example(
          "deskctl ticket export --to zendesk -o zd2 --base zd/manifest.json",
          Text(en: "what is new or changed since", pt: "o que é novo ou mudou desde então")),
      ],
      arguments: [tickets], options: TicketChoice.options, action: .reads(run))
  }

  private static let tickets = ArgumentSpec(
    "TICKET",
    Text(en: "only these, by their numbers", pt: "só estes, pelos números"), isOptional: true,
    repeats: true, completion: .dynamic("ticket"))

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let choice = try TicketChoice(desk, words)
    if desk.isDryRun {
      var run = try ExportRun(choice, desk, to: nil)
      try run.go()
      return run.output(folder: nil)
    }
    guard let typed = desk.globals.value(.out), typed != "-" else {
      throw Failure.missing("--out", choice.target.rawValue)
    }
    let folder = try ExportFolder(typed, desk)
    do {
      var run = try ExportRun(choice, desk, to: folder)
      try run.go()
      try folder.finish()
      return run.output(folder: typed)
    } catch {
      folder.discard()
      throw error
    }
  }
}
