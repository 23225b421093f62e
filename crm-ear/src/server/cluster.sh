# "./crm cluster": two servers and a balancer over one database, for trying and for tests. Each server is a "./crm run" in a
# home of its own, below this one's. Sourced by crm, after wildfly.sh and embedded-postgres.sh.
# shellcheck shell=bash

NODES=(a b)
declare -A NODE_PIDS=()
BALANCER_PID=
EMBEDDED=false
RESTARTS=()

node_home() { echo "$CRM_HOME/$1"; }

# Ten ports apart: at a hundred, one server's failure detection (7700) would meet the other's messages (7600 + 100).
node_offset() {
  local i
  for i in "${!NODES[@]}"; do
    [ "${NODES[i]}" != "$1" ] || echo $((CRM_PORT_OFFSET + 10 * (i + 1)))
  done
}

node_port() { echo $(($2 + $(node_offset "$1"))); } # NAME STANDARD

# While this file is there, the balancer gives the server nothing, and nobody starts it.
node_down_mark() { echo "$CRM_HOME/run/$1.down"; }

check_node() { [ -n "$(node_offset "${1:-}")" ] || die "Which one? ${NODES[*]} or database"; }

cluster_hosts() {
  local name hosts=()
  for name in "${NODES[@]}"; do
    hosts+=("127.0.0.1[$(node_port "$name" 7600)]")
  done
  (IFS=,; echo "${hosts[*]}")
}

# Who does not know it does not become a member.
share_secret() {
  need_secret "$CRM_HOME/run/cluster.secret" || :
  : "${CRM_CLUSTER_SECRET:=$(<"$CRM_HOME/run/cluster.secret")}"
  export CRM_CLUSTER_SECRET
}

# The same ./crm, for one server.
node_crm() { # NAME COMMAND
  local hosts
  hosts=$(cluster_hosts)
  exec env -u CRM_CLUSTER_JOIN_MILLIS CRM_HOME="$(node_home "$1")" CRM_PORT_OFFSET="$(node_offset "$1")" CRM_NODE_NAME="$1" CRM_BIND=127.0.0.1 \
    CRM_CLUSTER_HOSTS="$hosts" CRM_CLUSTER_NAME="sen-crm-$CRM_PORT_OFFSET" CRM_BEHIND_PROXY=true CRM_SKIP_BUILD=true \
    setpriv --pdeathsig TERM "$ROOT/crm" "$2"
}

# From the server that was set up once; a hard link is a copy that takes no space.
provision_node() { # NAME
  local home fresh
  home=$(node_home "$1")
  fresh=$home/server.new
  [ "$(cat "$home/server/.stamp" 2>/dev/null)" != "$(config_stamp)" ] || return 0
  rm -rf "$fresh" && mkdir -p "$home"
  cp -al "$SERVER" "$fresh" 2>/dev/null || cp -a "$SERVER" "$fresh"
  # What a server writes while it runs is its own, and stays.
  rm -rf "$fresh/standalone" && cp -a "$SERVER/standalone" "$fresh/standalone"
  [ ! -d "$home/server/standalone/data" ] || { rm -rf "$fresh/standalone/data"; cp -a "$home/server/standalone/data" "$fresh/standalone/data"; }
  rm -rf "$home/server" && mv "$fresh" "$home/server"
}

start_node() { # NAME
  say "Starting server $1 …"
  (node_crm "$1" run) 9>&- > >(trap '' INT TERM; sed -u "s/^/[$1] /") 2>&1 </dev/null &
  NODE_PIDS[$1]=$!
}

