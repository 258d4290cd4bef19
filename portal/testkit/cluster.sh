#!/bin/sh
# The PostgreSQL server of the tests: private, in memory where there is room, reached by a socket only.
#
#   cluster.sh start    starts it unless it runs already; prints the folder of its socket
#   cluster.sh stop     stops it, unless a test is using it
#   cluster.sh folder   prints the folder everything stands in
#
# Each test process holds a shared lock on FOLDER/use.lock. A minder ends the server when nobody has held one for
# IDLE_SECONDS, so an interrupted run leaves nothing behind. Roles: portal_owner owns databases and migrates,
# portal_runtime is what the portal runs as; neither is a superuser.
set -eu

IDLE_SECONDS=40
ROOM_NEEDED_KIB=1500000

# The memory file system when it has room, else the usual place for temporary files.
home() {
    if [ -n "${FOTFESTE_TEST_FOLDER:-}" ]; then
        echo "$FOTFESTE_TEST_FOLDER"
        return
    fi
    free=$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1 || echo 0)
    existing="/dev/shm/fotfeste-tests-$(id -u)"
    if [ -w /dev/shm ] && { [ -d "$existing" ] || [ "${free:-0}" -ge "$ROOM_NEEDED_KIB" ]; }; then
        echo "$existing"
    else
        echo "${TMPDIR:-/tmp}/fotfeste-tests-$(id -u)"
    fi
}

FOLDER=$(home)
CLUSTER="$FOLDER/cluster"
SOCKET="$CLUSTER/socket"

say() { echo "test database: $*" >&2; }

make_folder() {
    mkdir -p -m 711 "$FOLDER"
    [ -O "$FOLDER" ] || { say "$FOLDER belongs to somebody else; remove it or set FOTFESTE_TEST_FOLDER"; exit 1; }
    touch "$FOLDER/use.lock" "$FOLDER/start.lock"
}

# The newest server found; a program on the PATH wins over none.
binaries() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn); do
        [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && { echo "$folder"; return; }
    done
    if command -v initdb >/dev/null 2>&1 && command -v pg_ctl >/dev/null 2>&1; then
        dirname "$(command -v initdb)"
        return
    fi
    say "no PostgreSQL server found (initdb, pg_ctl); install the Debian package postgresql, or run scripts/setup.sh"
    exit 1
}

# PostgreSQL refuses to run as root: then it runs as the user that its package made.
as_server() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

runs() {
    [ -S "$SOCKET/.s.PGSQL.5432" ] || return 1
    pid=$(head -n 1 "$CLUSTER/data/postmaster.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

create() {
    bin=$(binaries)
    rm -rf "$CLUSTER"
    mkdir -m 700 "$CLUSTER"
    if [ "$(id -u)" = 0 ]; then chown postgres: "$CLUSTER"; fi
    cd "$CLUSTER"
    as_server mkdir -m 700 "$SOCKET"
    as_server "$bin/initdb" --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
        -D "$CLUSTER/data" >/dev/null
    # Nothing here outlives the tests, so nothing is flushed to the disk.
    cat >>"$CLUSTER/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$SOCKET'
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 256MB
max_connections = 200
shared_buffers = 128MB
autovacuum = off
jit = off
CONF
    as_server "$bin/pg_ctl" start --wait --silent -D "$CLUSTER/data" -l "$CLUSTER/log" </dev/null >/dev/null 2>&1 9>&- || {
        say "the server did not start: $(tail -n 5 "$CLUSTER/log" 2>/dev/null)"
        exit 1
    }
    as_server "$bin/psql" --quiet --no-psqlrc -v ON_ERROR_STOP=1 -h "$SOCKET" -U postgres -d postgres \
        -c "CREATE ROLE portal_owner LOGIN CREATEDB" -c "CREATE ROLE portal_runtime LOGIN" \
        -c "GRANT pg_signal_backend TO portal_owner"
    setsid sh "$SELF" mind </dev/null >/dev/null 2>&1 9>&- &
}

end() {
    if runs; then
        as_server "$(binaries)/pg_ctl" stop --mode=immediate --silent -D "$CLUSTER/data" >/dev/null 2>&1 || true
    fi
    rm -rf "$CLUSTER" "$FOLDER/sqlite"
}

# Ends everything if it gets both locks, the one for starting and the one for using.
end_unless_used() {
    (
        flock 9
        flock --nonblock --exclusive 8 || exit 1
        cd /
        end
    ) 9>"$FOLDER/start.lock" 8>"$FOLDER/use.lock"
}

mind() {
    idle=0
    while runs; do
        sleep 5
        if flock --nonblock --exclusive "$FOLDER/use.lock" true; then
            idle=$((idle + 5))
        else
            idle=0
        fi
        if [ "$idle" -ge "$IDLE_SECONDS" ] && end_unless_used; then
            return
        fi
    done
}

SELF=$(readlink -f "$0")
case "${1:-}" in
start)
    make_folder
    exec 9>"$FOLDER/start.lock"
    flock 9
    runs || create
    echo "$SOCKET"
    ;;
stop)
    [ -d "$FOLDER" ] || exit 0
    end_unless_used || say "still in use; it stops by itself when the last test has ended"
    ;;
folder)
    make_folder
    echo "$FOLDER"
    ;;
mind) mind ;;
*)
    say "use: cluster.sh start | stop | folder"
    exit 2
    ;;
esac
