#!/bin/sh
# Check build_tools/website/static/*.js: eslint, then tsc by the types in the comments.
set -eu
cd "$(dirname "$0")/../.."
checked=scripts
. config/scripts/node.sh
"$tools/node_modules/.bin/eslint" --config config/eslint.config.js --max-warnings 0 build_tools/website/static build_tools/website/router/static
# Each line of this file is a way in which text becomes markup or a script: the lint must refuse every one.
"$tools/node_modules/.bin/eslint" --config config/eslint.config.js --format json \
    --stdin --stdin-filename build_tools/website/static/refused.js <config/eslint.refused.js |
    node --eval '
        const { messages, source } = JSON.parse(require("fs").readFileSync(0))[0]
        const refused = new Set(messages.filter(({ ruleId }) => ruleId).map(({ line }) => line))
        const passed = source.trimEnd().split("\n").filter((_, index) => !refused.has(index + 1))
        if (passed.length) console.error(`scripts: eslint lets pass:\n${passed.join("\n")}`), process.exit(1)'
"$tools/node_modules/.bin/tsc" --project config
"$tools/node_modules/.bin/tsc" --project config/types/tsconfig.strict.json
.venv/bin/python config/scripts/minified.py
"$tools/node_modules/.bin/eslint" --config config/eslint.minified.config.js --max-warnings 0 build/minified
