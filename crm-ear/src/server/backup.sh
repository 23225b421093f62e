# "./crm backup" and "./crm restore": sourced by it, uses its say, die, need_java, need_space, lock_home and settings.
# The embedded database is copied as it stands in its files, running or not; another one by pg_dump.
# shellcheck shell=bash

new_file() { # FILE
  [ -n "$1" ] || die "Into which file? ./crm backup crm.tar.gz"
  [ ! -e "$1" ] || die "$1 is there already."
  [ -d "$(dirname "$1")" ] && [ -w "$(dirname "$1")" ] || die "$(dirname "$1") cannot be written to."
}

# A copy is there whole or not at all, and for its owner's eyes only.
backup() {
  local file=${1:-}
  new_file "$file"
  file=$(realpath "$file")
  PART=$file.part
  cd "$ROOT"
  trap 'rm -f "$PART"' EXIT
  (umask 077; : >"$PART")
  if [ -n "$CRM_DB_URL" ]; then
    dump "$PART"
  elif lock_home quiet; then
    copy_stopped "$PART"
  else
    copy_running "$PART"
  fi
  mv "$PART" "$file"
  say "Backed up into $file ($(du -h "$file" | cut -f1))."
}

# The lock keeps it stopped meanwhile.
copy_stopped() { # FILE
  [ -f "$PG_DATA/PG_VERSION" ] || die "There is no database in $CRM_HOME."
  [ -z "$(pg_owners)" ] || die "A database was left running; end it first: ./crm stop"
  say "Copying the database, which does not run …"
  tar -C "$PG_DATA" --exclude=./postmaster.pid -czf "$1" . || die "The copy failed."
}

copy_running() { # FILE
  need_java
  say "Copying the running database …"
  CRM_DB_URL=jdbc:postgresql://127.0.0.1:$PG_PORT/crm CRM_DB_USER=crm CRM_DB_PASSWORD=$(<"$CRM_HOME/run/database.password") \
    "$JAVA_HOME/bin/java" -cp "$FETCHED/postgresql.jar" crm-ear/src/server/Backup.java "$PG_DATA" "$1" || die "The copy failed."
}

# ---- a database of your own

libpq_url() { sed -E 's/^jdbc://; s/\?.*//' <<<"$CRM_DB_URL"; }

dump() { # FILE
  need_command pg_dump postgresql-client
  say "Writing a dump of $(libpq_url) …"
  PGUSER=${CRM_DB_USER:-crm} PGPASSWORD=${CRM_DB_PASSWORD:-crm} pg_dump --format=custom --no-owner --file="$1" --dbname="$(libpq_url)" \
    || die "pg_dump failed; it must be as new as the server (package postgresql-client-17 for PostgreSQL 17)."
}

undump() { # FILE
  need_command pg_restore postgresql-client
  export PGUSER=${CRM_DB_USER:-crm} PGPASSWORD=${CRM_DB_PASSWORD:-crm}
  [ "$(psql --no-psqlrc -At -d "$(libpq_url)" -c "select count(*) from pg_tables where schemaname = 'public'")" = 0 ] \
    || die "The database is not empty, or cannot be reached; a restore needs an empty one."
  pg_restore --no-owner --exit-on-error --single-transaction --dbname="$(libpq_url)" "$1" || die "pg_restore failed; the database is as it was."
}

# ---- back

restore() {
  local file=${1:-}
  [ -r "$file" ] || die "Which file? ./crm restore crm.tar.gz"
  file=$(realpath "$file")
  cd "$ROOT"
  lock_home
  if [ -n "$CRM_DB_URL" ]; then
    undump "$file"
  else
    unpack "$file"
  fi
  say "Restored. Start it: ./crm run"
}

# The log of a copy that was made while the database ran is ended with zeros where the second part begins.
unpack() { # FILE
  [ ! -e "$PG_DATA" ] || die "$PG_DATA is there already: a restore needs an empty place. Move it away, or name another CRM_HOME."
  tar -tzf "$file" --ignore-zeros ./PG_VERSION >/dev/null 2>&1 || die "$file is no backup of the embedded database, or it is damaged."
  pg_choose_user
  rm -rf "$PG_DATA.new" && mkdir -p "$PG_DATA.new" && chmod 700 "$PG_DATA.new"
  tar -C "$PG_DATA.new" --ignore-zeros --no-same-owner -xzpf "$file" || die "$file could not be unpacked."
  [ "$(<"$PG_DATA.new/PG_VERSION")" = $PG_MAJOR ] || die "$file was made by PostgreSQL $(<"$PG_DATA.new/PG_VERSION"), this is $PG_MAJOR."
  [ ${#PG_AS[@]} -eq 0 ] || chown -R 65534:65534 "$PG_DATA.new"
  # Its user's password is that of the old place; the next start gives a new one.
  rm -f "$CRM_HOME/run/database.password"
  mv "$PG_DATA.new" "$PG_DATA"
}
