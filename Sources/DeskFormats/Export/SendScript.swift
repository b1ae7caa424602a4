/// `send.sh`: what sends the requests of an export, for those who have no program for it. It is run by
/// whatever `sh` there is.
package struct SendScript {
  let target: ExportTarget

  /// Nil for targets that take files, not requests.
  package init?(_ target: ExportTarget) {
    guard [.freshdesk, .zammad, .glpi, .chatwoot].contains(target) else { return nil }
    self.target = target
  }

  package static let name = "send.sh"

  package var text: String { [head, secret, files, loop].joined(separator: "\n\n") + "\n" }

  /// What it is told of the other system.
  private var usage: String {
    switch target {
    case .freshdesk: "URL=https://NAME.freshdesk.com KEY=…"
    case .glpi: "URL=https://… KEY=… APP=…"
    case .chatwoot: "URL=https://… KEY=… ACCOUNT=1 INBOX=1"
    case .zammad, .zendesk, .jira, .csv, .jsonl: "URL=https://… KEY=…"
    }
  }

  private var head: String {
    #"""
    #!/bin/sh
    # Sends the requests of this folder in order, one at a time, with curl and jq:
    #   \#(usage) sh send.sh
    # Stopped, it goes on where it was: `sent` has the number of the last line that was answered, `ids` what
    # later lines need. The line at which it stopped may have arrived: look there first.
    set -eu
    : "${URL:?}" "${KEY:?}"
    cd "$(dirname "$0")"
    umask 077
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -p ids
    [ -s sent ] || echo 0 >sent
    last=$(cat sent)

    # A line of what curl reads: a quote in a key does not end it there, and there is no second line.
    option='def option(name): if test("[[:cntrl:]]") then error("a key has a control character")
      else "\(name) = \(tojson)" end;'

    # Sends a request, and again where the other side says that it did nothing and when to come back. Other
    # failures may have done it: they are not tried again. What is secret is in no command line.
    attempt() {
      tries=0
      while :; do
        : >"$work/head"
        : >"$work/answer"
        code=$(curl -sS -K "$work/secret" -D "$work/head" -o "$work/answer" -w '%{http_code}' "$@" \
          </dev/null) || code=none
        tries=$((tries + 1))
        pause=$(sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9][0-9]*\).*/\1/p' "$work/head")
        case $code in
          429) ;;
          503) if [ -z "$pause" ] || [ "$tries" -ge 5 ]; then break; fi ;;
          *) break ;;
        esac
        sleep "${pause:-60}"
      done
    }
    check() {
      case $code in
        2*) return 0 ;;
        none) set -- "no answer came" ;;
        *) set -- "$code $(cat "$work/answer")" ;;
      esac
      echo "line $((last + 1)) of requests-*.jsonl: $1" >&2
      exit 1
    }
    send() {
      attempt "$@"
      check
    }

    # Sends a method, a path and a body of JSON, in a file.
    send_json() {
      send -X "$1" -H 'Content-Type: application/json' --data-binary "@$3" "$URL$2"
    }

    # The line's files, one a time: path, type and name, to the function that is named.
    each_file() {
      jq -c '.files // [] | .[]' "$work/line" >"$work/files"
      while IFS= read -r file <&4; do
        path=$(printf '%s' "$file" | jq -r .path)
        type=$(printf '%s' "$file" | jq -r .mediaType)
        name=$(printf '%s' "$file" | jq -r '.name | explode
          | map(if . < 32 or . == 34 or . == 47 or . == 92 or . == 127 then 95 else . end) | implode')
        "$1"
      done 4<"$work/files"
    }
    """#
  }

  private var loop: String {
    let isOfInbox = target == .chatwoot
    let id = isOfInbox ? ".payload.contact_inbox.source_id // .id" : ".id"
    let inbox = isOfInbox ? #" elif . == "{inbox}" then (env.INBOX | tonumber)"# : ""
    let sends = isOfInbox ? Self.sendsContacts : #"send_line "${request#* }""#
    let account = isOfInbox ? #" | split("{account}") | join(env.ACCOUNT)"# : ""
    return #"""
      cat requests-*.jsonl 2>"$work/none" | tail -n "+$((last + 1))" | while IFS= read -r line; do
        printf '%s\n' "$line" >"$work/line"
        # The name in braces that an earlier answer's id takes the place of.
        reference=$(jq -r '[[.request, .body.ticket_id?, .body.source_id?, .body.input.items_id?][]
          | strings | scan("[{]([^{}]*/[^{}]*)[}]")[0]][0] // ""' "$work/line")
        id=
        [ -z "$reference" ] || id=$(cat "ids/$(printf '%s' "$reference" | tr / -)")
        jq -c --arg name "{$reference}" --arg id "$id" '
          def put: if . == $name then ($id | tonumber? // $id)\#(inbox) else . end;
          reduce (["ticket_id"], ["source_id"], ["inbox_id"], ["input", "items_id"]) as $path
            (.body; if getpath($path) == null then . else setpath($path; getpath($path) | put) end)' \
          "$work/line" >"$work/body"
        request=$(jq -r --arg name "{$reference}" --arg id "$id" '
          .request | split($name) | join($id)\#(account)' "$work/line")
        method=${request%% *}
        \#(sends)
        saves=$(jq -r '.saves // ""' "$work/line")
        [ -z "$saves" ] || jq -r '\#(id)' "$work/answer" >"ids/$(printf '%s' "$saves" | tr / -)"
        last=$((last + 1))
        echo "$last" >sent
      done
      echo "$(cat sent) requests were answered"
      """#
  }
}
