import CommandLineKit
import DeskFormats

extension ExportSteps {
  /// Of those that take a request a line.
  private static func requests(_ en: String, _ pt: String) -> Text {
    Text(
      en: """
        `requests-*.jsonl` has a request a line, to be sent in this order, one after the other: `request`
        is method and path, `body` is what is sent. Where a line has `saves`, keep the id that is answered:
        in the `request`, `ticket_id`, `items_id` and `source_id` of later lines it takes the place of that
        name in braces.

        \(en)
        """,
      pt: """
        `requests-*.jsonl` tem uma requisição por linha, a enviar nesta ordem, uma depois da outra:
        `request` é método e caminho, `body` é o que se envia. Onde uma linha tem `saves`, guarde o id da
        resposta: em `request`, `ticket_id`, `items_id` e `source_id` das linhas seguintes ele entra no lugar
        desse nome entre chaves.

        \(pt)
        """)
  }

  static let freshdesk = requests(
    """
    Pace: 50 to 700 requests a minute by your plan; on 429 wait as `Retry-After` says. Switch the
    notifications to requesters off first. <https://developers.freshdesk.com/api/>
    """,
    """
    Ritmo: de 50 a 700 requisições por minuto, conforme o plano; com 429, espere o que `Retry-After`
    disser. Antes, desligue os avisos aos solicitantes. <https://developers.freshdesk.com/api/>
    """)

  static let zammad = requests(
    """
    The groups named in `group` must be there. No limit is published; one request at a time is safe.
    Switch the triggers off first, or customers get mail. Requesters without an e-mail have one below
    `deskctl.invalid`. Outside import mode `from` becomes the user who sends: texts begin with time and
    author. <https://docs.zammad.org/en/latest/api/ticket/index.html>
    """,
    """
    Os grupos citados em `group` precisam existir. Não há limite publicado; uma requisição por vez é
    seguro. Antes, desligue os gatilhos, ou os clientes recebem e-mails. Solicitantes sem e-mail têm um
    abaixo de `deskctl.invalid`. Fora do modo de importação, `from` vira o usuário que envia: os textos
    começam com horário e autor. <https://docs.zammad.org/en/latest/api/ticket/index.html>
    """)

  static func glpi(zone: String) -> Text {
    requests(
      """
      Open a session first (`GET /apirest.php/initSession`) and send `Session-Token` and `App-Token` with
      each. No limit is published; one request at a time is safe. Switch notifications off first.
      Dates are by the clocks of \(zone): the user who sends them needs that zone in GLPI. A closed ticket
      is closed by its last two requests, after its attachments, and needs a right to update it then.
      <https://github.com/glpi-project/glpi/blob/main/apirest.md>
      """,
      """
      Abra antes uma sessão (`GET /apirest.php/initSession`) e envie `Session-Token` e `App-Token` em cada
      uma. Não há limite publicado; uma requisição por vez é seguro. Antes, desligue as notificações.
      As datas são pelos relógios de \(zone): o usuário que as envia precisa desse fuso no GLPI. Um chamado
      fechado é fechado pelas duas últimas requisições, depois dos anexos, e exige o direito de alterá-lo.
      <https://github.com/glpi-project/glpi/blob/main/apirest.md>
      """)
  }

  static let chatwoot = requests(
    """
    `{account}` and `{inbox}` are your own: the inbox is of the kind API. What a contact's answer has as
    `source_id` is what its `saves` keeps. A closed ticket is resolved by its last request:
    switch off the inbox's survey (CSAT) first. Pace: one request at a time, and on 429
    wait a minute.
    <https://developers.chatwoot.com/api-reference/conversations/create-new-conversation>
    """,
    """
    `{account}` e `{inbox}` são os seus: a caixa é do tipo API. O `source_id` da resposta de um contato é
    o que o `saves` dele guarda. Um chamado fechado é resolvido pela última requisição:
    antes, desligue a pesquisa (CSAT) da caixa. Ritmo: uma requisição por vez; com 429,
    espere um minuto.
    <https://developers.chatwoot.com/api-reference/conversations/create-new-conversation>
    """)
}
