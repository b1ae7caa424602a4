import CommandLineKit
import DeskCore
import DeskStore

extension CommandSpec<Action> {
  private static var inputFormat: OptionSpec {
    .value(
      "input-format", "FORMAT",
      Text(en: "what the file is, unless it shows", pt: "o que o arquivo é, se ele não mostrar"),
      choices: ContactSource.Format.allCases.map(\.rawValue))
  }
  private static var batch: OptionSpec {
    .value(
      "batch", "ROWS",
      Text(
        en: "stored in one step; \(batchSize) unless set. Others wait for a step, never for the file",
        pt: "gravadas por passo; \(batchSize) se não for dito. Os outros esperam um passo, nunca o arquivo"))
  }

  private static let batchSize = 2000

  static var contactImport: CommandSpec {
    CommandSpec(
      name: "import",
      summary: Text(
        en: "Register everybody in a spreadsheet or a file of JSON Lines.",
        pt: "Cadastra todos os contatos de uma planilha ou de um arquivo JSON Lines."),
      discussion: Text(
        en: """
          CSV needs a first line of titles, such as Nome;Telefone;E-mail;Grupo; several columns may
          hold phones or e-mails, and a cell several of them. JSON Lines have the same as keys, or
          those that `contact list --jsonl` writes. A group is named by its name or its slug.

          A row whose phone or e-mail a contact has completes that contact: what is there stays. So
          the same file can be imported again, and after a crash it should be. Rows that cannot be
          read or that speak of two contacts are listed and left out (exit 7).
          """,
        pt: """
          O CSV precisa de uma primeira linha de títulos, como Nome;Telefone;E-mail;Grupo; várias
          colunas podem ter telefones ou e-mails, e uma célula, vários deles. JSON Lines tem o mesmo
          em chaves, ou as que `contact list --jsonl` escreve. O agrupamento é indicado pelo nome ou
          pelo identificador.

          Uma linha cujo telefone ou e-mail já é de um contato completa esse contato: o que já havia
          fica. Por isso o mesmo arquivo pode ser importado de novo, e depois de uma queda deve ser.
          Linhas ilegíveis ou que falam de dois contatos são listadas e deixadas de fora (status 7).
          """),
      examples: [
        Example(
          "deskctl contact import clientes.csv -n",
          Text(en: "what it would do, row by row", pt: "o que faria, linha por linha")),
        Example(
          "deskctl contact list --jsonl | deskctl --data /tmp/other contact import -",
          Text(en: "from one desk to another", pt: "de uma central para outra")),
      ],
      arguments: [
        ArgumentSpec(
          "FILE", Text(en: "CSV or JSON Lines; - is standard input", pt: "CSV ou JSON Lines; - é a entrada padrão"),
          completion: .file)
      ],
      options: [inputFormat, batch], action: .steps(.editContacts, run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let path = words.arguments[0]
    let format = try words.choice(inputFormat, ContactSource.Format.self)
    let rows = try words.number(batch) ?? batchSize
    let source = try ContactSource(desk, path, format)
    let name = path == "-" ? "stdin" : path
    let report = try ImportReport(desk, name)
    do {
      var importing = try ContactImporting(desk, source, report, batchSize: rows)
      try importing.run()
      let unread = source.unread()
      let notices = unread.isEmpty ? [] : [Notice.unreadColumns(name, unread)]
      return Output(.streamed, notices: notices, exit: try report.finish())
    } catch {
      report.stop()
      throw error
    }
  }
}
