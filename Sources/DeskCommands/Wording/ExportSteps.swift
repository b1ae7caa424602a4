import CommandLineKit
import DeskFormats

/// What to do with an export's files, for the README beside them.
enum ExportSteps {
  /// The dates of what has no offset are by the clocks of the zone.
  static func text(_ target: ExportTarget, zone: String) -> Text {
    switch target {
    case .zendesk: zendesk
    case .freshdesk: freshdesk
    case .zammad: zammad
    case .jira: jira
    case .glpi: glpi(zone: zone)
    case .chatwoot: chatwoot
    case .csv: csv
    case .jsonl: jsonl
    }
  }

  private static let jira = Text(
    en: """
      1. Make a project with the key `DESK`, or change name and key at the head of each file.
      2. Each `issues-*.json`, in order: Settings, System, External System Import, JSON. One file at a
         time: about an hour for its 1,500 issues.
      3. The users are named by our references; where Jira knows them by another name, change it in
         `users` and in the issues alike. Comments that were internal are marked so in their text, for
         there every comment is seen by who sees the issue.
      4. The import takes attachments from web addresses alone, and these have none: they stay behind.
         Add them to their issues by hand, by the paths in the texts.
         <https://support.atlassian.com/jira-cloud-administration/docs/import-data-from-json/>
      """,
    pt: """
      1. Crie um projeto com a chave `DESK`, ou mude nome e chave no começo de cada arquivo.
      2. Cada `issues-*.json`, em ordem: Configurações, Sistema, Importação de sistema externo, JSON.
         Um arquivo por vez: cerca de uma hora para as suas 1.500 issues.
      3. Os usuários levam as nossas referências; onde o Jira os conhece por outro nome, mude em
         `users` e também nas issues. Comentários internos estão marcados no texto, pois lá todo
         comentário é visto por quem vê a issue.
      4. A importação só busca anexos em endereços da web, e estes não têm nenhum: ficam para trás.
         Junte-os às issues à mão, pelos caminhos nos textos.
         <https://support.atlassian.com/jira-cloud-administration/docs/import-data-from-json/>
      """)

  private static let csv = Text(
    en: """
      `tickets.csv` has a line a ticket, `messages.csv` a line for each message and comment; both are
      UTF-8 with a line of titles, and `ticket` joins them. Between cells is a comma, or what
      `--delimiter` said; `--bom` puts a mark for spreadsheets first. Times are UTC. A cell that a
      spreadsheet would run as a formula begins with an apostrophe.
      """,
    pt: """
      `tickets.csv` tem uma linha por chamado, `messages.csv` uma por mensagem ou comentário; os dois
      em UTF-8, com uma linha de títulos, e `ticket` os une. Entre as células vai uma vírgula, ou o que
      `--delimiter` disse; `--bom` põe antes uma marca para planilhas. Os horários são UTC. Uma célula
      que a planilha executaria como fórmula começa com apóstrofo.
      """)

  private static let jsonl = Text(
    en: """
      `tickets.jsonl` has a ticket a line, with its messages and comments in `entries`. It is our own
      form, for systems that have none here: `jq -c` makes of it what is wanted.
      """,
    pt: """
      `tickets.jsonl` tem um chamado por linha, com mensagens e comentários em `entries`. É a nossa
      forma, para sistemas que não têm uma aqui: `jq -c` faz dela o que for preciso.
      """)

  static let manifest = Text(
    en: """
      `manifest.json` has the SHA-256 of each file, the counts, and of each record what it was when it
      left: keep it, and `deskctl ticket export --base manifest.json` gives what is new or changed. What
      changed is given whole again, and `replaced.jsonl` then names what is to be taken away there.
      """,
    pt: """
      `manifest.json` tem o SHA-256 de cada arquivo, as contagens e, de cada registro, como estava ao
      sair: guarde-o, e `deskctl ticket export --base manifest.json` dá o que é novo ou mudou. O que mudou
      vai inteiro de novo, e `replaced.jsonl` então indica o que apagar lá.
      """)
}
