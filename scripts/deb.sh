#!/bin/bash
# Packs the portal for Debian and its relatives: deb.sh BINARY [FOLDER] writes fotfeste_VERSION_ARCH.deb into FOLDER.
# The same binary gives the same package, byte for byte. Needs dpkg-deb, and no rights.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:?use: scripts/deb.sh BINARY [FOLDER]}
folder=${2:-target}
version=$("$binary" --version | cut -d' ' -f2)
arch=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

install -D -m 0755 "$binary" "$root/usr/bin/fotfeste"
install -D -m 0644 packaging/fotfeste.service "$root/lib/systemd/system/fotfeste.service"
install -D -m 0640 packaging/portal.toml "$root/etc/fotfeste/portal.toml"
docs=$root/usr/share/doc/fotfeste
install -D -m 0644 docs/operating.md "$docs/operating.md"
install -D -m 0644 LICENSE "$docs/copyright"
cargo --quiet xtask deps >/dev/null # what is inside, for those who look it up
install -D -m 0644 target/fotfeste.cdx.json "$docs/fotfeste.cdx.json"
install -D -m 0644 CHANGELOG.md "$docs/CHANGELOG.md"
for example in packaging/proxy/*; do
    install -D -m 0644 "$example" "$docs/examples/$(basename "$example")"
done
mkdir "$root/DEBIAN"
for script in postinst prerm postrm; do
    install -m 0755 "packaging/debian/$script" "$root/DEBIAN/$script"
done
echo /etc/fotfeste/portal.toml >"$root/DEBIAN/conffiles"
size=$(du -sk --apparent-size "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: fotfeste
Version: $version
Architecture: $arch
Maintainer: The Fotfeste project <security@fotfeste.example>
Installed-Size: $size
Section: web
Priority: optional
Depends: libc6 (>= 2.34), passwd, ca-certificates
Recommends: nginx | caddy
Suggests: postgresql (>= 15), postgresql-client (>= 15)
Description: portal for student placements and learning at work
 Placements agreed on, allocated by a draw that anybody can check, carried out
 and proven. One program with its pages inside; SQLite or PostgreSQL.
CONTROL
# Times and owners say nothing, so they are the same in every build.
moment=$(git log -1 --format=%ct 2>/dev/null || echo 0)
find "$root" -exec touch --no-dereference --date="@$moment" {} +
mkdir -p "$folder"
out=$folder/fotfeste_${version}_$arch.deb
SOURCE_DATE_EPOCH=$moment dpkg-deb --root-owner-group -Zxz --build "$root" "$out" >/dev/null
echo "$out"
