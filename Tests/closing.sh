#!/bin/sh
# The table that ends `make test`: which rules have a test, which real programs were used, what was
# not run and why; then what failed, the closing line of the test runner, and its exit status.
#
# usage: closing.sh FOLDER      (log, status, results.xml, programs: see the Makefile)
set -u
cd "$1" || exit 1
status=$(cat status 2>/dev/null || echo 1)
results="results-swift-testing.xml"

echo
if [ -e "$results" ]; then
  # A test's name begins with the id of the rule that it holds.
  awk '
    BEGIN { of["W"] = 13; of["C"] = 21; of["L"] = 9; of["R"] = 9; of["S"] = 14; of["D"] = 4 }
    match($0, /name="`[WCLRSD][0-9]+[^0-9]/) {
      id = substr($0, RSTART + 7, RLENGTH - 8)
      if (substr(id, 2) + 0 <= of[substr(id, 1, 1)]) held[id]++
    }
    END {
      part = split("W C L R S D", letters, " ")
      for (i = 1; i <= part; i++) {
        letter = letters[i]; with = 0; tests = 0; without = ""
        for (number = 1; number <= of[letter]; number++) {
          id = letter number
          if (id in held) { with++; tests += held[id] } else without = without " " id
        }
        all += with
        if (with == 0) without = ""
        rows = rows sprintf("  %s  %2d of %2d  %4d tests%s\n", letter, with, of[letter], tests, \
          without == "" ? "" : "   without:" without)
      }
      printf "Rules with a test of their name: %d of 70\n%s", all, rows
    }' "$results"
fi

if [ -e programs ]; then
  if grep -q '^cases' programs; then
    printf "%-50s %9s %9s\n" "Gone through one by one:" cases failures
    awk -F '\t' '
      $1 == "cases" { cases[$2] += $3; failures[$2] += $4 }
      END { for (row in cases) printf "  %s\t%d\t%d\n", row, cases[row], failures[row] }' programs \
      | sort | awk -F '\t' '{ printf "%-50s %9d %9d\n", $1, $2, $3 }'
  fi
  echo "Real programs that were used:"
  awk -F '\t' '$1 == "used" && !seen[$2]++ { print "  " $2 "\t" $3 }' programs | sort | expand -t 16
  if grep -q '^not run' programs; then
    echo "Not run:"
    awk -F '\t' '$1 == "not run" && !seen[$2 FS $3]++ { print "  " $2 ": " $3 }' programs | sort
  else
    echo "Not run: nothing was left out."
  fi
fi

echo
grep -E '^✘ ' log | grep -Ev '^✘ (Test run with|Suite) '
grep -E '^(✔|✘) Test run with ' log | tail -n 1
exit "$status"
