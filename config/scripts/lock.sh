#!/bin/sh
# Compile config/requirements/*.in into hashed locks without addresses: config/scripts/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/../requirements"
for lock in site test dev audit properdocs zensical snakemake rocrate; do
    ../../.venv/bin/python -m uv pip compile "$@" "$lock.in" --output-file "$lock.txt" --quiet \
        --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links
done
