#!/bin/sh
# Check every page of the site, with all the links that it can have: html-validate, and the validator of the W3C where there is
# Java.
set -eu
cd "$(dirname "$0")/../.."
checked=pages
. config/scripts/node.sh
site=build/checked/site
log=build/checked/build.log
mkdir -p "${log%/*}"

API=true COPIES=true SITE_URL=https://reader.example/ REPO_URL=https://github.com/example/reader \
    .venv/bin/python -m mkdocs build --strict --site-dir "$PWD/$site" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
"$tools/node_modules/.bin/html-validate" --config config/html-validate.json --max-warnings 0 --formatter codeframe \
    "$site/**/*.html"
if java -version >/dev/null 2>&1; then
    java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --errors-only "$site"
else
    echo "pages: Java was not found, so html-validate alone has checked the pages of the site."
fi
