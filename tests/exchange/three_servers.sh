#!/usr/bin/env bash
# Where one PostgreSQL is too small: a front with one département of its own, another département on a server of its own, and
# a replica of that one, which the front asks. Outside CI; needs postgresql (with contrib) and a minute.
# three_servers.sh BUILD [FOLDER]      ends with "N passed, N failed"; the SQL of the front is three_servers.sql
set -euo pipefail
cd "$(dirname "$0")/../.."
cafe=$(realpath "${1:?the build folder}")/cafe
source=$PWD
work=$(mktemp -d "${2:-/tmp}/three-servers.XXXXXX")
chmod 755 "$work"
programs=$(find /usr/lib/postgresql -name initdb -printf '%h\n' | sort -V | tail -n 1)
[ -n "$programs" ] || { echo "PostgreSQL is not installed: nothing was tried"; exit 1; }
# PostgreSQL does not run as root.
as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" -ne 0 ] || chown postgres "$work"

passed=0
failed=0
check() { # TITLE FOUND EXPECTED
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1: $2, not $3"
  fi
}

front=54471 dordogne=54241 replica=54242
start() { as "$programs/pg_ctl" -D "$work/$1" -l "$work/$1.log" -w -o "-p $2 -k $work -c listen_addresses=127.0.0.1 -c fsync=off" start >/dev/null; }
stop() { for each in front replica dordogne; do as "$programs/pg_ctl" -D "$work/$each" -m immediate stop >/dev/null 2>&1 || true; done; rm -rf "$work"; }
trap stop EXIT
sql() { local port=$1; shift; (cd "$work" && as psql -X -q -t -A -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U postgres -d postgres "$@"); }

for each in front dordogne; do as "$programs/initdb" -D "$work/$each" -U postgres -A trust -E UTF8 --locale=C >/dev/null; done
start front $front
start dordogne $dordogne

# A département: exported, loaded, and shown under its number. The view goes with the schema that was loaded before.
load() { # PORT DÉPARTEMENT NOTEBOOK
  (cd "$3" && "$cafe" --today 2026-11-23 export --format postgres -o "$work/export-$2" >/dev/null 2>&1)
  chmod -R a+rX "$work/export-$2"
  (cd "$work/export-$2" && as psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$1" -U postgres -d postgres -f load.sql)
  sql "$1" -c "CREATE VIEW cafe.partner_of AS SELECT '$2'::text AS departement, * FROM cafe.partner"
}
load $front 47 "$source/examples/fumel"
load $dordogne 24 "$source/tests/questions/dordogne"

# The replica: a copy that follows. It is read, never written.
as "$programs/pg_basebackup" -h 127.0.0.1 -p $dordogne -U postgres -D "$work/replica" -R -c fast
start replica $replica
check "the replica follows" "$(sql $replica -c 'SELECT pg_is_in_recovery()')" t

# The front: postgres_fdw needs a superuser once, loading a notebook never does.
sql $front -v replica=$replica -f "$source/tests/exchange/three_servers.sql"
here=$(sql $front -c 'SELECT count(*) FROM cafe.partner')
there=$(sql $replica -c 'SELECT count(*) FROM cafe.partner')
check "one table of both" "$(sql $front -c 'SELECT count(*) FROM region.partner')" $((here + there))
check "a département alone asks no other server" \
  "$(sql $front -c "EXPLAIN SELECT name FROM region.partner WHERE departement = '47'" | grep -c Foreign || true)" 0
check "the other one is on its server" \
  "$(sql $front -c "EXPLAIN SELECT name FROM region.partner WHERE departement = '24'" | grep -c Foreign)" 1

ask() { # NOTEBOOK QUESTION
  (cd "$1" && "$cafe" --today 2026-11-23 find "$2" --understood) | sed "s/'/''/g"
}
answers="SELECT string_agg(partner || ' ' || score, ', ') FROM"
question=$(ask "$source/examples/fumel" "who handles housing in Fumel")
check "what Fumel asks, as its own server answers" "$(sql $front -c "$answers region.find('$question', 10)")" \
  "$(sql $front -c "$answers cafe.find('$question', 10)")"
question=$(ask "$source/tests/questions/dordogne" "hébergement d'urgence Bergerac")
expected=$(sql $dordogne -c "$answers cafe.find('$question', 10)")
check "somebody answers in Bergerac" "$([ -n "$expected" ] && echo yes)" yes
check "what Bergerac asks, as its own server answers" "$(sql $front -c "$answers region.find('$question', 10)")" "$expected"

# A new load on the primary reaches the replica, and whoever asks the front meanwhile has ten answers or fewer, never an error.
load $dordogne 24 "$source/tests/questions/dordogne"
for _ in $(seq 100); do
  [ "$(sql $replica -c "SELECT pg_last_wal_replay_lsn() >= '$(sql $dordogne -c 'SELECT pg_current_wal_lsn()')'")" = t ] && break
  sleep 0.1
done
check "after it was loaded anew" "$(sql $front -c "$answers region.find('$question', 10)")" "$expected"
check "a replica is not written to" "$(sql $replica -c "DELETE FROM cafe.partner" 2>&1 | grep -c 'read-only')" 1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
