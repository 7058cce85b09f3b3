#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, which listens on a socket in a temporary folder and
# goes with it.
# Usage: with-postgres.sh COMMAND [ARGUMENT…]   {connection} and {helper} in arguments are replaced
#        by the connection string and by the program built from postgres_asof.c
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$(pg_config --bindir)
folder=$(mktemp -d "${TMPDIR:-/tmp}/orgledger-postgres-XXXXXX")
chmod 755 "$folder"

# initdb refuses root.
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as() { su postgres -s /bin/bash -c "cd '$folder' && $*"; }
  user=postgres
else
  as() { bash -c "$*"; }
  user=$(id -un)
fi
finish() {
  as "'$tools/pg_ctl' -D '$folder/data' -m immediate stop" > /dev/null 2>&1 || true
  rm -rf "$folder"
}
trap finish EXIT

as "'$tools/initdb' -D '$folder/data' --auth trust --username '$user' --encoding UTF8 --locale C.UTF-8" > /dev/null
# Everything fits its memory, indexes are preferred as on a fast disk, and nothing is compiled for
# one short question; commits are durable, as they are by default.
cat > "$folder/settings" <<'S'
listen_addresses = ''
shared_buffers = 2GB
work_mem = 64MB
maintenance_work_mem = 1GB
effective_cache_size = 8GB
random_page_cost = 1.1
max_wal_size = 8GB
max_parallel_workers_per_gather = 0
jit = off
S
echo "unix_socket_directories = '$folder'" >> "$folder/settings"
cat "$folder/settings" | as "cat >> '$folder/data/postgresql.conf'"
as "'$tools/pg_ctl' -D '$folder/data' -l '$folder/log' -w start" > /dev/null

cc -O2 -I"$(pg_config --includedir)" "$here/postgres_asof.c" -lpq -o "$folder/postgres_asof"
connection="host=$folder user=$user dbname=postgres"
arguments=()
for argument in "$@"; do
  argument=${argument//\{connection\}/$connection}
  arguments+=("${argument//\{helper\}/$folder/postgres_asof}")
done
"${arguments[@]}"
