#!/bin/bash
# wp-lab.sh fetch | start PORT | seed | cli ... | stop | status | wipe      Real WordPress sites on 127.0.0.1. Idempotent.
#   clinic    PORT    WordPress 7.1.1 (from npm wp-studio) + SQLite    the seeded clinic blog
#   clinic61  PORT+2  Debian's WordPress 6.1.x + MariaDB               the same blog, on request: LAB_SITES="clinic clinic61"
#   partner   PORT+3  as clinic, without its posts: a site that shows the other's, on request
# LAB_SITES="clinic" starts only that one (then neither MariaDB nor Debian's wordpress is installed).
# LAB_VAR: data folder, default var/wordpress in the repository, which git ignores.
set -euo pipefail
trap 'echo "wp-lab.sh: failed in step: ${STEP:-?} (logs: $VAR/log)" >&2' ERR
set -E
HERE=$(cd "$(dirname "$0")" && pwd); SEEDS=$HERE/seeds; VAR=${LAB_VAR:-$(cd "$HERE/../../.." && pwd)/var/wordpress}; RUN=$VAR/run; SITES=$VAR/sites
LAB_SITES=${LAB_SITES:-$( [ -f "$RUN/sites" ] && cat "$RUN/sites" || echo "clinic")}
STUDIO=wp-studio@1.22.0; STUDIO_SUM=6e832d6a19218160ca2b2353040d6e4cae60867026c5784363a29e4023bd166708dffa3e60e4aaf09c185b96589f11c2c47d7825ffe60fa0894c1bd35a5d98b7
mkdir -p "$RUN" "$SITES" "$VAR/log"; export npm_config_loglevel=error DEBIAN_FRONTEND=noninteractive
T0=0; step() { T0=$(date +%s%N); STEP=$1; }; done_() { printf '  %-46s %6.1f s\n' "$STEP" "$(( ($(date +%s%N)-T0)/1000000 ))e-3"; }
has() { [[ " $LAB_SITES " == *" $1 "* ]]; }
alive() { [ -f "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }
port_of() { local p; p=$(cat "$RUN/port"); case $1 in clinic) echo $p;; clinic61) echo $((p+2));; partner) echo $((p+3));; esac; }
url_of() { echo "http://127.0.0.1:$(port_of "$1")"; }
sql() { mariadb --no-defaults -uroot -S "$RUN/db.sock" "$@"; }
PHP() { php -d memory_limit=512M -d error_reporting=8191 -d display_errors=stderr "$@"; }

