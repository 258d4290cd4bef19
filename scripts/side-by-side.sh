#!/bin/bash
# Two releases on one PostgreSQL database under load: the one before and this one, then this one taken back.
# `side-by-side.sh [COMMIT]`: the one before is COMMIT, or else the newest tag, or else the commit before this one. It is
# built in a working tree of its own, which is removed again. OLD=… and NEW=… name binaries that are there already.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}

old=${OLD:-}
if [ -z "$old" ]; then
    commit=${1:-$(git describe --tags --abbrev=0 HEAD~1 2>/dev/null || git rev-parse HEAD~1)}
    tree=$(mktemp -d)/tree
    git worktree add --quiet --detach "$tree" "$commit"
    trap 'git worktree remove --force "$tree"' EXIT
    # Styles and scripts do not matter here, and stand ready.
    if [ -d design/dist ]; then cp -a design/dist "$tree/design/"; fi
    echo "side-by-side: building $(git log -1 --format='%h %s' "$commit")" >&2
    (cd "$tree" && CARGO_TARGET_DIR="$tree/target" cargo build --quiet --package portal --bin fotfeste)
    old=$tree/target/debug/fotfeste
fi
new=${NEW:-}
if [ -z "$new" ]; then
    cargo build --quiet --package portal --bin fotfeste
    new=$target/debug/fotfeste
fi
node portal/tests/browser/side-by-side.mjs "$(realpath "$old")" "$(realpath "$new")"
