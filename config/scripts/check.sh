#!/bin/sh
# Write what is wrong with the edition that is checked out as a file, and as annotations of a workflow run:
# config/scripts/check.sh FOLDER
set -eu
cd "$(dirname "$0")/../.."
out=$1
make --silent .venv/.site
mkdir -p "$out"
failed=0

# What people wrote may hold lines that a runner would take for commands: between these two it obeys none.
stop=$(.venv/bin/python -c 'import uuid; print(uuid.uuid4().hex)')
printf '::stop-commands::%s\n' "$stop"
.venv/bin/python -m build_tools check --public >"$out/check.txt" 2>&1 || failed=1
cat "$out/check.txt"
printf '\n::%s::\n' "$stop"

.venv/bin/python -m build_tools check --format github || true # annotations on the changed lines
exit "$failed"