packages() {
  local want="php-cli php-gd php-mbstring php-xml php-curl php-intl php-sqlite3"
  has clinic61 && want="$want php-mysql mariadb-server mariadb-client wordpress wordpress-theme-twentytwentythree"
  command -v dpkg-query >/dev/null || { php -r 'exit(extension_loaded("pdo_sqlite") && extension_loaded("gd") ? 0 : 1);' 2>/dev/null && return 0; }
  local miss=""; for p in $want; do dpkg-query -W -f='${Status}' $p 2>/dev/null | grep -q 'ok installed' || miss="$miss $p"; done
  [ -z "$miss" ] && return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "wp-lab.sh: a real WordPress needs these Debian packages:$miss. Install them, or run this as root on Debian." >&2; exit 1; fi
  step "apt-get install$miss"
  # a policy file keeps Debian from starting apache/mariadb by itself; put back what was there
  local pol=/usr/sbin/policy-rc.d made=0; [ -e $pol ] || { printf '#!/bin/sh\nexit 101\n' > $pol; chmod +x $pol; made=1; }
  { apt-get update && apt-get install -y --no-install-recommends $miss; } > "$VAR/log/apt.log" 2>&1 || { tail -5 "$VAR/log/apt.log"; exit 1; }
  [ $made = 1 ] && rm -f $pol; STEP="apt-get install ($(echo $miss | wc -w) packages)"; done_
}
core() {
  [ -f "$VAR/wp-files/latest/wordpress/wp-load.php" ] && return 0
  step "npm pack $STUDIO (67 MB) and unpack"
  mkdir -p "$VAR/npm"; ( cd "$VAR/npm" && npm pack --silent "$STUDIO" >/dev/null )
  local f="$VAR/npm/wp-studio-1.22.0.tgz"; [ -z "$STUDIO_SUM" ] || echo "$STUDIO_SUM  $f" | sha512sum -c --quiet
  tar xzf "$f" -C "$VAR" --strip-components=3 --wildcards 'package/dist/cli/wp-files/latest/wordpress/*' 'package/dist/cli/wp-files/wp-cli/*' 'package/dist/cli/wp-files/sqlite-database-integration/*' 'package/dist/cli/wp-files/wordpress-importer/*'
  [ -n "${LAB_KEEP_TGZ:-}" ] || rm -f "$f"; done_
}
db() {
  has clinic61 || return 0
  if [ ! -d "$VAR/db/mysql" ]; then step "mariadb-install-db"
    id mysql >/dev/null; chmod 755 "$VAR"; mkdir -p "$VAR/db"; chown mysql "$VAR/db"
    mariadb-install-db --no-defaults --user=mysql --datadir="$VAR/db" --auth-root-authentication-method=normal --skip-test-db --force > "$VAR/log/db-install.log" 2>&1; done_; fi
  if ! alive "$RUN/db.pid"; then step "mariadbd"
    chown mysql "$RUN"; rm -f "$RUN/db.sock"
    mariadbd --no-defaults --user=mysql --datadir="$VAR/db" --socket="$RUN/db.sock" --skip-networking --pid-file="$RUN/db.pid.own" --innodb-buffer-pool-size=64M --skip-log-bin > "$VAR/log/db.log" 2>&1 < /dev/null &
    echo $! > "$RUN/db.pid"; disown
    for i in $(seq 100); do sql -e 'select 1' >/dev/null 2>&1 && break; sleep 0.2; done; sql -e 'select 1' >/dev/null; done_; fi
  sql -e "CREATE DATABASE IF NOT EXISTS clinic61 CHARACTER SET utf8mb4; CREATE USER IF NOT EXISTS 'wp'@'localhost' IDENTIFIED BY 'wp'; GRANT ALL ON clinic61.* TO 'wp'@'localhost';"
}
site_files() { # SITE
  local s=$1 d=$SITES/$1; [ -f "$d/wp-config.php" ] && { cp "$SEEDS/mu-lab.php" "$d/wp-content/mu-plugins/lab.php"; return 0; }
  step "$s: files"; rm -rf "$d"
  if [ $s = clinic61 ]; then cp -rL /usr/share/wordpress "$d"; rm -f "$d/wp-config.php" "$d/.htaccess"; mkdir -p "$d/wp-content/themes"
    DBL="define('DB_NAME','clinic61'); define('DB_USER','wp'); define('DB_PASSWORD','wp'); define('DB_HOST','localhost:$RUN/db.sock');"
  else cp -al "$VAR/wp-files/latest/wordpress" "$d"; rm -rf "$d/wp-content/plugins/akismet"
    cp -r "$VAR/wp-files/sqlite-database-integration" "$d/wp-content/plugins/"; cp "$VAR/wp-files/sqlite-database-integration/db.copy" "$d/wp-content/db.php"
    DBL="define('DB_NAME','wp'); define('DB_USER',''); define('DB_PASSWORD',''); define('DB_HOST',''); define('DB_DIR', __DIR__ . '/wp-content/database/'); define('DB_FILE', '.ht.sqlite');"
  fi
  mkdir -p "$d/wp-content/mu-plugins" "$d/wp-content/uploads"; cp "$SEEDS/mu-lab.php" "$d/wp-content/mu-plugins/lab.php"
  DBL="$DBL" php -r 'echo str_replace("/*DBLINES*/", getenv("DBL"), file_get_contents($argv[1]));' "$SEEDS/wp-config.tpl.php" > "$d/wp-config.php"; done_
}
install_site() { # SITE
  local s=$1 u; u=$(url_of $s); step "$s: wp_install"
  local out; out=$(PHP "$SEEDS/install.php" "$SITES/$s" "$u" "Harbor Clinic Blog" 2>"$VAR/log/$s-install.log") || { cat "$VAR/log/$s-install.log"; exit 1; }
  [ "$out" = "already installed" ] || { echo "    $out"; done_; echo "$u" > "$SITES/$s/.base"; return 0; }
  local was; was=$(cat "$SITES/$s/.base")
  if [ "$was" != "$u" ]; then step "$s: $was -> $u"
    PHP "$VAR/wp-files/wp-cli/wp-cli.phar" --allow-root --path="$SITES/$s" search-replace "$was" "$u" --all-tables --quiet 2>>"$VAR/log/$s-install.log"; echo "$u" > "$SITES/$s/.base"; done_; fi
}
serve() { # SITE
  local s=$1 p; p=$(port_of $s); alive "$RUN/$s.pid" && return 0; step "$s: php -S"
  if ss -ltnH "sport = :$p" | grep -q .; then echo "port $p is taken" >&2; exit 1; fi
  # own process group, so that `stop` ends the four workers with the master
  PHP_CLI_SERVER_WORKERS=4 setsid php -d memory_limit=256M -d opcache.enable_cli=1 -d opcache.memory_consumption=192 -d opcache.max_accelerated_files=12000 -d display_errors=0 -d log_errors=1 -d error_log="$VAR/log/$s-php.log" -d upload_max_filesize=16M \
    -S "127.0.0.1:$p" -t "$SITES/$s" "$SEEDS/router.php" > "$VAR/log/$s-server.log" 2>&1 < /dev/null &
  echo $! > "$RUN/$s.pid"; disown
  for i in $(seq 100); do [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$p/wp-json/")" = 200 ] && break; sleep 0.1; done
  [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$p/wp-json/")" = 200 ] || { echo "$s does not answer"; tail -5 "$VAR/log/$s-server.log" "$VAR/log/$s-php.log" 2>/dev/null; exit 1; }; done_
}
case ${1:-} in
fetch) packages; core;; # all that needs a network
start) A=$(date +%s%N); [ -n "${2:-}" ] && P=$2 || P=$(cat "$RUN/port" 2>/dev/null || echo 8870)
  if [ -f "$RUN/port" ] && [ "$(cat "$RUN/port")" != "$P" ]; then "$0" stop >/dev/null; fi
  echo "$P" > "$RUN/port"; echo "$LAB_SITES" > "$RUN/sites"
  packages; core; db; for s in $LAB_SITES; do site_files $s; install_site $s; serve $s; done
  printf '  %-46s %6.1f s\n' "start, in all" "$(( ($(date +%s%N)-A)/1000000 ))e-3"; for s in $LAB_SITES; do echo "$s $(url_of $s) pid $(cat "$RUN/$s.pid")"; done;;
