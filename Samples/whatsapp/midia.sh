#!/bin/sh
# Fetches what messages carry (images, audio, documents) from WhatsApp, each into a file named by its
# id, for `deskctl whatsapp receive --media-dir`. The bodies come on standard input.
#   sh midia.sh midia <corpos.jsonl && deskctl whatsapp receive corpos.jsonl --media-dir midia
# WHATSAPP_TOKEN_FILE holds the token and nothing else; it reaches curl on standard input, where no
# list of processes shows it. What cannot be fetched is told, and the rest goes on: exit 1 then.
set -u
: "${WHATSAPP_TOKEN_FILE:?}" "${1:?a folder}"
api=${WHATSAPP_API:-https://graph.facebook.com/v24.0}
token=$(cat "$WHATSAPP_TOKEN_FILE") || exit 1
mkdir -p "$1" || exit 1
failed=0

# The token goes over https and nothing else, unless WHATSAPP_PROTO says so (to try this out on files).
# A file of more than 100 MB is none that WhatsApp sends.
fetch() {
  {
    printf 'header = "Authorization: Bearer %s"\n' "$token"
    printf 'url = %s\n' "$1"
  } | curl -q -s -S -f -K - --proto "${WHATSAPP_PROTO:-=https}" --max-time 60 \
    --max-filesize 104857600 -o "$2"
}

# Wherever in a body something has a kind and an id. An id is a name of a file: letters and digits.
for id in $(jq -r '.. | objects | select(has("mime_type") and has("id")) | .id
    | select(type == "string" and test("^[A-Za-z0-9_-]+$"))' | sort -u); do
  [ -e "$1/$id" ] && continue
  facts=$1/.$id.json
  part=$1/.$id.part
  # Where it lies is a signed address that is good for some minutes.
  if fetch "\"$api/$id\"" "$facts" && address=$(jq -e '.url | strings' "$facts") \
    && fetch "$address" "$part" && mv "$part" "$1/$id"; then
    :
  else
    printf '%s\n' "$id was not fetched" >&2
    failed=1
  fi
  rm -f "$facts" "$part"
done
exit $failed
