extension SendScript {
  /// Writes who sends where curl reads it, for command lines are seen by all.
  var secret: String {
    switch target {
    case .chatwoot:
      #"""
      : "${ACCOUNT:?}" "${INBOX:?}"
      printf 'header = "api_access_token: %s"\n' "$KEY" >"$work/secret"
      """#
    case .zammad:
      #"""
      printf 'header = "Authorization: Token token=%s"\n' "$KEY" >"$work/secret"
      """#
    case .glpi:
      #"""
      app=$(printf 'header = "App-Token: %s"' "${APP-}")
      printf 'header = "Authorization: user_token %s"\n%s\n' "$KEY" "$app" >"$work/secret"
      send "$URL/apirest.php/initSession"
      printf 'header = "Session-Token: %s"\n%s\n' "$(jq -r .session_token "$work/answer")" "$app" >"$work/secret"
      """#
    case .freshdesk, .zendesk, .jira, .csv, .jsonl:
      #"""
      printf 'user = "%s:X"\n' "$KEY" >"$work/secret"
      """#
    }
  }

  /// Sends a line with its attachments.
  var files: String {
    switch target {
    case .zammad: Self.inBase64
    case .glpi: Self.asDocuments
    case .freshdesk, .chatwoot, .zendesk, .jira, .csv, .jsonl: Self.asForm
    }
  }

  private static let asForm = #"""
    # A form of curl's for a line with files: its body's fields, then the files.
    add_file() {
      jq -nr --arg file "attachments[]=@$path;type=$type;filename=\"$name\"" '"form = " + ($file | tojson)'
    }
    send_line() {
      if jq -e '.files' "$work/line" >"$work/any"; then
        jq -r '.body | to_entries[] | .key as $key
          | if (.value | type) == "array" then .value[] | [$key + "[]", .] else [$key, .value] end
          | "form-string = " + ("\(.[0])=\(.[1])"
            | explode | map(if . < 32 and . != 9 and . != 10 or . == 127 then 32 else . end) | implode
            | tojson)' "$work/line" >"$work/form"
        each_file add_file >>"$work/form"
        send -X POST -K "$work/form" "$URL$1"
      else
        send_json "$method" "$1" "$work/body"
      fi
    }
    """#

  private static let inBase64 = #"""
    # The files of a line go into its article, in base64.
    add_file() {
      base64 <"$path" | tr -d '\n' | jq -Rs --arg name "$name" --arg type "$type" \
        '{filename: $name, data: ., "mime-type": $type}'
    }
    send_line() {
      each_file add_file >"$work/parts"
      jq -c --slurpfile parts "$work/parts" 'if $parts == [] then .
        elif .article then .article.attachments = $parts else .attachments = $parts end' \
        "$work/body" >"$work/whole"
      send_json "$method" "$1" "$work/whole"
    }
    """#

  private static let asDocuments = #"""
    # The files of a line become documents of its ticket, after it.
    add_file() {
      short=${path##*/}
      jq -nc --arg name "$name" --arg short "$short" '{input: {name: $name, _filename: [$short]}}' >"$work/input"
      send -X POST -F "uploadManifest=<$work/input;type=application/json" \
        -F "filename[0]=@$path;type=$type;filename=$short" "$URL/apirest.php/Document/"
      jq -c --argjson ticket "$ticket" '{input: {documents_id: .id, items_id: $ticket, itemtype: "Ticket"}}' \
        "$work/answer" >"$work/input"
      send_json POST /apirest.php/Document_Item "$work/input"
    }
    send_line() {
      send_json "$method" "$1" "$work/body"
      cp "$work/answer" "$work/first"
      ticket=${id:-$(jq .id "$work/first")}
      each_file add_file
      cp "$work/first" "$work/answer"
    }
    """#
}
