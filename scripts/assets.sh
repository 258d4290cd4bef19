#!/bin/bash
# Makes design/dist, the styles, scripts and fonts that the portal carries inside, unless nothing changed since.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=design/node_modules/.assets
inputs=$(find design -type f -not -path '*/node_modules/*' -not -path 'design/dist/*' -not -path 'design/theme/*' \
    -not -path 'design/design-tokens/*' -not -path 'design/layout/*' -print0 | sort -z | xargs -0 sha256sum)
if [ -d design/dist ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ]; then
    exit 0
fi
scripts/packages.sh design
echo "assets: making design/dist" >&2
mkdir -p target
if ! (cd design && npm run --silent build) >target/assets.log 2>&1; then
    cat target/assets.log >&2
    echo "assets: design/dist could not be made; the reason stands above" >&2
    exit 1
fi
tail -n 1 target/assets.log >&2
touch floor/kit/src/assets.rs # the binary takes the bundle in when it is compiled
echo "$inputs" >"$stamp"
