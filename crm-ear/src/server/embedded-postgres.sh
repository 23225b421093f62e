# The embedded PostgreSQL of "./crm run": sourced by it, uses its say, die, need_secret, memory_mb and CRM_HOME.
# The archive has initdb, pg_ctl and postgres, no psql: roles are made in single-user mode.
# shellcheck shell=bash

PG_MAJOR=17
PG_HOME=$CRM_HOME/postgresql
PG_DATA=$CRM_HOME/postgres
PG_LOG=$CRM_HOME/log/postgres.log
PG_PORT=$((15432 + CRM_PORT_OFFSET))
PG_PID=
PG_AS=()

# PostgreSQL refuses root, so for root it runs as nobody. Where nobody may not enter the folders above CRM_HOME
# (/root, say), the process alone is allowed to pass them; without no_setuid_fixup access(2), which initdb asks, would
# not count that right.
pg_choose_user() {
  [ "$(id -u)" = 0 ] || return 0
  local capability
  PG_AS=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  "${PG_AS[@]}" --inh-caps=-all env -C "$CRM_HOME" true 2>/dev/null && { PG_AS+=(--inh-caps=-all); return; }
  for capability in dac_read_search dac_override; do
    local with=(--securebits=+no_setuid_fixup --inh-caps="-all,+$capability" --ambient-caps="-all,+$capability" --bounding-set="-all,+$capability")
    "${PG_AS[@]}" "${with[@]}" env -C "$CRM_HOME" true 2>/dev/null && { PG_AS+=("${with[@]}"); return; }
  done
  die "The database runs as user nobody, who may not enter $CRM_HOME. Move it: CRM_HOME=/var/lib/sen-crm ./crm run"
}

pg_install() { # ARCHIVE
  [ "$PG_HOME/bin/postgres" -nt "$1" ] && return
  say "Unpacking the database …"
  rm -rf "$PG_HOME" && mkdir -p "$PG_HOME"
  tar -xJf "$1" -C "$PG_HOME" --no-same-owner --touch && chmod -R a+rX "$PG_HOME"
}

# Commands for the stopped database, one a line.
pg_single() { # [DATABASE]
  "${PG_AS[@]}" "$PG_HOME/bin/postgres" --single -D "$PG_DATA" -c log_min_messages=error "${1:-postgres}" >/dev/null 2>"$CRM_HOME/log/postgres-setup.log" \
    && ! grep -qE 'ERROR|FATAL' "$CRM_HOME/log/postgres-setup.log" \
    || die "The database could not be set up: $(tail -3 "$CRM_HOME/log/postgres-setup.log")"
}