seed) A=$(date +%s%N); for s in ${LAB_SITES/partner/}; do step "$s: seed"
    PHP "$SEEDS/seed.php" "$SITES/$s" "$(url_of $s)" 2>"$VAR/log/$s-seed.log" || { tail "$VAR/log/$s-seed.log"; exit 1; }; done_; done
  printf '  %-46s %6.1f s\n' "seed, in all" "$(( ($(date +%s%N)-A)/1000000 ))e-3";;
stop) for s in clinic clinic61 partner; do if alive "$RUN/$s.pid"; then kill -- -"$(cat "$RUN/$s.pid")" 2>/dev/null || kill "$(cat "$RUN/$s.pid")"; echo "stopped $s"; fi; rm -f "$RUN/$s.pid"; done
  if alive "$RUN/db.pid"; then p=$(cat "$RUN/db.pid"); kill "$p"; for i in $(seq 100); do kill -0 "$p" 2>/dev/null || break; sleep 0.1; done; echo "stopped mariadbd"; fi; rm -f "$RUN/db.pid";;
status) for s in $LAB_SITES; do if alive "$RUN/$s.pid"; then echo "$s up $(url_of $s) pid $(cat "$RUN/$s.pid") posts=$(curl -sI "$(url_of $s)/wp-json/wp/v2/posts" | tr -d '\r' | awk -F': ' 'tolower($1)=="x-wp-total"{print $2}')"; else echo "$s down"; fi; done; alive "$RUN/db.pid" && echo "mariadbd up pid $(cat "$RUN/db.pid")" || echo "mariadbd down";;
wipe) "$0" stop; rm -rf "$SITES" "$VAR/db" "$RUN" "$VAR/log"; [ "${2:-}" = all ] && rm -rf "$VAR"; echo wiped;;
cli) shift; PHP "$VAR/wp-files/wp-cli/wp-cli.phar" --allow-root --path="$SITES/${LAB_SITE:-clinic}" "$@";;
*) sed -n 2,8p "$0"; exit 2;;
esac
