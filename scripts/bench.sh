#!/bin/bash
# What a page costs beside a bare one, on both databases: one JSON line each.
set -euo pipefail
cd "$(dirname "$0")/.."
exec cargo bench --quiet --package portal --bench list_page
