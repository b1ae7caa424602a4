#!/bin/sh
# Sends one message by Evolution API: the JSON of `outbox.command` on standard input.
#   deskctl config set outbox.transport=command 'outbox.command=sh /etc/deskctl/enviar.sh'
# EVOLUTION_URL, EVOLUTION_INSTANCE and EVOLUTION_KEY_FILE say where; the key stands in that file alone
# and reaches curl on standard input, where no list of processes shows it.
# Exit 0: sent, its id on standard output; 75: not taken, to be tried again; 129: nobody knows, so it is
# not tried again by itself; another: refused.
set -u
: "${EVOLUTION_URL:?}" "${EVOLUTION_INSTANCE:?}" "${EVOLUTION_KEY_FILE:?}"
message=$(cat)

refuse() {
  printf '%s\n' "$1" >&2
  exit 1
}

kind=$(printf '%s' "$message" | jq -r .kind) || refuse 'no JSON on standard input'
[ "$kind" = text ] || refuse "only texts are sent here, not $kind"
key=$(cat "$EVOLUTION_KEY_FILE") || refuse "no key in $EVOLUTION_KEY_FILE"

# One line of JSON; written as JSON once more it is a quoted value of curl's configuration, too.
body=$(printf '%s' "$message" | jq -c '{number: (.to | ltrimstr("+")), text}') || refuse 'no text'
answer=$(
  {
    printf 'url = "%s/message/sendText/%s"\n' "${EVOLUTION_URL%/}" "$EVOLUTION_INSTANCE"
    printf 'header = "apikey: %s"\n' "$key"
    printf 'header = "Content-Type: application/json"\n'
    printf 'data-binary = %s\n' "$(printf '%s' "$body" | jq -R -s .)"
  } | curl -q -s -S -K - --max-time 30 -w '\n%{http_code}'
)
case $? in
  0) ;;
  # No such host, or it refused the connection: nothing left this machine.
  5 | 6 | 7) exit 75 ;;
  *) exit 129 ;;
esac
status=${answer##*
}
case $status in
  2??) printf '%s' "${answer%?"$status"}" | jq -c '{id: .key.id}' 2>/dev/null || exit 0 ;;
  429 | 503) exit 75 ;;
  4??) refuse "Evolution API answered $status" ;;
  *) exit 129 ;;
esac
