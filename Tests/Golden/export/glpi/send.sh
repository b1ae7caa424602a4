#!/bin/sh
# Sends the requests of this folder in order, one at a time, with curl and jq:
#   URL=https://… KEY=… APP=… sh send.sh
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

jq -nr "$option"'"Authorization: user_token \(env.KEY)", "App-Token: \(env.APP // "")"
  | option("header")' >"$work/secret"
send "$URL/apirest.php/initSession"
jq -r "$option"'"Session-Token: \(.session_token)", "App-Token: \(env.APP // "")"
  | option("header")' "$work/answer" >"$work/secret"

# Sends one of the line's requests, unless `steps` has its answer's id since an earlier time.
step() {
  count=$((count + 1))
  made=$(sed -n "s/^$((last + 1)) $count //p" steps)
  if [ -z "$made" ]; then
    "$@"
    made=$(jq '.id? // 0' "$work/answer")
    echo "$((last + 1)) $count $made" >>steps
  fi
}
send_document() {
  short=${path##*/}
  jq -nc --arg name "$name" --arg short "$short" '{input: {name: $name, _filename: [$short]}}' >"$work/input"
  send -X POST -F "uploadManifest=<$work/input;type=application/json" \
    -F "filename[0]=@$path;type=$type;filename=$short" "$URL/apirest.php/Document/"
}
# The files of a line become documents of its ticket, after it.
add_file() {
  step send_document
  jq -nc --argjson document "$made" --argjson ticket "$ticket" \
    '{input: {documents_id: $document, items_id: $ticket, itemtype: "Ticket"}}' >"$work/input"
  step send_json POST /apirest.php/Document_Item "$work/input"
}
send_line() {
  grep -s "^$((last + 1)) " steps >"$work/steps" || : >steps
  count=0
  step send_json "$method" "$1" "$work/body"
  first=$made
  ticket=${id:-$first}
  each_file add_file
  echo "{\"id\": $first}" >"$work/answer"
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
