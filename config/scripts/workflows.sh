#!/bin/sh
# Check what hosts read: the workflows, forms and settings of this repository, and those that `new edition` writes.
# Schemas come with the package; nothing is fetched.
set -eu
cd "$(dirname "$0")/../.."
tools=$PWD/.venv/bin
rules=$PWD/config/yamllint.yml

check() {
    folder=$1
    "$tools/yamllint" --strict --config-file "$rules" "$folder"/.github "$folder"/*.yml
    "$tools/zizmor" --offline --no-progress --quiet --persona=pedantic "$folder/.github"
    schema vendor.github-workflows "$folder"/.github/workflows/*.yml
    schema custom.github-workflows-require-timeout "$folder"/.github/workflows/*.yml
    for form in "$folder"/.github/ISSUE_TEMPLATE/*.yml; do
        case $form in
            */config.yml) schema vendor.github-issue-config "$form" ;;
            *) schema vendor.github-issue-forms "$form" ;;
        esac
    done
    schema vendor.dependabot "$folder/.github/dependabot.yml"
}

schema() {
    name=$1
    shift
    "$tools/check-jsonschema" --quiet --builtin-schema "$name" "$@"
}

check .
"$tools/yamllint" --strict --config-file "$rules" CITATION.cff config/yamllint.yml
schema vendor.citation-file-format CITATION.cff

edition=$(mktemp -d)
trap 'rm -rf "$edition"' EXIT
.venv/bin/python -m build_tools new edition "$edition" --name Letters --language en --address https://reader.example/ \
    >/dev/null
check "$edition"
"$tools/yamllint" --strict --config-file "$rules" "$edition/.gitlab-ci.yml"
schema vendor.gitlab-ci "$edition/.gitlab-ci.yml"
