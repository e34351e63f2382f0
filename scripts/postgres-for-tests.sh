#!/usr/bin/env bash
# Runs a command against a throwaway PostgreSQL cluster, which is gone afterwards:
#
#   scripts/postgres-for-tests.sh npm test -- --no-browser
#
# The command gets TEST_DATABASE_URL (the role simon, who is no superuser) and DATABASE_ADMIN_URL.
# PG_BIN names the folder of initdb and pg_ctl where it is not found. Root runs the server as OS_USER.
set -euo pipefail

[ $# -gt 0 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }

newest() { { ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null || true; } | sort -V | tail -1 || true; }
bin=${PG_BIN:-$(newest)}
[ -x "$bin/initdb" ] || bin=$(pg_config --bindir 2>/dev/null || true)
[ -x "$bin/initdb" ] || { echo "No PostgreSQL server was found. Install one, or set PG_BIN." >&2; exit 1; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/simon-postgres-XXXXXX")
as_server() { (cd "$folder" && "$@"); }
if [ "$(id -u)" = 0 ]; then
  user=${OS_USER:-postgres}
  id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$folder"
  as_server() { (cd "$folder" && runuser -u "$user" -- "$@"); }
fi

stop() {
  as_server "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
admin_password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
(umask 077; printf '%s' "$admin_password" >"$folder/password")
[ "$(id -u)" != 0 ] || chown "$user" "$folder/password"
as_server "$bin/initdb" -D "$folder/data" -U admin -A scram-sha-256 --pwfile="$folder/password" \
  -E UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }

start_on() {
  as_server "$bin/pg_ctl" -D "$folder/data" -w -t 30 -l "$folder/server.log" -o \
    "-c listen_addresses=127.0.0.1 -c port=$1 -c unix_socket_directories=$folder -c fsync=off -c max_connections=200 ${PG_OPTIONS:-}" \
    start >/dev/null
}
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 20000))
  if start_on "$port"; then break; else port=; fi
done
[ -n "$port" ] || { cat "$folder/server.log" >&2; exit 1; }

PGPASSWORD=$admin_password "$bin/psql" -qX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U admin postgres \
  -c "create role simon login nosuperuser password '$password'" -c "create database simon owner simon"

export TEST_DATABASE_URL="postgres://simon:$password@127.0.0.1:$port/simon"
export DATABASE_ADMIN_URL="postgres://admin:$admin_password@127.0.0.1:$port/simon"
"$@"
