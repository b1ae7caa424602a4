import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore
import DeskSystem
import JSON

extension CommandSpec<Action> {
  static var conversationExport: CommandSpec {
    CommandSpec(
      name: "export",
      summary: Text(
        en: "Conversations to read, to print, or to take elsewhere.",
        pt: "Conversas para ler, imprimir ou levar a outro lugar."),
      discussion: Text(
        en: """
          Those that are named, else all that one sees and that fit. `jsonl` has everything that
          `conversation import` takes in: contacts, conversations, messages with what became of them,
          and attachments, in base64. What had not left yet is told as not sent; tickets stay here.
          `html` is one page that loads nothing and prints a conversation a page.

          The store's lock is given back between blocks of conversations: each is whole, all of them
          are not of one instant. With `--public` agents go by their shown names, and what another
          desk would need is left out: it is not taken in again.
          """,
        pt: """
          As que forem indicadas; senão, todas as que se veem e que servem. O `jsonl` tem tudo o que o
          `conversation import` recebe: contatos, conversas, mensagens com o que houve com elas, e
          anexos, em base64. O que ainda não tinha saído consta como não enviado; os chamados ficam
          aqui. O `html` é uma página só, que não carrega nada e imprime uma conversa por página.

          A trava dos dados é devolvida entre blocos de conversas: cada uma está inteira, mas elas não
          são de um mesmo instante. Com `--public` os atendentes aparecem pelos nomes de exibição, e
          fica de fora o que outra central precisaria: não serve para importar.
          """),
      examples: [
        Example(
          "deskctl conversation export 3 --to html --public -o conversa.html",
          Text(en: "for the customer", pt: "para o cliente")),
        Example(
          "deskctl conversation export --to jsonl --team vendas -o vendas.jsonl",
          Text(en: "to another desk", pt: "para outra central")),
      ],
      arguments: [
        ArgumentSpec(
          "CONVERSATION",
          Text(
            en: "numbers or conversation/NUMBER; - reads them from standard input",
            pt: "números ou conversation/NÚMERO; - lê da entrada padrão"),
          isOptional: true, repeats: true, completion: .dynamic("conversation"))
      ],
      options: [
        ExportOptions.to, ExportOptions.isPublic, .state(ConversationState.self), .team, .agent,
        .contact, ExportOptions.since, ExportOptions.until,
      ],
      action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    try desk.settleCaller()
    let form = try ExportForm(desk, words)
    let choice = try TranscriptChoice(desk, words)
    let target = try OutputTarget(desk, mode: 0o600)
    do {
      try form.export(choice, desk) { try target.write($0) }
      try target.finish()
    } catch let error as SystemError where error.isClosedPipe {
      Signals.dieOfClosedPipe()
    }
    return Output(.streamed)
  }
}

/// The options of exports.
enum ExportOptions {
  static let to = OptionSpec.value(
    "to", "FORM", Text(en: "jsonl, text or html", pt: "jsonl, text ou html"),
    choices: ["jsonl", "text", "html"])
  static let since = OptionSpec.value(
    "since", "TIME", Text(en: "opened from then on", pt: "abertas a partir daí"))
  static let until = OptionSpec.value(
    "until", "TIME", Text(en: "opened until then, included", pt: "abertas até aí, inclusive"))
  static let isPublic = OptionSpec.flag(
    "public",
    Text(
      en: "as the contact may see it: without teams, comments, history and what the desk noted",
      pt: "como o contato pode ver: sem equipes, comentários, histórico e o que a central anotou"))
}
