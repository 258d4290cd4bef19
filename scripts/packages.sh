#!/bin/bash
# Installs a folder's npm packages as its lock file names them, unless they are there: scripts/packages.sh FOLDER
# Their own install scripts never run.
set -euo pipefail
cd "$(dirname "$0")/../$1"

stamp=node_modules/.installed
lock=$(sha256sum package-lock.json)
[ "$(cat "$stamp" 2>/dev/null)" = "$lock" ] && exit 0
echo "setup: installing the npm packages of $1" >&2
npm ci --ignore-scripts --silent --no-fund --no-audit
echo "$lock" >"$stamp"
