#!/bin/sh
# Write what a change does to the edition as files, and into the summary of a workflow run:
# config/scripts/report.sh BASE FOLDER [HEAD]
#
# The program of BASE makes the report and reads HEAD (by default what is checked out) as data, so that no change can
# word the report on itself. An edition that has no program of its own uses the installed one: PYTHON names its Python.
set -eu
cd "$(dirname "$0")/../.."
base=$(git rev-parse --verify --end-of-options "$1^{commit}")
head=$(git rev-parse --verify --end-of-options "${3:-HEAD}^{commit}")
mkdir -p "$2"
out=$(cd "$2" && pwd)
# What others did on the base's branch since then is no part of the change.
since=$(git merge-base "$base" "$head")

if [ "$(git rev-parse HEAD)" != "$base" ] || ! git diff --quiet HEAD --; then
    program=$(mktemp -d)
    trap 'git worktree remove --force "$program/base"; rm -rf "$program"' EXIT
    git worktree add --quiet --detach "$program/base" "$base"
    cd "$program/base"
fi
python=${PYTHON:-python3}
if [ -f Makefile ]; then
    make --silent .venv/.site
    python=.venv/bin/python
fi

# What people wrote may hold lines that a runner would take for commands: between these two it obeys none.
stop=$("$python" -c 'import uuid; print(uuid.uuid4().hex)')
printf '::stop-commands::%s\n' "$stop"
failed=0
for format in text markdown json; do
    "$python" -m build_tools changes "$since" "$head" --format "$format" >"$out/report.$format" || failed=1
done
mv "$out/report.text" "$out/report.txt"
mv "$out/report.markdown" "$out/report.md"
cat "$out/report.txt"
printf '\n::%s::\n' "$stop"

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    head -c 900000 "$out/report.md" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$failed"
