#!/bin/bash
# What lists, search and the tree of units cost beside bare pages, on both databases: one JSON line each.
set -euo pipefail
cd "$(dirname "$0")/.."
exec cargo bench --quiet --package portal --bench list_page
