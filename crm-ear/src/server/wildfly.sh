# The WildFly of "./crm run": sourced by it, uses its say, die, step, need_space, await_end, bounded_log and settings.
# shellcheck shell=bash

HTTP_PORT=$((8080 + CRM_PORT_OFFSET))
SERVER=$CRM_HOME/server
BASE=$SERVER/standalone
JAVA_PID=

config_stamp() {
  {
    versions
    echo "$CRM_LOG_FORMAT"
    find wildfly-config -path '*/balancer' -prune -o -type f ! -name '*.md' -print0 | sort -z | xargs -0 cat
  } | sha256sum
}

# Built anew from the distribution whenever its configuration changes; what the server remembers stays.
provision() {
  [ "$(cat "$SERVER/.stamp" 2>/dev/null)" != "$(config_stamp)" ] || return 0
  say "Setting up the server in $SERVER …"
  need_space 1000
  local fresh=$SERVER.new dist
  dist=$(echo "$FETCHED"/wildfly-*)
  rm -rf "$fresh" && mkdir -p "$fresh"
  cp -al "$dist"/{bin,modules,jboss-modules.jar} "$fresh" 2>/dev/null || cp -a "$dist"/{bin,modules,jboss-modules.jar} "$fresh"
  cp -a "$dist/standalone" "$fresh"
  step wildfly-config/apply "$fresh" "$FETCHED/postgresql.jar" >"$CRM_HOME/log/apply.log" 2>&1 \
    || die "The server could not be set up: $(grep -v '^$' "$CRM_HOME/log/apply.log" | tail -5)"
  [ ! -d "$BASE/data" ] || { rm -rf "$fresh/standalone/data"; cp -a "$BASE/data" "$fresh/standalone/data"; }
  config_stamp >"$fresh/.stamp"
  rm -rf "$SERVER" && mv "$fresh" "$SERVER"
}

place_ear() {
  cp "$EAR" "$SERVER/crm.ear.tmp"
  rm -f "$BASE"/deployments/crm.ear.*
  mv "$SERVER/crm.ear.tmp" "$BASE/deployments/crm.ear"
  touch "$BASE/deployments/crm.ear.dodeploy"
}

# The first clean stop writes down the classes of its run (for this JDK), which saves every later start a quarter of its
# time. What has changed since is loaded as usual.
class_archive() {
  local archive
  archive=$SERVER/classes-$(cksum <"$JAVA_HOME/release" | cut -d' ' -f1).jsa
  if [ -f "$archive" ]; then
    echo "-XX:SharedArchiveFile=$archive"
  elif [ "$CRM_FAST_START" = true ]; then
    echo "-XX:ArchiveClassesAtExit=$archive.new"
  fi
}

# The JVM is started here, not by standalone.sh: its process is then ours to watch, and dies with us.
start_server() {
  local classes
  classes=$(class_archive)
  LOG_START=$(stat -c %s "$CRM_HOME/log/server.log" 2>/dev/null || echo 0)
  setsid setpriv --pdeathsig TERM "$JAVA_HOME/bin/java" "-Xmx$CRM_JAVA_MEMORY" @crm-ear/src/server/jvm.options \
    ${classes:+"$classes"} "-XX:ErrorFile=$CRM_HOME/log/java-crash.log" ${CRM_JAVA_OPTIONS:-} \
    "-Dorg.jboss.boot.log.file=$CRM_HOME/log/server.log" "-Dlogging.configuration=file:$BASE/configuration/logging.properties" \
    -jar "$SERVER/jboss-modules.jar" -mp "$SERVER/modules" org.jboss.as.standalone -c standalone-ha.xml -b "$CRM_BIND" \
    "-Djboss.home.dir=$SERVER" "-Djboss.server.base.dir=$BASE" "-Djboss.server.log.dir=$CRM_HOME/log" "-Djboss.node.name=$CRM_NODE_NAME" \
    "-Djboss.socket.binding.port-offset=$CRM_PORT_OFFSET" -Dorg.wildfly.sigterm.suspend.timeout=5 \
    9>&- > >(bounded_log "$CRM_HOME/log/console.log") 2>&1 </dev/null &
  JAVA_PID=$!
  echo "$JAVA_PID" >"$CRM_HOME/run/server.pid"
}

