#!/bin/sh
# The programs that the tests run for real: says which are missing, and installs them where that can
# be done (Debian packages, as root). A test whose program is missing is told as "not run" at the
# end; under CI=true it is run all the same, and fails.
#
# usage: needs.sh FOLDER-FOR-THE-LOG
set -u

missing=
packages=
# Java is Spark's, which takes so long that only `make torture` runs it.
java=${DESKCTL_TORTURE:+java:default-jre-headless}
# program:package
for need in $java cron:cron strace:strace sqlite3:sqlite3 bash:bash zsh:zsh fish:fish mandoc:mandoc \
  man:man-db runuser:util-linux flock:util-linux mount:mount mkfs.ext4:e2fsprogs mkfs.xfs:xfsprogs \
  jq:jq curl:curl exim4:exim4-daemon-light time:time openssl:openssl base64:coreutils \
  sha256sum:coreutils date:coreutils timeout:coreutils gzip:gzip chromium:chromium \
  chromedriver:chromium-driver lighttpd:lighttpd apache2:apache2-bin nginx:nginx-light \
  fcgiwrap:fcgiwrap python3:python3 jsonschema:python3-jsonschema tar:tar; do
  program=${need%%:*}
  if ! PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin command -v "$program" \
    >/dev/null; then
    missing="$missing $program"
    case " $packages " in
      *" ${need#*:} "*) ;;
      *) packages="$packages ${need#*:}" ;;
    esac
  fi
done
[ -e /usr/share/zoneinfo/America/Sao_Paulo ] || {
  missing="$missing zoneinfo"
  packages="$packages tzdata"
}

# Engines are modules of PyPI, for the Python of the system, into the build folder.
# usage: engine MODULE NAME FOLDER-FOR-THE-LOG
engine() {
  PYTHONPATH=.build/python /usr/bin/python3 -c "import $1" 2>/dev/null && return
  /usr/bin/python3 -m pip --version >/dev/null 2>&1 || {
    case " $missing " in *" pip "*) return ;; esac
    missing="$missing pip"
    packages="$packages python3-pip"
    return
  }
  echo "Installing $2 from PyPI below .build/python, for the tests alone (log: $3/$1.log)"
  /usr/bin/python3 -m pip install --quiet --target .build/python "$1" >"$3/$1.log" 2>&1 && return
  echo "That failed; the last lines of the log:"
  tail -n 3 "$3/$1.log"
}
engines() {
  engine duckdb DuckDB "$1"
  if [ -n "${DESKCTL_TORTURE:-}" ]; then engine pyspark "Spark (a download of 450 MB)" "$1"; fi
}
engines "$1"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing what the tests run for real:$packages (log: $1/apt.log)"
  # shellcheck disable=SC2086 # a list of words
  { apt-get update && DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends $packages; } >"$1/apt.log" 2>&1 && {
    case " $missing " in *" pip "*) engines "$1" ;; esac
    exit 0
  }
  echo "That failed; the last lines of the log:"
  tail -n 3 "$1/apt.log"
else
  echo "Missing, and only root on Debian could install it here:$missing"
  echo "  to have it: apt-get install$packages"
fi
if [ "${CI:-}" = true ]; then
  echo "CI is true, so nothing may be left out."
  exit 1
fi
echo "The tests that need it are not run, and the table at the end says which."
