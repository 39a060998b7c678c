#!/bin/sh
# Follow every link of the built site: config/scripts/links.sh [--check-extern]
set -eu
cd "$(dirname "$0")/../.."
port=8937
.venv/bin/python -m http.server "$port" --bind 127.0.0.1 --directory site >/dev/null 2>&1 &
server=$!
trap 'kill "$server"' EXIT
sleep 1
.venv/bin/linkchecker --no-status --no-robots --recursion-level=-1 "$@" "http://127.0.0.1:$port/"