pg_create() {
  say "Creating the database in $PG_DATA …"
  local fresh=$PG_DATA.new
  rm -rf "$fresh" && mkdir -p "$fresh" && chmod 700 "$fresh"
  [ ${#PG_AS[@]} -eq 0 ] || chown 65534:65534 "$fresh"
  "${PG_AS[@]}" "$PG_HOME/bin/initdb" -D "$fresh" -U postgres -A reject -E UTF8 --locale=C.UTF-8 --no-instructions \
    >"$CRM_HOME/log/postgres-setup.log" 2>&1 || die "initdb failed: $(tail -3 "$CRM_HOME/log/postgres-setup.log")"
  printf 'host crm crm 127.0.0.1/32 scram-sha-256\n' >"$fresh/pg_hba.conf"
  printf "include 'crm.conf'\ninclude_if_exists 'local.conf' # yours: it is never overwritten\n" >>"$fresh/postgresql.conf"
  pg_settings "$fresh"
  PG_DATA=$fresh pg_single <<SQL
CREATE ROLE crm LOGIN PASSWORD '$(<"$CRM_HOME/run/database.password")'
CREATE DATABASE crm OWNER crm TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'
SQL
  PG_DATA=$fresh pg_allow_backup
  mv "$fresh" "$PG_DATA"
}

# The product's user may begin and end a copy of the running database; a mark tells that it may.
pg_allow_backup() {
  pg_single crm <<<'GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean) TO crm'
  : >"$PG_DATA/crm.backup-allowed"
}

# Written at each start: follows the machine's memory. Docker's small /dev/shm would fail parallel queries.
pg_settings() { # DATA
  local memory buffers shm=posix
  memory=$(memory_mb)
  buffers=$((memory / 4 < 4096 ? memory / 4 : 4096))
  [ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR==2{print $4}')" -ge 524288 ] 2>/dev/null || shm=mmap
  cat >"$1/crm.conf" <<CONF
# Written by ./crm at each start; your own settings belong in local.conf beside this file.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
dynamic_shared_memory_type = $shm
shared_buffers = ${buffers}MB
effective_cache_size = $((memory / 2))MB
work_mem = 32MB
maintenance_work_mem = $((memory / 16 < 512 ? memory / 16 : 512))MB
max_connections = 100
max_wal_size = 4GB
wal_keep_size = 1GB
min_wal_size = 256MB
checkpoint_completion_target = 0.9
random_page_cost = 1.1
effective_io_concurrency = 100
jit = off
autovacuum_vacuum_scale_factor = 0.05
autovacuum_analyze_scale_factor = 0.02
autovacuum_vacuum_cost_limit = 1000
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
log_line_prefix = '%m [%p] %a '
log_min_duration_statement = 5s
log_lock_waits = on
log_parameter_max_length = 0
CONF
}

# Processes of this data folder: a zombie that nobody reaps has neither folder nor program and does not count.
pg_owners() {
  local folder
  find /proc/[0-9]*/cwd -maxdepth 0 -lname "$PG_DATA" 2>/dev/null | while read -r folder; do
    [ "$(readlink "${folder%cwd}exe" 2>/dev/null)" = "$PG_HOME/bin/postgres" ] && echo "${folder//[^0-9]/}"
  done
  return 0
}

# After a crash: stops what still runs, then removes the lock file, which PostgreSQL itself would keep
# where the dead process is still listed as a zombie.
pg_clear() {
  local i owners
  owners=$(pg_owners)
  if [ -n "$owners" ]; then
    say "Stopping a database left running …"
    # shellcheck disable=SC2046 # the first line is a process id
    kill -INT $(head -1 "$PG_DATA/postmaster.pid" 2>/dev/null || echo "$owners") 2>/dev/null || :
  fi
  for i in {1..300}; do
    owners=$(pg_owners)
    [ -n "$owners" ] || break
    # shellcheck disable=SC2086 # one id a word
    [ "$i" -ne 200 ] || kill -QUIT $owners 2>/dev/null || :
    sleep 0.1
  done
  [ -z "$owners" ] || die "Processes" $owners "still use $PG_DATA."
  rm -f "$PG_DATA/postmaster.pid" "$CRM_HOME/run/postgres.pid"
}

# Ends with the database ready for connections.
pg_start() {
  local i
  setsid "${PG_AS[@]:-setpriv}" --pdeathsig INT "$PG_HOME/bin/postgres" -D "$PG_DATA" -p "$PG_PORT" \
    9>&- > >(bounded_log "$PG_LOG") 2>&1 </dev/null &
  PG_PID=$!
  echo "$PG_PID" >"$CRM_HOME/run/postgres.pid"
  for i in {1..1200}; do
    kill -0 "$PG_PID" 2>/dev/null || { PG_PID=; die "The database did not start: $(tail -3 "$PG_LOG")"; }
    pg_ready && return
    [ $((i % 50)) -ne 0 ] || say "Waiting for the database to recover …"
    sleep 0.1
  done
  die "The database was not ready after 120 s; see $PG_LOG"
}

# What pg_ctl -w looks at: our process says so itself, and its port answers.
pg_ready() {
  local lines=()
  mapfile -t lines <"$PG_DATA/postmaster.pid" || return 1
  [ "${lines[0]:-}" = "$PG_PID" ] && [[ ${lines[7]:-} == ready* ]] && (: <>"/dev/tcp/127.0.0.1/$PG_PORT")
} 2>/dev/null

pg_run() { # ARCHIVE
  pg_choose_user
  pg_install "$1"
  local known=true
  need_secret "$CRM_HOME/run/database.password" || known=false
  if [ ! -f "$PG_DATA/PG_VERSION" ]; then
    pg_create
  else
    [ "$(<"$PG_DATA/PG_VERSION")" = $PG_MAJOR ] || die "$PG_DATA was made by PostgreSQL $(<"$PG_DATA/PG_VERSION"), this is $PG_MAJOR."
    pg_clear
    [ ${#PG_AS[@]} -eq 0 ] || chown -R 65534:65534 "$PG_DATA"
    pg_settings "$PG_DATA"
    [ -f "$PG_DATA/crm.backup-allowed" ] || pg_allow_backup
    $known || pg_single <<<"ALTER ROLE crm PASSWORD '$(<"$CRM_HOME/run/database.password")'"
  fi
  pg_start
}

pg_stop() {
  [ -n "$PG_PID" ] || return 0
  kill -INT "$PG_PID" 2>/dev/null || :
  await_end "$PG_PID" 60 || kill -QUIT "$PG_PID" 2>/dev/null || :
  PG_PID=
  rm -f "$CRM_HOME/run/postgres.pid"
}
