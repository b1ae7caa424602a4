import CommandLineKit

/// What help and manual tell of besides the commands.
enum HelpTopic: String, CaseIterable {
  case exit
  case environment
  case files
  case times
  case records
  case output
  case delivery

  static let names = allCases.map(\.rawValue)
  static let list = names.joined(separator: ", ")

  /// As `help` shows it.
  func page(_ desk: Desk) -> HelpPage {
    guard let section else {
      return HelpPage(
        environmentOf: desk.tree, with: EnvironmentVariable.all, language: desk.language)
    }
    return HelpPage(heading: section.heading(desk.language), body: section.body(desk.language))
  }

  /// As the manual shows it; the environment is a part that the manual makes from the options.
  var section: ManualSection? {
    switch self {
    case .exit: ManualSection(Text(en: "Exit status", pt: "Estado de saída"), exitStatuses)
    case .environment: nil
    case .files: ManualSection(Text(en: "Files", pt: "Arquivos"), HelpTopic.onFiles)
    case .times: ManualSection(Text(en: "Times", pt: "Horas"), HelpTopic.onTimes)
    case .records: ManualSection(Text(en: "Records", pt: "Registros"), HelpTopic.onRecords)
    case .output: ManualSection(Text(en: "Output", pt: "Saída"), HelpTopic.onOutput)
    case .delivery: ManualSection(Text(en: "Delivery", pt: "Entrega"), HelpTopic.onDelivery)
    }
  }

  var summary: Text {
    switch self {
    case .exit: Text(en: "exit statuses", pt: "estados de saída")
    case .environment: Text(en: "environment variables", pt: "variáveis de ambiente")
    case .files: Text(en: "where everything lies", pt: "onde fica tudo")
    case .times: Text(en: "how a time is typed", pt: "como se digita uma hora")
    case .records: Text(en: "how a record is named", pt: "como se indica um registro")
    case .output: Text(en: "tables, CSV, JSON", pt: "tabelas, CSV, JSON")
    case .delivery: Text(en: "how messages leave", pt: "como saem as mensagens")
    }
  }

  private var exitStatuses: Text {
    func table(_ language: Language) -> String {
      ExitStatus.allCases.map { status in
        let number = String(status.rawValue)
        return String(repeating: " ", count: 6 - number.count)
          + "\(number)  \(status.title(language))"
      }.joined(separator: "\n")
    }
    return Text(
      en: """
        1 means no, never broken. What a script does not know it should treat as a failure.

        \(table(.en))

        More of one: deskctl explain 5. A signal is 128 and its number; a reader that closes the
        pipe ends the program as SIGPIPE does.
        """,
      pt: """
        1 quer dizer não, nunca quebrado. O que um script não conhece, deve tratar como falha.

        \(table(.ptBR))

        Mais sobre um deles: deskctl explain 5. Um sinal é 128 mais o seu número; um leitor que fecha
        o pipe encerra o programa como o SIGPIPE faz.
        """)
  }
}
