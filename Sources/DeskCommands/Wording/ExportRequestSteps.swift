import CommandLineKit
import DeskFormats

extension ExportSteps {
  /// Of those that take a request a line: what `send.sh` is told, and what else there is to know.
  private static func requests(_ words: String, _ en: String, _ pt: String) -> Text {
    Text(
      en: """
        `requests-*.jsonl` has a request a line, to be sent in this order, one after the other. `send.sh`
        does that with curl and jq, attachments and pauses too, and started again goes on where it was:

            \(words) sh send.sh

        It names the line at which it stops. That one may have been done there all the same, after a failure
        (500 and the like) or where no answer came: look there before you start again, or it may be there
        twice. Where it was done, write its number to `sent`, and the id of what it made to the file in `ids`
        that its `saves` names, with `-` for `/`.

        \(en)

        For a program of your own: `request` is method and path, `body` is what is sent, as JSON. Where a line
        has `saves`, keep the id that is answered: in the `request`, `ticket_id`, `items_id` and `source_id`
        of later lines it takes the place of that name in braces.
        """,
      pt: """
        `requests-*.jsonl` tem uma requisição por linha, a enviar nesta ordem, uma depois da outra. O
        `send.sh` faz isso com curl e jq, com anexos e pausas, e chamado de novo segue de onde parou:

            \(words) sh send.sh

        Ele diz em que linha parou. Essa pode ter sido feita lá mesmo assim, depois de uma falha (500 e
        semelhantes) ou quando não veio resposta: olhe lá antes de recomeçar, ou ela pode ficar em dobro.
        Se foi feita, grave o número dela em `sent` e o id do que ela criou no arquivo de `ids` que o
        `saves` dela indica, com `-` em vez de `/`.

        \(pt)

        Para um programa seu: `request` é método e caminho, `body` é o que se envia, em JSON. Onde uma linha
        tem `saves`, guarde o id da resposta: em `request`, `ticket_id`, `items_id` e `source_id` das linhas
        seguintes ele entra no lugar desse nome entre chaves.
        """)
  }

  static let freshdesk = requests(
    "URL=https://NAME.freshdesk.com KEY=…",
    """
    `NAME` is your subdomain, `KEY` your API key, from your profile: it goes as the user, with any password.
    Pace: 50 to 700 requests a minute by your plan; on 429 wait as `Retry-After` says. Switch the
    notifications to requesters off first. <https://developers.freshdesk.com/api/>
    """,
    """
    `NAME` é o seu subdomínio, `KEY` a sua chave de API, do perfil: vai como usuário, com qualquer senha.
    Ritmo: de 50 a 700 requisições por minuto, conforme o plano; com 429, espere o que `Retry-After`
    disser. Antes, desligue os avisos aos solicitantes. <https://developers.freshdesk.com/api/>
    """)

  static let zammad = requests(
    "URL=https://zammad.example KEY=…",
    """
    `KEY` is an access token, from your profile, of an agent in all the groups; it goes as
    `Authorization: Token token=KEY`. The groups named in `group` must be there. No limit is published;
    one request at a time is safe. Switch the triggers off first, or customers get mail. Requesters without an e-mail have one below
    `deskctl.invalid`. Outside import mode `from` becomes the user who sends: texts begin with time and
    author. <https://docs.zammad.org/en/latest/api/ticket/index.html>
    """,
    """
    `KEY` é um token de acesso, do perfil, de um agente em todos os grupos; vai como
    `Authorization: Token token=KEY`. Os grupos citados em `group` precisam existir. Não há limite
    publicado; uma requisição por vez é seguro. Antes, desligue os gatilhos, ou os clientes recebem e-mails. Solicitantes sem e-mail têm um
    abaixo de `deskctl.invalid`. Fora do modo de importação, `from` vira o usuário que envia: os textos
    começam com horário e autor. <https://docs.zammad.org/en/latest/api/ticket/index.html>
    """)

  static func glpi(zone: String) -> Text {
    requests(
      "URL=https://glpi.example KEY=… APP=…",
      """
      `KEY` is your remote access key, from your preferences, `APP` the API client's token. `GET
      /apirest.php/initSession` with `Authorization: user_token KEY` opens a session; its `Session-Token`
      and the `App-Token` go with each request. No limit is published; one request at a time is safe.
      Switch notifications off first. Dates are by the clocks of \(zone): the user who sends them needs that zone in GLPI. A closed ticket
      is closed by its last two requests, after its attachments, and needs a right to update it then.
      <https://github.com/glpi-project/glpi/blob/main/apirest.md>
      """,
      """
      `KEY` é a sua chave de acesso remoto, das preferências, `APP` o token do cliente da API. `GET
      /apirest.php/initSession` com `Authorization: user_token KEY` abre uma sessão; o `Session-Token` dela
      e o `App-Token` vão em cada requisição. Não há limite publicado; uma requisição por vez é seguro.
      Antes, desligue as notificações. As datas são pelos relógios de \(zone): o usuário que as envia precisa desse fuso no GLPI. Um chamado
      fechado é fechado pelas duas últimas requisições, depois dos anexos, e exige o direito de alterá-lo.
      <https://github.com/glpi-project/glpi/blob/main/apirest.md>
      """)
  }

  static let chatwoot = requests(
    "URL=https://app.chatwoot.com KEY=… ACCOUNT=1 INBOX=1",
    """
    `KEY` is an administrator's access token, from the profile; it goes as `api_access_token: KEY`.
    `{account}` and `{inbox}` are your own: the inbox is of the kind API. What a contact's answer has as
    `source_id` is what its `saves` keeps. A contact that is refused with 422 because it is there already is
    searched for by `identifier`, e-mail and phone, and the one found is taken. A closed ticket is resolved by its last request:
    switch off the inbox's survey (CSAT) first. Pace: one request at a time, and on 429
    wait a minute.
    <https://developers.chatwoot.com/api-reference/conversations/create-new-conversation>
    """,
    """
    `KEY` é o token de acesso de um administrador, do perfil; vai como `api_access_token: KEY`.
    `{account}` e `{inbox}` são os seus: a caixa é do tipo API. O `source_id` da resposta de um contato é
    o que o `saves` dele guarda. Um contato recusado com 422 por já estar lá é procurado por `identifier`,
    e-mail e telefone, e vale o que for encontrado. Um chamado fechado é resolvido pela última requisição:
    antes, desligue a pesquisa (CSAT) da caixa. Ritmo: uma requisição por vez; com 429,
    espere um minuto.
    <https://developers.chatwoot.com/api-reference/conversations/create-new-conversation>
    """)
}
