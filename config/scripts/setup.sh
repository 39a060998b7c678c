#!/bin/sh
# Install one hashed lock: site, test, dev and audit into .venv, properdocs, zensical, snakemake and rocrate each into an
# environment of its own below build/engines, since their packages hide those of the others, or are older or many:
# config/scripts/setup.sh LOCK
#
# Whatever goes wrong is one sentence that says what to do; pip's own words stay in setup.log there.
set -eu
cd "$(dirname "$0")/../.."
root=$(pwd)
lock=$1
case $lock in
    properdocs | zensical | snakemake | rocrate) venv=build/engines/$lock ;;
    *) venv=.venv ;;
esac
log=$venv/setup.log

stop() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$name"
            return
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        stop "PYTHON=$PYTHON is not a Python 3.11 or newer; name one that is: make PYTHON=/path/to/python3 …"
    fi
    stop "Python 3.11 or newer was not found; install it (Debian: apt-get install python3 python3-venv)" \
        "or name it: make PYTHON=/path/to/python3 …"
}

make_venv() {
    python=$(find_python) || exit 1
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "$python cannot make virtual environments; install its venv module" \
            "(Debian: apt-get install python$version-venv) and run the command again."
    mkdir -p "$(dirname "$venv")"
    "$python" -m venv --clear "$venv" >/dev/null 2>&1 ||
        stop "$venv could not be made; check that there is room on the disk and that this folder can be written to."
    printf '%s\n' "$root" >"$venv/.root"
}

pip() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input --retries 2 "$@" >"$log" 2>&1 && return
    if grep -qE 'do not match the hashes' "$log"; then
        stop "a package is not the one that config/requirements/$lock.txt names; do not use it, see $log for which it is."
    elif grep -qE 'NewConnection|Connection|resolve|timed out|No matching distribution' "$log"; then
        stop "the packages could not be fetched; check the network (or pip's proxy and index settings)" \
            "and run the command again; pip's own words are in $log."
    fi
    stop "pip could not install config/requirements/$lock.txt; its own words are in $log."
}

# A checkout that was moved, or whose Python is gone, needs a new environment.
if [ "$(cat "$venv/.root" 2>/dev/null)" != "$root" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    make_venv
fi
printf 'Installing config/requirements/%s.txt into %s …\n' "$lock" "$venv"
pip install --require-hashes --requirement "config/requirements/$lock.txt"
if [ "$lock" = site ]; then
    # A hashed lock refuses an editable path, so our own package is a step of its own.
    pip install --no-deps --no-build-isolation --editable .
fi
touch "$venv/.$lock"
