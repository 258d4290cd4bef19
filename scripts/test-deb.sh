#!/bin/bash
# Packs a binary, unpacks the package into a folder, and starts what the unit starts, as another user when it may:
# test-deb.sh BINARY. Sets the portal up, signs nobody in, backs up, restores elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:?use: scripts/test-deb.sh BINARY}
work=$(mktemp -d)
pid=
finish() {
    [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
say() { echo "deb: $*"; }
fail() { say "$*" >&2; exit 1; }

one=$(scripts/deb.sh "$binary" "$work/one")
two=$(scripts/deb.sh "$binary" "$work/two")
cmp "$one" "$two" || fail "two builds of one package differ"
dpkg-deb --info "$one" conffiles | grep -qx /etc/fotfeste/portal.toml || fail "the settings are no conffile"
root=$work/root
dpkg-deb --extract "$one" "$root"
for script in postinst prerm postrm; do
    dpkg-deb --info "$one" "$script" | sh -n || fail "$script cannot be read"
done
if command -v systemd-analyze >/dev/null; then
    unit=$work/fotfeste.service
    sed "s|/usr/bin/fotfeste|$root/usr/bin/fotfeste|" "$root/lib/systemd/system/fotfeste.service" >"$unit"
    wrong=$(systemd-analyze verify --man=no "$unit" 2>&1 | grep -F fotfeste.service || true)
    [ -z "$wrong" ] || fail "$wrong"
fi

# What the unit starts, in the unpacked folder.
start=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/fotfeste.service")
port=$((20000 + $$ % 20000))
state=$work/state
mkdir -m 0700 "$state"
chmod 0755 "$work" "$root"
run=()
if [ "$(id -u)" = 0 ]; then
    chown nobody "$state"
    run=(setpriv --reuid=nobody --clear-groups --no-new-privs --)
fi
sed -e "s|/var/lib/fotfeste|$state|" -e "s|127.0.0.1:8420|127.0.0.1:$port|" "$root/etc/fotfeste/portal.toml" >"$work/portal.toml"
chmod 0644 "$work/portal.toml"
as() { (cd "$state" && umask 0077 && env -i PATH="$PATH" "${run[@]}" "$@"); }
fotfeste() { as "$root/usr/bin/fotfeste" "$@"; }

fotfeste config check --config "$work/portal.toml" >/dev/null
link=$(fotfeste setup --config "$work/portal.toml" | tail -n 1)
case "$link" in http://127.0.0.1:$port/setup/*) ;; *) fail "no link was printed: $link" ;; esac
command=${start//\/usr\/bin\/fotfeste/$root/usr/bin/fotfeste}
command=${command//\/etc\/fotfeste\/portal.toml/$work/portal.toml}
# shellcheck disable=SC2086 # words of the unit's line
(cd "$state" && umask 0077 && exec env -i PATH="$PATH" "${run[@]}" $command) 2>"$work/log" &
pid=$!
for _ in $(seq 100); do
    curl --silent --fail "http://127.0.0.1:$port/health/ready" >/dev/null && break
    kill -0 "$pid" 2>/dev/null || { cat "$work/log"; fail "the portal ended"; }
    sleep 0.1
done
curl --silent --fail "http://127.0.0.1:$port/health/ready" >/dev/null || { cat "$work/log"; fail "the portal is not ready"; }
[ "$(stat -c %a "$state/fotfeste.db")" = 600 ] || fail "others may read the rows: $(stat -c %a "$state/fotfeste.db")"

answer=$(curl --silent --output /dev/null --write-out '%{http_code} %{redirect_url}' "$link" \
    --header 'sec-fetch-site: same-origin' \
    --data-urlencode 'name=Mjøs høgskole' --data short_name=Mjøs --data kind=institution --data lang=nb \
    --data zone=Europe/Oslo --data given_name=Anna --data family_name=Berg --data email=anna@example.org)
[ "$answer" = "303 http://127.0.0.1:$port/ops/setup" ] || fail "the first administrator was not taken in: $answer"
again=$(curl --silent --output /dev/null --write-out '%{http_code}' "$link")
[ "$again" = 404 ] || fail "the link opens twice: $again"

fotfeste backup --config "$work/portal.toml" | tail -n 1
archive=$(find "$state/backups" -name '*.backup' | sort | tail -n 1)
fotfeste backup --config "$work/portal.toml" --verify "$archive" | tail -n 1
fotfeste restore --config "$work/portal.toml" --data "$state/elsewhere" --key "$state/backup.key" "$archive" | tail -n 1
[ -s "$state/elsewhere/fotfeste.db" ] || fail "nothing was restored"
# 0 in order, 1 worth a look (no HTTPS, mail into a folder), 2 broken
code=0
fotfeste doctor --config "$work/portal.toml" >"$work/doctor" || code=$?
[ "$code" -lt 2 ] || { cat "$work/doctor"; fail "the doctor finds something broken"; }

kill -TERM "$pid"
code=0
wait "$pid" || code=$?
pid=
[ "$code" = 0 ] || fail "the portal did not end in good order: $code"
say "packed, unpacked, set up, started as $([ ${#run[@]} = 0 ] && id -un || echo nobody), backed up, restored: $(basename "$one"), $(stat -c %s "$one") bytes"
