import CommandLineKit
import DeskFormats

extension ExportSteps {
  /// How the attachments go along.
  static func files(_ target: ExportTarget) -> Text {
    switch target {
    case .zendesk:
      Text(
        en: """
          Attachments lie in `files/`. Each path in `uploads` is sent first, once for each place where it
          stands, and the `.upload.token` that is answered takes its place; a token lasts an hour.

              jq -r 'getpath(paths | select(.[-2] == "uploads"))' ready-0001.json | while read -r path; do
                curl -u EMAIL/token:KEY -H "Content-Type: $(file -b --mime-type "$path")" \\
                  --data-binary "@$path" "$api/uploads?filename=${path##*/}" </dev/null | jq .upload.token
              done >tokens-0001
              jq --slurpfile tokens tokens-0001 '[paths | select(.[-2] == "uploads")] as $places
                | reduce range($places | length) as $place (.; setpath($places[$place];
                  $tokens[$place] // error("no token for \\($places[$place])")))' ready-0001.json >whole-0001.json
          """,
        pt: """
          Os anexos estão em `files/`. Cada caminho em `uploads` é enviado antes, uma vez para cada lugar em
          que está, e o `.upload.token` da resposta entra no lugar dele; um token vale por uma hora.

              jq -r 'getpath(paths | select(.[-2] == "uploads"))' ready-0001.json | while read -r path; do
                curl -u EMAIL/token:KEY -H "Content-Type: $(file -b --mime-type "$path")" \\
                  --data-binary "@$path" "$api/uploads?filename=${path##*/}" </dev/null | jq .upload.token
              done >tokens-0001
              jq --slurpfile tokens tokens-0001 '[paths | select(.[-2] == "uploads")] as $places
                | reduce range($places | length) as $place (.; setpath($places[$place];
                  $tokens[$place] // error("no token for \\($places[$place])")))' ready-0001.json >whole-0001.json
          """)
    case .freshdesk:
      form(
        en: "20 MB a ticket or note at most", pt: "no máximo 20 MB por chamado ou nota",
        """
        curl -u KEY:X -F 'attachments[]=@files/PATH;filename="nota.pdf"' \\
                --form-string 'subject=…' --form-string 'tags[]=deskctl' --form-string 'tags[]=team-suporte' \\
                https://NAME.freshdesk.com/api/v2/tickets
        """)
    case .chatwoot:
      form(
        en: "40 MB each at most", pt: "no máximo 40 MB cada",
        """
        curl -H 'api_access_token: KEY' -F 'attachments[]=@files/PATH;filename="nota.pdf"' \\
                --form-string 'content=…' --form-string message_type=incoming --form-string private=false \\
                https://app.chatwoot.com/api/v1/accounts/1/conversations/ID/messages
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
          Attachments lie in `files/`. Each is a `POST /apirest.php/Document/`, and its id goes with the
          ticket's in a `POST /apirest.php/Document_Item`.

              curl -H 'Session-Token: …' -H 'App-Token: APP' -F 'filename[0]=@files/PATH' \\
                -F 'uploadManifest={"input":{"name":"nota.pdf","_filename":["PATH"]}};type=application/json' \\
                https://glpi.example/apirest.php/Document/
          """,
        pt: """
          Os anexos estão em `files/`. Cada um é um `POST /apirest.php/Document/`, e o id dele vai com o do
          chamado num `POST /apirest.php/Document_Item`.

              curl -H 'Session-Token: …' -H 'App-Token: APP' -F 'filename[0]=@files/PATH' \\
                -F 'uploadManifest={"input":{"name":"nota.pdf","_filename":["PATH"]}};type=application/json' \\
                https://glpi.example/apirest.php/Document/
          """)
    case .jira, .csv, .jsonl:
      Text(
        en: "Attachments lie in `files/`; the texts name them by their paths.",
        pt: "Os anexos estão em `files/`; os textos os citam pelos caminhos.")
    }
  }

  /// Of those that take a form.
  private static func form(en: String, pt: String, _ line: String) -> Text {
    Text(
      en: """
        Attachments lie in `files/`. A line with `files` is sent as `multipart/form-data`: each field of its
        `body` as a part, a list as a part for each element, and the files as `attachments[]`,
        \(en).

            \(line)
        """,
      pt: """
        Os anexos estão em `files/`. Uma linha com `files` é enviada como `multipart/form-data`: cada campo
        de `body` é uma parte, uma lista é uma parte por elemento, e os arquivos são `attachments[]`,
        \(pt).

            \(line)
        """)
  }
}
