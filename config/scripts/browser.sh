#!/bin/sh
# Print the path of a Chromium for the browser tests. Where it, a CJK font or a library that drives it is missing,
# install that (Debian, as root).
set -eu
cd "$(dirname "$0")/../.."

stop() {
    printf 'browser: %s\n' "$*" >&2
    exit 1
}

find_chromium() {
    # The headless shell is the same engine without the browser around it: it loads a page with a third of the work.
    for name in "${CHROME_PATH:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$name" ] && path=$(command -v "$name") && "$path" --version >/dev/null 2>&1; then
            printf '%s\n' "$path"
            return
        fi
    done
    return 1
}

has_cjk_font() {
    if [ "$(uname)" = Darwin ]; then
        return 0
    elif command -v fc-list >/dev/null; then
        [ -n "$(fc-list :lang=zh family)" ]
    else
        find /usr/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" -iname '*cjk*' 2>/dev/null | grep -q .
    fi
}

# Playwright brings its own Node, which a bare Debian lacks one library for.
driver_starts() {
    for node in .venv/lib/python3*/site-packages/playwright/driver/node; do
        [ ! -x "$node" ] || "$node" --version >/dev/null 2>&1 || return 1
    done
}

# Debian has the headless shell as a package of its own.
with_shell() {
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
        printf '%s\n' "$1" | sed 's/^chromium\b/chromium-headless-shell/'
    else
        printf '%s\n' "$1"
    fi
}

missing=
if [ -n "${CHROME_PATH:-}" ] && ! "$CHROME_PATH" --version >/dev/null 2>&1; then
    stop "CHROME_PATH=$CHROME_PATH does not start; name a Chromium that does, or unset CHROME_PATH."
fi
find_chromium >/dev/null || missing=chromium
has_cjk_font || missing="$missing fonts-noto-cjk"
driver_starts || missing="$missing libatomic1"

if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        stop "the tests read the site in Chromium with a font for Chinese; install what is missing" \
            "(Debian: sudo apt-get install ${missing# }), or name a Chromium: make test CHROME_PATH=/path/to/chromium."
    fi
    printf 'Installing %s …\n' "${missing# }" >&2
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # shellcheck disable=SC2086  # the names are words of ours
    if ! { apt-get update && apt-get install -y --no-install-recommends $(with_shell "$missing"); } >"$log" 2>&1; then
        stop "apt-get could not install ${missing# }; check the network and run the command again;" \
            "apt's own words are in $log."
    fi
    rm -f "$log"
fi
find_chromium || stop "Chromium is installed and does not start; name one that does: make test CHROME_PATH=/path/to/chromium."
