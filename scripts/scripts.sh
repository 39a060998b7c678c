#!/bin/sh
# Check build_tools/website/static/*.js: eslint, then tsc by the types in the comments. Without Node it says so, and all is well:
# the site needs none.
set -eu
cd "$(dirname "$0")/.."

if ! node --version >/dev/null 2>&1 || ! npm --version >/dev/null 2>&1; then
    echo "scripts: Node and npm were not found, so the scripts of the site were not checked."
    exit 0
fi
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    mkdir -p build
    npm ci >build/npm.log 2>&1 || {
        echo "scripts: npm could not install what package-lock.json names; its words are in build/npm.log." >&2
        exit 1
    }
    touch node_modules/.package-lock.json
fi
npm run --silent check
