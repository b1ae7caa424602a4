#!/bin/sh
# Sends the requests of this folder in order, one at a time, with curl and jq:
#   URL=https://… KEY=… APP=… sh send.sh
# Stopped, it goes on where it was: `sent` has the number of the last line that was answered, `ids` what
# later lines need. A line whose answer never came may have arrived: look there first.
set -eu
: "${URL:?}" "${KEY:?}"
cd "$(dirname "$0")"
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p ids
[ -s sent ] || echo 0 >sent
last=$(cat sent)

# Sends a request, and again where the other side asks to wait. What is secret is in no command line.
send() {
  while :; do
    code=$(curl -sS -K "$work/secret" -D "$work/head" -o "$work/answer" -w '%{http_code}' "$@") || code=none
    [ "$code" = 429 ] || break
    pause=$(sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9][0-9]*\).*/\1/p' "$work/head")
    sleep "${pause:-60}"
  done
  case $code in
    2*) ;;
    *)
      echo "line $((last + 1)) of requests-*.jsonl: $code $(cat "$work/answer")" >&2
      exit 1
      ;;
  esac
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

app=$(printf 'header = "App-Token: %s"' "${APP-}")
printf 'header = "Authorization: user_token %s"\n%s\n' "$KEY" "$app" >"$work/secret"
send "$URL/apirest.php/initSession"
printf 'header = "Session-Token: %s"\n%s\n' "$(jq -r .session_token "$work/answer")" "$app" >"$work/secret"

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

cat requests-*.jsonl 2>"$work/none" | tail -n "+$((last + 1))" | while IFS= read -r line; do
  printf '%s\n' "$line" >"$work/line"
  # The name in braces that an earlier answer's id takes the place of.
  reference=$(jq -r '[[.request, .body.ticket_id?, .body.source_id?, .body.input.items_id?][]
    | strings | scan("[{]([^{}]*/[^{}]*)[}]")[0]][0] // ""' "$work/line")
  id=
  [ -z "$reference" ] || id=$(cat "ids/$(printf '%s' "$reference" | tr / -)")
  jq -c --arg name "{$reference}" --arg id "$id" '
    def put: if . == $name then ($id | tonumber? // $id) else . end;
    reduce (["ticket_id"], ["source_id"], ["inbox_id"], ["input", "items_id"]) as $path
      (.body; if getpath($path) == null then . else setpath($path; getpath($path) | put) end)' \
    "$work/line" >"$work/body"
  request=$(jq -r --arg name "{$reference}" --arg id "$id" '
    .request | split($name) | join($id)' "$work/line")
  method=${request%% *}
  send_line "${request#* }"
  saves=$(jq -r '.saves // ""' "$work/line")
  [ -z "$saves" ] || jq -r '.id' "$work/answer" >"ids/$(printf '%s' "$saves" | tr / -)"
  last=$((last + 1))
  echo "$last" >sent
done
echo "$(cat sent) requests were answered"
