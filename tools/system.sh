#!/bin/sh
# system.sh NEED...: see to what Python packages cannot bring. Needs: python, java, maven, browser, office, node.
# What is missing is installed from the system's packages by root (or with sudo that asks nothing);
# otherwise one clear line says what cannot be had and what to type. Exit code 1 then, 0 when all is there.
set -u

PYTHON=${PYTHON:-python3}

has_python() { "$PYTHON" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

has_java() {
  major=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 17 ]
}

has_maven() { command -v mvn >/dev/null; }

has_browser() { command -v chromium >/dev/null && has_cyrillic_font; }

has_office() { command -v soffice >/dev/null && has_cyrillic_font; }

has_node() { command -v node >/dev/null && command -v npm >/dev/null; }

has_cyrillic_font() {
  if command -v fc-list >/dev/null; then [ -n "$(fc-list :lang=ru 2>/dev/null)" ]; else [ -d /usr/share/fonts/truetype/dejavu ]; fi
}

# $1 what for, the rest: Debian packages
install() {
  what=$1
  shift
  as_root=
  if ! command -v apt-get >/dev/null; then
    echo "missing: $what. Install it with this system's package manager (on Debian: apt-get install $*)" >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "missing: $what. Type: sudo apt-get install $*" >&2
      return 1
    fi
    as_root="sudo -n"
  fi
  echo "installing $what: $*" >&2
  log=$(mktemp)
  if DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND
    $as_root apt-get -o Acquire::Retries=3 update >"$log" 2>&1 &&
    $as_root apt-get -o Acquire::Retries=3 install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
  echo "missing: $what, and its installation failed (see above). Type: apt-get update && apt-get install $*" >&2
  return 1
}

see_to() {
  case $1 in
    python) has_python || { install "Python 3.11 with venv" python3 python3-venv && has_python; } || {
      echo "Python 3.11 or newer with venv is needed; '$PYTHON' is not that. Name another one: make PYTHON=python3.12" >&2
      return 1
    } ;;
    java) has_java || install "Java 17, which Neo4j needs" default-jre-headless ;;
    maven) has_maven || install "Maven, which fetches Neo4j's jars" maven ;;
    browser) has_browser || install "Chromium and a Cyrillic font for the page tests" chromium fonts-dejavu-core ;;
    office) has_office || install "LibreOffice Writer, which makes the DOCX and PDF files of the tests" \
      libreoffice-writer-nogui fonts-dejavu-core ;;
    node) has_node || install "Node.js with npm, which fetches axe-core" nodejs npm ;;
    *) echo "system.sh: unknown need '$1'" >&2; return 2 ;;
  esac
}

failed=0
for need in "$@"; do
  see_to "$need" || failed=1
done
exit $failed
