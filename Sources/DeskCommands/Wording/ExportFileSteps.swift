import CommandLineKit
import DeskFormats

extension ExportSteps {
  /// How the attachments go along.
  static func files(_ target: ExportTarget) -> Text {
    switch target {
    case .zendesk:
      Text(
        en: """
          Attachments lie in `files/`. Each path in `uploads` is sent first, `POST /api/v2/uploads`, and the
          token that is answered takes its place.
          """,
        pt: """
          Os anexos estão em `files/`. Cada caminho em `uploads` é enviado antes, `POST /api/v2/uploads`, e o
          token da resposta entra no lugar dele.
          """)
    case .freshdesk, .chatwoot:
      Text(
        en: """
          Attachments lie in `files/`. A line with `files` is sent as `multipart/form-data`, its files as
          `attachments[]`.
          """,
        pt: """
          Os anexos estão em `files/`. Uma linha com `files` é enviada como `multipart/form-data`, os
          arquivos como `attachments[]`.
          """)
    case .zammad:
      Text(
        en: """
          Attachments lie in `files/`. Those of a line go into its article as `attachments`, an array of
          `{"filename":…,"data":…,"mime-type":…}` with `data` in base64.
          """,
        pt: """
          Os anexos estão em `files/`. Os de uma linha vão no artigo dela em `attachments`, uma lista de
          `{"filename":…,"data":…,"mime-type":…}` com `data` em base64.
          """)
    case .glpi:
      Text(
        en: """
          Attachments lie in `files/`. Each is a `POST /apirest.php/Document`, and its id goes with the
          ticket's in a `POST /apirest.php/Document_Item`.
          """,
        pt: """
          Os anexos estão em `files/`. Cada um é um `POST /apirest.php/Document`, e o id dele vai com o do
          chamado num `POST /apirest.php/Document_Item`.
          """)
    case .jira, .csv, .jsonl:
      Text(
        en: "Attachments lie in `files/`; the texts name them by their paths.",
        pt: "Os anexos estão em `files/`; os textos os citam pelos caminhos.")
    }
  }
}
