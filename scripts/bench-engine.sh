#!/bin/bash
# What an allocation costs beside OR-tools, SciPy and LEMON, on the same files: one JSON line each, then the goals.
# scripts/bench-engine.sh [INSTANCES] [OPTIONS OF engines/bench/bench.py], for instance
#     scripts/bench-engine.sh /data/instances --only n10k,n70k --rounds 3
# INSTANCES holds a folder with the four input files for each size; without it, simple ones are made. Results, picture
# and tables go into target/bench-engine; with --docs . also into the docs.
set -euo pipefail
instances=()
if [ $# -gt 0 ] && [ -d "$1" ]; then
    instances=("$(cd "$1" && pwd)")
    shift
fi
cd "$(dirname "$0")/.."

scripts/setup.sh peers
work=target/bench-engine
mkdir -p "$work"

wanted=$(sha256sum engines/bench/requirements.txt)
if [ "$(cat "$work/venv/.installed" 2>/dev/null)" != "$wanted" ]; then
    echo "bench-engine: installing OR-tools, SciPy and Pandas" >&2
    python3 -m venv --clear "$work/venv"
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check --requirement engines/bench/requirements.txt
    echo "$wanted" >"$work/venv/.installed"
fi
if [ engines/bench/lemon.cpp -nt "$work/lemon" ]; then
    g++ -O3 -march=native -std=c++17 -w engines/bench/lemon.cpp -o "$work/lemon"
fi
cargo build --release --quiet --package allocate --example allocate

export PYTHONDONTWRITEBYTECODE=1
exec "$work/venv/bin/python" engines/bench/bench.py "${instances[@]}" --work "$work" --lemon "$work/lemon" \
    --engine "${CARGO_TARGET_DIR:-target}/release/examples/allocate" "$@"
