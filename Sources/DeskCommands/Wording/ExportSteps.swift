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

  private static let zendesk = Text(
    en: """
      1. Each `users-*.json`, in order: `POST /api/v2/users/create_or_update_many`, as an administrator.
         The job that it answers with lists `external_id` and `id`: collect them in `ids.json`, an
         object such as `{"contact/1":360001,"agent/ana":360002}`. Agents are found by their e-mail, and
         each new one takes a seat; `desk/system` and the like are the desk itself: give them your own id.
      2. Put the ids in place of our names, file by file:

             jq --slurpfile ids ids.json 'walk(if type == "object" then
               with_entries(if .key | test("^(author|requester|assignee)_id$")
                 then .value |= ($ids[0][.] // error("no id for " + .)) else . end) else . end)' tickets-0001.json

      3. Each result, in order: `POST /api/v2/imports/tickets/create_many`. It answers with a job; wait
         for it (`GET /api/v2/job_statuses/ID`) before the next: at most 30 jobs may wait.
      4. Pace: 200 to 700 requests a minute by your plan; on 429 wait as `Retry-After` says.
         Triggers may run on tickets that are not closed: switch off first what writes to people.
         A ticket has at most 5,000 comments: what has more goes on in another one, `(2)` after its
         title and `/2` after its `external_id`; link them there by hand.
         <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_import/>
      """,
    pt: """
      1. Cada `users-*.json`, em ordem: `POST /api/v2/users/create_or_update_many`, como administrador.
         O job da resposta lista `external_id` e `id`: junte tudo em `ids.json`, um objeto como
         `{"contact/1":360001,"agent/ana":360002}`. Atendentes são achados pelo e-mail, e cada novo ocupa
         uma licença; `desk/system` e semelhantes são a própria central: dê a eles o seu próprio id.
      2. Ponha os ids no lugar dos nossos nomes, arquivo por arquivo:

             jq --slurpfile ids ids.json 'walk(if type == "object" then
               with_entries(if .key | test("^(author|requester|assignee)_id$")
                 then .value |= ($ids[0][.] // error("no id for " + .)) else . end) else . end)' tickets-0001.json

      3. Cada resultado, em ordem: `POST /api/v2/imports/tickets/create_many`. A resposta é um job;
         espere por ele (`GET /api/v2/job_statuses/ID`) antes do próximo: no máximo 30 na fila.
      4. Ritmo: de 200 a 700 requisições por minuto, conforme o plano; com 429, espere o que
         `Retry-After` disser. Gatilhos podem rodar em chamados não fechados: antes, desligue os que
         escrevem às pessoas. Um chamado tem no máximo 5.000 comentários: o que passa disso
         segue em outro, com `(2)` depois do título e `/2` depois do `external_id`; ligue-os lá à mão.
         <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_import/>
      """)

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
      UTF-8 with commas and a line of titles, and `ticket` joins them. A cell that a spreadsheet would
      run as a formula begins with an apostrophe.
      """,
    pt: """
      `tickets.csv` tem uma linha por chamado, `messages.csv` uma por mensagem ou comentário; os dois
      em UTF-8, com vírgulas e uma linha de títulos, e `ticket` os une. Uma célula que a planilha
      executaria como fórmula começa com apóstrofo.
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
