# Read by scripts.sh and pages.sh: the tools of config/package.json are in $tools. Without Node a check says so and succeeds:
# the site needs none.
tools=build/node

if ! node --version >/dev/null 2>&1 || ! npm --version >/dev/null 2>&1; then
    echo "$checked: Node and npm were not found, so the $checked of the site were not checked."
    exit 0
fi
if [ ! -f "$tools/.installed" ] || [ config/package-lock.json -nt "$tools/.installed" ]; then
    mkdir -p "$tools"
    cp config/package.json config/package-lock.json config/.npmrc "$tools"
    npm ci --prefix "$tools" >build/npm.log 2>&1 || {
        echo "$checked: npm could not install what config/package-lock.json names; its output is in build/npm.log." >&2
        exit 1
    }
    touch "$tools/.installed"
fi