this_start() { tail -c "+$((LOG_START + 1))" "$CRM_HOME/log/server.log" 2>/dev/null; }

http_code() { # HOST PORT PATH
  local code
  exec 7<>"/dev/tcp/$1/$2" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$3" >&7
  read -r -t 60 _ code _ <&7 || code=
  exec 7>&-
  [ -n "$code" ] && echo "$code"
} 2>/dev/null

# The class archive is given up too, in case it was the reason.
ended_early() {
  rm -f "$SERVER"/classes-*
  die "The server ended while starting: $(tail -5 "$CRM_HOME/log/console.log")
See $CRM_HOME/log/server.log"
}

await_deployed() {
  local marker=$BASE/deployments/crm.ear end=$((SECONDS + CRM_START_WAIT))
  until [ -f "$marker.deployed" ] && [ ! -f "$marker.dodeploy" ] && [ ! -f "$marker.isdeploying" ]; do
    [ ! -f "$marker.failed" ] || die "The application did not start: $(head -c 1500 "$marker.failed")
See $CRM_HOME/log/server.log"
    server_lives || ended_early
    [ $SECONDS -lt $end ] || die "The application was not ready after $CRM_START_WAIT s; see $CRM_HOME/log/server.log"
    sleep 0.1
  done
}

# The sign-in page, so that "ready" means that it has been shown once.
await_http() {
  local code end=$((SECONDS + CRM_START_WAIT))
  until code=$(http_code "$HTTP_HOST" "$HTTP_PORT" /crm/login.xhtml); do
    server_lives || ended_early
    [ $SECONDS -lt $end ] || die "No answer on port $HTTP_PORT after $CRM_START_WAIT s; see $CRM_HOME/log/server.log"
    sleep 0.1
  done
  [ "$code" -lt 500 ] || say "Warning: the sign-in page answers $code; see $CRM_HOME/log/server.log"
}

server_lives() { kill -0 "$JAVA_PID" 2>/dev/null; }

announce() {
  say "Sen CRM is ready at http://$HTTP_HOST:$HTTP_PORT/crm/"
  say "Sign in as ${CRM_ADMIN_USER:-admin}$([ -z "${CRM_ADMIN_PASSWORD:-}" ] || echo ' with the password of CRM_ADMIN_PASSWORD')."
  this_start | sed -nE 's/.*(\) |"message":")(First administrator: [^"]*).*/\2/p' | head -1
  say "Log: $CRM_HOME/log/server.log · Ctrl-C stops."
}

stop_server() {
  local file ended=0
  [ -n "$JAVA_PID" ] && server_lives || return 0
  say "Stopping Sen CRM …"
  kill -TERM "$JAVA_PID" 2>/dev/null || :
  await_end "$JAVA_PID" 80 || kill -KILL "$JAVA_PID" 2>/dev/null || :
  wait "$JAVA_PID" 2>/dev/null || ended=$?
  for file in "$SERVER"/classes-*.new; do
    [ "$ended" != 143 ] || [ ! -f "$file" ] || mv "$file" "${file%.new}"
  done
}

servers_left() { grep -lsFf <(printf -- '-Djboss.server.base.dir=%s' "$BASE") /proc/[0-9]*/cmdline | grep -oE '[0-9]+'; }

clear_server() {
  local pid
  for pid in $(servers_left); do
    say "Stopping a server left running …"
    kill -TERM "$pid" 2>/dev/null || :
    await_end "$pid" 60 || kill -KILL "$pid" 2>/dev/null || :
  done
  rm -f "$CRM_HOME/run/server.pid" "$SERVER"/classes-*.new
}
