#!/bin/sh
# Takes in what was collected in FOLDER/entrada.jsonl, a webhook body a line, with its attachments:
#   * * * * *  WHATSAPP_TOKEN_FILE=/etc/deskctl/token sh /etc/deskctl/lote.sh /srv/whatsapp
# Whoever writes entrada.jsonl appends a line and closes it. A batch that could not be taken in, for
# the desk was busy or the disk full, stays and is tried again; one with lines that are no bodies is
# put aside as recusado-….jsonl, its other lines taken in.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
cd "${1:?a folder}" || exit 1
exec 9>.lote.lock
flock -n 9 || exit 0
if [ ! -e lote.jsonl ]; then
  mv entrada.jsonl lote.jsonl 2>/dev/null || exit 0
  # For a line that is being appended at this moment.
  sleep 1
fi
# What is not fetched is told there, and its message is taken in without it.
sh "$here/midia.sh" midia <lote.jsonl
deskctl whatsapp receive lote.jsonl --media-dir midia
status=$?
case $status in
  0) rm lote.jsonl ;;
  4 | 7) mv lote.jsonl "recusado-$(date +%Y%m%dT%H%M%S).jsonl" ;;
esac
exit $status