balancer_classes() {
  local base=$SERVER/modules/system/layers/base
  (IFS=:; shopt -s nullglob; set -- "$base"/{io/undertow/core,org/xnio,org/jboss/xnio,org/jboss/xnio/nio,org/jboss/logging,org/jboss/threads,org/wildfly/common,org/wildfly/client/config}/main/*.jar "$base"/io/smallrye/common/*/main/*.jar; echo "$*")
}

start_balancer() {
  local name servers=()
  for name in "${NODES[@]}"; do
    servers+=("$name=http://127.0.0.1:$(node_port "$name" 8080)")
  done
  setsid setpriv --pdeathsig TERM "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(balancer_classes)" \
    crm-ear/src/server/Balancer.java "$CRM_BIND" "$HTTP_PORT" "$CRM_HOME/run" "${servers[@]}" \
    9>&- > >(bounded_log "$CRM_HOME/log/balancer.log") 2>&1 </dev/null &
  BALANCER_PID=$!
}

# The balancer says so, by a file, while it gives the server requests.
gets_requests() { [ -e "$CRM_HOME/run/$1.up" ]; } # NAME

is_alive() { [ -n "${1:-}" ] && kill -0 "$1" 2>/dev/null; }

# --- the cluster itself --------------------------------------------------------------------------

stop_cluster() {
  local name
  trap - EXIT USR1
  trap '' INT TERM HUP
  [ -z "${STEP:-}" ] || kill -TERM "$STEP" 2>/dev/null || :
  for name in "${NODES[@]}"; do
    ! is_alive "${NODE_PIDS[$name]:-}" || kill -TERM "${NODE_PIDS[$name]}"
  done
  for name in "${NODES[@]}"; do
    ! is_alive "${NODE_PIDS[$name]:-}" || await_end "${NODE_PIDS[$name]}" 200 || kill -KILL "${NODE_PIDS[$name]}"
  done
  ! is_alive "$BALANCER_PID" || kill -TERM "$BALANCER_PID"
  pg_stop
  rm -f "$CRM_HOME"/run/{crm.pid,*.down,*.up}
}

# What a cluster that was itself killed left running.
clear_nodes() {
  local name
  for name in "${NODES[@]}"; do
    [ ! -d "$(node_home "$name")/run" ] || (node_crm "$name" stop) >/dev/null
  done
}

cluster_run() {
  cd "$ROOT"
  need_linux
  need_java
  lock_home
  echo $$ >"$CRM_HOME/run/crm.pid"
  rm -f "$CRM_HOME"/run/*.{down,up}
  trap stop_cluster EXIT
  trap 'stop_cluster; exit 130' INT
  trap 'stop_cluster; exit 143' TERM HUP
  trap : USR1
  need_space 600
  build
  clear_server
  clear_nodes
  [ -n "$CRM_DB_URL" ] || EMBEDDED=true
  check_port "$HTTP_PORT" HTTP
  [ $EMBEDDED = false ] || { pg_clear; check_port "$PG_PORT" database; }
  provision
  local name
  for name in "${NODES[@]}"; do provision_node "$name"; done
  share_secret
  start_database
  export CRM_DB_URL CRM_DB_USER CRM_DB_PASSWORD
  start_balancer
  for name in "${NODES[@]}"; do start_node "$name"; done
  for name in "${NODES[@]}"; do await_node "$name"; done
  announce_cluster
  watch_cluster
}

await_node() { # NAME
  local end=$((SECONDS + CRM_START_WAIT))
  until gets_requests "$1"; do
    is_alive "${NODE_PIDS[$1]}" || die "Server $1 did not start; see $(node_home "$1")/log/server.log"
    [ $SECONDS -lt $end ] || die "Server $1 was not ready after $CRM_START_WAIT s; see $(node_home "$1")/log/server.log"
    sleep 0.2
  done
}

announce_cluster() {
  local name
  for name in "${NODES[@]}"; do
    say "Server $name: http://127.0.0.1:$(node_port "$name" 8080)/crm/ · log $(node_home "$name")/log/server.log"
  done
  say "Sen CRM is ready at http://$HTTP_HOST:$HTTP_PORT/crm/"
  say "./crm cluster stop a · start a · restart · Ctrl-C stops all."
}

# Until Ctrl-C. Whatever ends by itself is started again, five times a minute at most.
watch_cluster() {
  local name awaited
  while :; do
    awaited=("$BALANCER_PID" ${PG_PID:+"$PG_PID"})
    for name in "${NODES[@]}"; do
      ! is_alive "${NODE_PIDS[$name]:-}" || awaited+=("${NODE_PIDS[$name]}")
    done
    wait -n "${awaited[@]}" 2>/dev/null || :
    revive_database
    is_alive "$BALANCER_PID" || { count_restart "The balancer"; start_balancer; }
    for name in "${NODES[@]}"; do revive_node "$name"; done
  done
}

revive_database() {
  [ "$EMBEDDED" = true ] || return 0
  ! is_alive "$PG_PID" || return 0
  [ ! -e "$(node_down_mark database)" ] || { PG_PID=; return; }
  [ -z "$PG_PID" ] || count_restart "The database"
  pg_clear
  pg_start
  say "The database is back."
}

revive_node() { # NAME
  is_alive "${NODE_PIDS[$1]:-}" && return
  if [ -e "$(node_down_mark "$1")" ]; then
    unset "NODE_PIDS[$1]"
  elif [ -z "${NODE_PIDS[$1]:-}" ]; then
    start_node "$1"
  elif [ "$CRM_CLUSTER_RESTARTS" = true ]; then
    count_restart "Server $1"
    start_node "$1"
  else
    say "Server $1 has ended. Start it: ./crm cluster start $1"
    touch "$(node_down_mark "$1")"
    unset "NODE_PIDS[$1]"
  fi
}

count_restart() { # WHAT
  RESTARTS=("$SECONDS" "${RESTARTS[@]:0:4}")
  [ ${#RESTARTS[@]} -lt 5 ] || [ $((SECONDS - RESTARTS[4])) -gt 60 ] || die "$1 keeps ending; see $CRM_HOME/log"
  say "$1 has ended; starting it again …"
}

# --- commands to a running cluster ---------------------------------------------------------------

need_cluster() {
  CLUSTER_PID=$(cat "$CRM_HOME/run/crm.pid" 2>/dev/null) && is_alive "$CLUSTER_PID" || die "No cluster runs in $CRM_HOME; start it: ./crm cluster"
}

# The embedded database, to see what its absence does.
stop_database() {
  local pid
  pid=$(cat "$CRM_HOME/run/postgres.pid" 2>/dev/null) || die "No embedded database runs."
  touch "$(node_down_mark database)"
  kill -INT "$pid"
  await_end "$pid" 60 || die "The database does not end."
  say "The database is stopped."
}

start_database_again() {
  rm -f "$(node_down_mark database)"
  kill -USR1 "$CLUSTER_PID"
  await_port "$PG_PORT" || die "The database does not start; see $PG_LOG"
  say "The database is started."
}

await_port() { # PORT
  local i
  for i in {1..600}; do
    ! (: <>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || return 0
    sleep 0.1
  done
  return 1
}

# Takes a server away so that nobody notices: the balancer gives it nothing more, it ends what it has begun, and ends.
cluster_stop() { # NAME
  local pid
  need_cluster
  [ "${1:-}" != database ] || { stop_database; return; }
  check_node "${1:-}"
  need_java
  touch "$(node_down_mark "$1")"
  pid=$(cat "$(node_home "$1")/run/crm.pid" 2>/dev/null) || { say "Server $1 does not run."; return; }
  await_requests ! "$1" 10 || die "The balancer still gives server $1 requests; see $CRM_HOME/log/balancer.log"
  "$(node_home "$1")/server/bin/jboss-cli.sh" --connect --controller="127.0.0.1:$(node_port "$1" 9990)" \
    --commands=":shutdown(suspend-timeout=20)" >/dev/null </dev/null || die "Server $1 does not listen."
  await_end "$pid" 60 || die "Server $1 does not end."
  say "Server $1 is stopped."
}

cluster_start() { # NAME ...
  local name
  need_cluster
  [ "${1:-}" != database ] || { start_database_again; return; }
  for name in "${@:-}"; do
    check_node "$name"
    rm -f "$(node_down_mark "$name")"
  done
  kill -USR1 "$CLUSTER_PID"
  for name in "$@"; do
    await_requests "$name" "$CRM_START_WAIT" || die "Server $name was not ready after $CRM_START_WAIT s; see $(node_home "$name")/log/server.log"
    say "Server $name is ready."
  done
}

# Whether the balancer gives a server requests (or, with !, none) before the time is over.
await_requests() { # [!] NAME SECONDS
  local wanted=0 seen end
  [ "$1" != ! ] || { wanted=1; shift; }
  end=$((SECONDS + $2))
  while :; do
    seen=0
    gets_requests "$1" || seen=1
    [ $seen -ne $wanted ] || return 0
    [ $SECONDS -lt $end ] || return 1
    sleep 0.2
  done
}

# One server after the other: users go on working.
cluster_restart() {
  local name
  for name in "${NODES[@]}"; do
    cluster_stop "$name"
    cluster_start "$name"
  done
}
