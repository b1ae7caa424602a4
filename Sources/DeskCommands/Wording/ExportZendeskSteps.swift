import CommandLineKit

extension ExportSteps {
  static let zendesk = Text(
    en: """
      `EMAIL` and `KEY` are an administrator's address and API token, `NAME` is your subdomain.

      1. Each `users-*.json`, in order. The job that it answers with, once it is done, lists `external_id`
         and `id`; all of them together make `ids.json`. Agents are found by their e-mail, and each new one
         takes a seat; `desk/system`, `desk/administrator` and the like are the desk itself: what it wrote
         gets your own id, `me`.

             api=https://NAME.zendesk.com/api/v2
             curl -u EMAIL/token:KEY -H 'Content-Type: application/json' \\
               --data-binary @users-0001.json $api/users/create_or_update_many
             curl -u EMAIL/token:KEY $api/job_statuses/ID >job-0001.json
             jq -s '[.[].job_status.results[] | {(.external_id): .id}] | add' job-*.json >ids.json
             me=$(curl -u EMAIL/token:KEY $api/users/me | jq .user.id)

      2. Put the ids in place of our names, file by file:

             jq --slurpfile ids ids.json --argjson me "$me" 'walk(if type == "object" then
               with_entries(if .key | test("^(author|requester|assignee)_id$") then .value |= ($ids[0][.]
                 // if startswith("desk/") then $me else error("no id for " + .) end)
               else . end) else . end)' tickets-0001.json >ready-0001.json

      3. Each result, in order, to `$api/imports/tickets/create_many` in the same way. It answers with a job;
         wait for it before the next: at most 30 jobs may wait.
      4. Pace: 200 to 700 requests a minute by your plan; on 429 wait as `Retry-After` says.
         Triggers may run on tickets that are not closed: switch off first what writes to people.
         A ticket has at most 5,000 comments: what has more goes on in another one, `(2)` after its title
         and `/2` after its `external_id`; an internal comment in each names the other by it.
         <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_import/>
      """,
    pt: """
      `EMAIL` e `KEY` são o endereço e o token de API de um administrador, `NAME` é o seu subdomínio.

      1. Cada `users-*.json`, em ordem. O job da resposta, quando termina, lista `external_id` e `id`; todos
         juntos formam o `ids.json`. Atendentes são achados pelo e-mail, e cada novo ocupa uma licença;
         `desk/system`, `desk/administrator` e semelhantes são a própria central: o que ela escreveu recebe
         o seu próprio id, `me`.

             api=https://NAME.zendesk.com/api/v2
             curl -u EMAIL/token:KEY -H 'Content-Type: application/json' \\
               --data-binary @users-0001.json $api/users/create_or_update_many
             curl -u EMAIL/token:KEY $api/job_statuses/ID >job-0001.json
             jq -s '[.[].job_status.results[] | {(.external_id): .id}] | add' job-*.json >ids.json
             me=$(curl -u EMAIL/token:KEY $api/users/me | jq .user.id)

      2. Ponha os ids no lugar dos nossos nomes, arquivo por arquivo:

             jq --slurpfile ids ids.json --argjson me "$me" 'walk(if type == "object" then
               with_entries(if .key | test("^(author|requester|assignee)_id$") then .value |= ($ids[0][.]
                 // if startswith("desk/") then $me else error("no id for " + .) end)
               else . end) else . end)' tickets-0001.json >ready-0001.json

      3. Cada resultado, em ordem, para `$api/imports/tickets/create_many`, do mesmo jeito. A resposta é um
         job; espere por ele antes do próximo: no máximo 30 na fila.
      4. Ritmo: de 200 a 700 requisições por minuto, conforme o plano; com 429, espere o que `Retry-After`
         disser. Gatilhos podem rodar em chamados não fechados: antes, desligue os que escrevem às pessoas.
         Um chamado tem no máximo 5.000 comentários: o que passa disso segue em outro, com `(2)` depois do
         título e `/2` depois do `external_id`; um comentário interno em cada um cita o outro por ele.
         <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_import/>
      """)
}
