import CommandLineKit
import DeskFormats

extension ExportSteps {
  /// What to do with what is there already and comes again.
  static func replaced(_ target: ExportTarget) -> Text {
    let place = place(target)
    return Text(
      en: """
        ## What is there already

        `replaced.jsonl` has a line for each record of the earlier export that comes again here: `there` is
        its name in that one, `now` its name in this one. A conversation that has become a ticket since goes
        by both. Before this folder is sent, take away what `there` names, or people find it twice.
        \(place.en)
        """,
      pt: """
        ## O que já está lá

        `replaced.jsonl` tem uma linha para cada registro da exportação anterior que vem de novo aqui:
        `there` é o nome dele naquela, `now` o nome nesta. Uma conversa que virou chamado desde então tem os
        dois. Antes de enviar esta pasta, apague o que `there` indica, ou ficará em dobro.
        \(place.pt)
        """)
  }

  /// Where the other system has our names.
  private static func place(_ target: ExportTarget) -> Text {
    switch target {
    case .zendesk:
      Text(
        en: """
          It is the ticket's `external_id`: `GET /api/v2/tickets?external_id=ticket/1` answers with the id
          that `DELETE /api/v2/tickets/ID` takes; the parts of a long one are `ticket/1/2` and so on.
          """,
        pt: """
          É o `external_id` do chamado: `GET /api/v2/tickets?external_id=ticket/1` responde o id que
          `DELETE /api/v2/tickets/ID` recebe; as partes de um longo são `ticket/1/2` e assim por diante.
          """)
    case .freshdesk:
      text("DELETE /api/v2/tickets/ID")
    case .zammad:
      text("DELETE /api/v1/tickets/ID")
    case .glpi:
      text("DELETE /apirest.php/Ticket/ID")
    case .jira:
      Text(
        en: "It is the issue's `externalId`, the field External issue ID there.",
        pt: "É o `externalId` da issue, lá o campo External issue ID.")
    case .chatwoot:
      Text(
        en: """
          It is the conversation's attribute `deskctl_id`; an administrator deletes it with
          `DELETE /api/v1/accounts/{account}/conversations/ID`.
          """,
        pt: """
          É o atributo `deskctl_id` da conversa; um administrador a apaga com
          `DELETE /api/v1/accounts/{account}/conversations/ID`.
          """)
    case .csv, .jsonl:
      Text(
        en: "It is in `ticket` of each line: take those lines out of the tables that you have.",
        pt: "Está em `ticket` de cada linha: tire essas linhas das tabelas que você já tem.")
    }
  }

  /// Of those that have no field for it.
  private static func text(_ request: String) -> Text {
    Text(
      en: """
        The first text of each has it, and its id is the one that `saves` kept then, in `ids/ticket-1` of
        that folder where `send.sh` sent it: `\(request)`.
        """,
      pt: """
        O primeiro texto de cada um o traz, e o id é o que o `saves` guardou então, em `ids/ticket-1` daquela
        pasta se foi o `send.sh` que enviou: `\(request)`.
        """)
  }
}
