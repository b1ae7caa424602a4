extension SendScript {
  /// Writes who sends where curl reads it, for command lines are seen by all.
  var secret: String {
    switch target {
    case .chatwoot:
      #"""
      : "${ACCOUNT:?}" "${INBOX:?}"
      jq -nr "$option"'"api_access_token: \(env.KEY)" | option("header")' >"$work/secret"
      """#
    case .zammad:
      #"""
      jq -nr "$option"'"Authorization: Token token=\(env.KEY)" | option("header")' >"$work/secret"
      """#
    case .glpi:
      #"""
      jq -nr "$option"'"Authorization: user_token \(env.KEY)", "App-Token: \(env.APP // "")"
        | option("header")' >"$work/secret"
      send "$URL/apirest.php/initSession"
      jq -r "$option"'"Session-Token: \(.session_token)", "App-Token: \(env.APP // "")"
        | option("header")' "$work/answer" >"$work/secret"
      """#
    case .freshdesk, .zendesk, .jira, .csv, .jsonl:
      #"""
      jq -nr "$option"'"\(env.KEY):X" | option("user")' >"$work/secret"
      """#
    }
  }

  /// Sends a line with its attachments.
  var files: String {
    switch target {
    case .zammad: Self.inBase64
    case .glpi: Self.asDocuments
    case .chatwoot: [Self.asForm, Self.asContact].joined(separator: "\n\n")
    case .freshdesk, .zendesk, .jira, .csv, .jsonl: Self.asForm
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
}
