#!/usr/bin/env bash
# Starts or stops a MariaDB Galera cluster of three nodes on this machine, to try Crmkit on a distributed engine.
#
#   apt-get install mariadb-server galera-4 rsync
#   docs/galera-cluster.sh start DIRECTORY     prints a JDBC URL of the three nodes
#   docs/galera-cluster.sh kill DIRECTORY N    kills node N (1 to 3) at once, as a power cut would
#   docs/galera-cluster.sh join DIRECTORY N    starts node N again, which fetches what it missed
#   docs/galera-cluster.sh stop DIRECTORY      stops all and removes DIRECTORY
#
# Everything listens on 127.0.0.1, on ports from 23061 and 24570. As root the servers run as user mysql, since rsync as root may not read their files.
set -euo pipefail

sql() { echo $((23060 + $1)); }
group() { echo $((24560 + 10 * $1)); }

as_mysql() {
  if [ "$(id -u)" = 0 ]; then runuser -u mysql -- "$@"; else "$@"; fi
}

node() { # directory, number, cluster address
  local home=$1/node$2
  as_mysql nohup mariadbd --no-defaults \
    --datadir="$home/data" --socket="$home/socket" --pid-file="$home/pid" --log-error="$home/log" --tmpdir="$home/tmp" \
    --bind-address=127.0.0.1 --port="$(sql "$2")" --skip-name-resolve --performance-schema=off \
    --character-set-server=utf8mb4 --innodb-buffer-pool-size=128M --innodb-flush-log-at-trx-commit=1 --max-connections=200 \
    --binlog-format=ROW --default-storage-engine=InnoDB --innodb-autoinc-lock-mode=2 \
    --wsrep-on=ON --wsrep-provider=/usr/lib/galera/libgalera_smm.so --wsrep-cluster-name=crmkit \
    --wsrep-cluster-address="$3" --wsrep-node-name="node$2" --wsrep-node-address=127.0.0.1 \
    --wsrep-sst-method=rsync --wsrep-sst-receive-address="127.0.0.1:$(($(group "$2") + 4))" \
    --wsrep-sync-wait=1 \
    --wsrep-provider-options="base_port=$(group "$2");gmcast.listen_addr=tcp://127.0.0.1:$(group "$2");ist.recv_addr=127.0.0.1:$(($(group "$2") + 2));evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S;gcache.size=64M" \
    > /dev/null 2>&1 &
}

client() { # directory, number, statement
  as_mysql mariadb --no-defaults --socket="$1/node$2/socket" -u root -N -B -e "$3"
}

wait_for() { # directory, number
  for _ in $(seq 240); do
    if [ "$(client "$1" "$2" "show status like 'wsrep_ready'" 2> /dev/null | cut -f2)" = ON ]; then return 0; fi
    sleep 0.25
  done
  echo "node $2 does not come up; see $1/node$2/log" >&2
  return 1
}

members() { echo "gcomm://127.0.0.1:$(group 1),127.0.0.1:$(group 2),127.0.0.1:$(group 3)"; }

start() {
  for n in 1 2 3; do
    mkdir -p "$1/node$n/tmp"
    if [ "$(id -u)" = 0 ]; then chmod 755 "$1" && chown -R mysql "$1/node$n"; fi
    as_mysql mariadb-install-db --no-defaults --datadir="$1/node$n/data" --auth-root-authentication-method=normal > /dev/null
  done
  node "$1" 1 "gcomm://"
  wait_for "$1" 1
  client "$1" 1 "create user crm@127.0.0.1 identified by ''; grant all on *.* to crm@127.0.0.1"
  for n in 2 3; do
    node "$1" "$n" "$(members)"
    wait_for "$1" "$n"
  done
  echo "jdbc:mariadb:sequential://127.0.0.1:$(sql 1),127.0.0.1:$(sql 2),127.0.0.1:$(sql 3)/"
}

end() { # directory, number, signal
  local pid
  pid=$(cat "$1/node$2/pid" 2> /dev/null) || return 0
  kill "-$3" "$pid" 2> /dev/null || return 0
  while kill -0 "$pid" 2> /dev/null; do sleep 0.1; done
  rm -f "$1/node$2/pid"
}

case "${1:-}" in
  start) start "$2" ;;
  kill) end "$2" "$3" KILL ;;
  join) node "$2" "$3" "$(members)"; wait_for "$2" "$3" ;;
  stop)
    for n in 3 2 1; do end "$2" "$n" TERM; done
    rm -rf "$2"
    ;;
  *)
    sed -n '2,10p' "$0" >&2
    exit 2
    ;;
esac
