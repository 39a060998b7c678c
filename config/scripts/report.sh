#!/bin/sh
# Write what a change does to the edition, and what is wrong with it, as files and into the summary of a workflow run:
# config/scripts/report.sh BASE FOLDER
set -eu
cd "$(dirname "$0")/../.."
base=$1
out=$2
make --silent .venv/.site
mkdir -p "$out"
run=".venv/bin/python -m build_tools"
failed=0

# What people wrote may hold lines that a runner would take for commands: between these two it obeys none.
stop=$(.venv/bin/python -c 'import uuid; print(uuid.uuid4().hex)')
printf '::stop-commands::%s\n' "$stop"
$run check >"$out/check.txt" 2>&1 || failed=1
cat "$out/check.txt"
for format in text markdown json; do
    $run changes "$base" HEAD --format "$format" >"$out/report.$format" 2>"$out/errors.txt" || failed=1
    cat "$out/errors.txt" >&2
done
mv "$out/report.text" "$out/report.txt"
mv "$out/report.markdown" "$out/report.md"
rm -f "$out/errors.txt"
printf '::%s::\n' "$stop"

$run check --format github || true # annotations on the changed lines
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    head -c 900000 "$out/report.md" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$failed"
