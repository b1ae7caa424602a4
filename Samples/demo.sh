#!/bin/sh
# A desk made to play with: WhatsApp opens a ticket, a schedule fires and another one does not.
#   sh Samples/demo.sh PROGRAM FOLDER [en|pt-BR]
# The clock stands still (DESKCTL_NOW), so that every run prints the same.
set -u
program=$1 folder=$2 language=${3:-en}
samples=$(cd "$(dirname "$0")" && pwd)
rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" && ln -s "$samples" Samples || exit 8
deskctl() { "$program" --format table --lang "$language" "$@"; }
export DESKCTL_CONFIG=config DESKCTL_DATA=data COLUMNS=100 TZ=America/Sao_Paulo
say() { [ "$language" = en ] && printf '%s\n' "-- $1" || printf '%s\n' "-- $2"; }
# Shows a line as it would be typed, runs it, and says how it ended where that was not with 0.
run() {
  printf '$ %s\n' "$1"
  eval "$1" 2>&1
  status=$?
  [ $status -eq 0 ] || printf '%s\n' "(exit $status)"
}

export DESKCTL_NOW=2026-12-04T10:20
deskctl --quiet init --sample >init.log || exit
say '1 WhatsApp opens a ticket: bodies of its API, batched, twice, out of order' \
  '1 O WhatsApp abre um chamado: corpos da API dele, em lote, repetidos, fora de ordem'
run "deskctl whatsapp set --email-required yes --title 'WhatsApp {contact.name}'"
run 'deskctl whatsapp receive Samples/whatsapp/primeiro-contato.jsonl --explain'
run 'deskctl ticket list'
say '2 Schedules: six minutes apart, on a closed ticket' \
  '2 Agendamentos: a seis minutos um do outro, com o chamado fechado'
export DESKCTL_NOW=2026-12-04T10:30
run "deskctl schedule add --contact beatriz@padaria.example --agent ana --at '05/12/2026 10:00' \\
      -m 'Bom dia, {contact.name}!' --comment 'cobrar a nota'"
run "deskctl schedule add --contact '(21) 99876-5432' --agent ana --at '05/12/2026 10:04' --comment ver"
run "deskctl schedule add --contact '(21) 99876-5432' --agent ana --at '05/12/2026 10:04' \\
      -m 'A visita é hoje.' --comment visita --next-free"
export DESKCTL_NOW=2026-12-05T10:06
say '3 Saturday 10:06. tick, killed 50 times, then left alone' \
  '3 Sábado, 10h06. tick, morto 50 vezes, depois deixado em paz'
# shellcheck disable=SC2016
printf '$ %s\n' 'for i in $(seq 50); do deskctl tick & sleep .00$((i % 4)); kill -9 $!; done; deskctl tick'
{
  for i in $(seq 50); do
    "$program" tick &
    sleep ".00$((i % 4))"
    kill -9 $!
    wait $!
  done
} >/dev/null 2>&1
deskctl tick
run 'deskctl doctor && deskctl schedule list --all'
run 'deskctl why schedule/1'
say '4 The code that CI pastes' '4 O código que a CI cola na página'
run "deskctl livechat set --background-color '#25d366' --font-color '#fff'"
run "deskctl livechat set --background-color '#188842'"
mkdir site && cp Samples/site/antigo.html site
run 'deskctl livechat embed -o site/chat.html && deskctl livechat check site/*.html'
say '5 Leaving, and what is lost' '5 Ir embora, e o que se perde'
run 'deskctl outbox deliver && ls data/outgoing | wc -l'
run 'deskctl ticket export --to zendesk -o zd'
chat=$(deskctl livechat preview -o preview.html)
files=$(find config data -type f ! -empty | wc -l)
if [ "$language" = en ]; then
  printf '%s\n' "The desk: $files files in $folder. Chat: $chat  Next: make test"
else
  printf '%s\n' "A central: $files arquivos em $folder. Chat: $chat  A seguir: make test"
fi
