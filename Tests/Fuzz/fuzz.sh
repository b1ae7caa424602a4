#!/bin/sh
# Runs the fuzzer on each subject, as many at once as there are processors, and prints a table. What
# led somewhere new goes to Tests/Corpora, as few inputs as cover all that was reached; an input that
# crashed, hung or broke a promise stays in FOLDER/found.
#
# usage: fuzz.sh FUZZER SECONDS FOLDER
set -u
fuzzer=$1 seconds=$2 folder=$3
cd "$(dirname "$0")/../.." || exit 1
subjects="json journal time phone csv command"

# What the program keeps for as long as it runs is no leak.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no

mkdir -p "$folder/found"
for subject in $subjects; do mkdir -p "$folder/$subject" "Tests/Corpora/$subject"; done
# shellcheck disable=SC2016 # the inner shell expands it
echo "$subjects" | tr ' ' '\n' | xargs -P "$(nproc)" -I '{}' sh -c '
  DESKCTL_FUZZ_SUBJECT=$4 "$1" "$3/$4" "Tests/Corpora/$4" -max_total_time="$2" \
    -max_len=4096 -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$3/found/$4-" \
    -print_final_stats=1 >"$3/$4.log" 2>&1
  echo $? >"$3/$4.status"' fuzz "$fuzzer" "$seconds" "$folder" '{}'

failed=0
printf '%-10s %9s %12s %9s  %s\n' subject seconds inputs reached result
for subject in $subjects; do
  log=$folder/$subject.log
  result=held
  if [ "$(cat "$folder/$subject.status")" -ne 0 ]; then
    result="FAILED: see $log"
    failed=1
  else
    DESKCTL_FUZZ_SUBJECT=$subject "$fuzzer" -set_cover_merge=1 -use_counters=0 \
      "Tests/Corpora/$subject" "$folder/$subject" >"$folder/$subject.merge" 2>&1
  fi
  inputs=$(awk '/number_of_executed_units/ { print $2 }' "$log")
  reached=$(awk '{ for (i = 1; i < NF; i++) if ($i == "cov:") last = $(i + 1) } END { print last }' \
    "$log")
  printf '%-10s %9s %12s %9s  %s\n' "$subject" "$seconds" "${inputs:-?}" "${reached:-?}" "$result"
done
exit "$failed"
