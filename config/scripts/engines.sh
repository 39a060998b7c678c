#!/bin/sh
# Publish the tree that `python -m build_tools tree` writes with MkDocs and with other site generators, each installed from
# its own lock, and compare the sites with the one that the plugin makes: config/scripts/engines.sh properdocs zensical
#
# Every difference is printed; the exit code is 1 if there is one. What is built stays below build/engines.
set -eu
cd "$(dirname "$0")/../.."
python=.venv/bin/python
out=build/engines
address=http://127.0.0.1/reader/
export SITE_URL="$address" REPO_URL=https://github.com/example/reader NO_MKDOCS_2_WARNING=1
failed=0

build() {
    case $1 in
        mkdocs) "$python" -m mkdocs build --strict --config-file "$out/docs.yml" --site-dir "$PWD/$out/$1-site" ;;
        properdocs)
            SITE_THEME=materialx "$out/$1/bin/python" -m properdocs build --strict \
                --config-file "$out/docs.yml" --site-dir "$PWD/$out/$1-site"
            ;;
        zensical)
            # It builds into the folder that the settings name.
            "$out/$1/bin/python" -m zensical build --clean --strict --config-file "$out/docs.yml"
            rm -rf "$out/$1-site"
            mv "$out/site" "$out/$1-site"
            ;;
        *)
            printf 'engines: "%s" is not one of mkdocs, properdocs and zensical.\n' "$1" >&2
            exit 2
            ;;
    esac
}

"$python" -m build_tools tree --out "$out/docs"
"$python" -m mkdocs build --strict --site-dir "$PWD/$out/plugin-site"
for engine in mkdocs "$@"; do
    if [ "$engine" != mkdocs ]; then
        config/scripts/setup.sh "$engine"
    fi
    build "$engine"
    printf '\n%s against the plugin:\n' "$engine"
    "$python" -m benchmarks.engines "$out/plugin-site" "$out/$engine-site" "$address" || failed=1
done
exit "$failed"
