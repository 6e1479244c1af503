#!/usr/bin/env bash
# Starts or stops an FTP server of Debian on this machine, with TLS that demands resumed sessions where the server can,
# to try crm-ftp on it.
#
#   docs/ftp-servers.sh start SERVER DIRECTORY       SERVER is vsftpd, proftpd or pure-ftpd
#   docs/ftp-servers.sh start-plain SERVER DIRECTORY without TLS
#   docs/ftp-servers.sh stop DIRECTORY               stops it and removes DIRECTORY
#
# The user is ftp, the password crm; files go below upload/, where they belong to the user daemon. The packages are
# fetched and unpacked into DIRECTORY, not installed. Needs root, apt and openssl. Listens on 127.0.0.1:26021, or on
# ADDRESS and PORT of the environment, such as ::1; DIRECTORY/certificate.pem is the server's certificate. Then:
#
#   java -Djdk.tls.client.enableSessionTicketExtension=false -jar crm-bench/target/crm-bench.jar ftp --port 26021 --certificate DIRECTORY/certificate.pem
set -euo pipefail

address=${ADDRESS:-127.0.0.1}
port=${PORT:-26021}

packages() { # server
  case "$1" in
    vsftpd) echo vsftpd ;;
    proftpd) echo proftpd-core proftpd-mod-crypto libhiredis0.14 libmemcached11 libmemcachedutil2 libhashkit2 libpcre2-posix3 ;;
    pure-ftpd) echo pure-ftpd ;;
    *) echo "vsftpd, proftpd or pure-ftpd" >&2; return 2 ;;
  esac
}

prepare() { # server, directory
  local names package
  names=$(packages "$1")
  mkdir -p "$2/root/upload" "$2/package" "$2/empty"
  chmod 755 "$2" "$2/root"
  chown daemon "$2/root/upload"
  # shellcheck disable=SC2086 # several names
  (cd "$2/package" && apt-get download -q $names > "$2/log" 2>&1) || { cat "$2/log" >&2; return 1; }
  for package in "$2/package"/*.deb; do
    dpkg-deb -x "$package" "$2/package"
  done
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1" -keyout "$2/key.pem" -out "$2/certificate.pem" 2> /dev/null
  cat "$2/key.pem" "$2/certificate.pem" > "$2/both.pem"
  chmod 600 "$2/key.pem" "$2/both.pem"
}

run() { # directory, command
  local directory=$1
  shift
  LD_LIBRARY_PATH="$(echo "$directory"/package/usr/lib/*-linux-gnu)" nohup "$@" > "$directory/log" 2>&1 &
  echo $! > "$directory/pid"
}

vsftpd() { # directory, on or off for TLS
  local yes=NO four=listen six=listen_ipv6 where=listen_address
  [ "$2" = off ] || yes=YES
  case "$address" in *:*) four=listen_ipv6 six=listen where=listen_address6 ;; esac
  cat > "$1/vsftpd.conf" << END
$four=YES
$six=NO
$where=$address
listen_port=$port
background=NO
anonymous_enable=YES
local_enable=NO
ftp_username=daemon
anon_root=$1/root
secure_chroot_dir=$1/empty
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
no_anon_password=NO
seccomp_sandbox=NO
ssl_enable=$yes
allow_anon_ssl=$yes
require_ssl_reuse=YES
force_anon_logins_ssl=$yes
force_anon_data_ssl=$yes
rsa_cert_file=$1/certificate.pem
rsa_private_key_file=$1/key.pem
ssl_ciphers=HIGH
END
  run "$1" "$1/package/usr/sbin/vsftpd" "$1/vsftpd.conf"
}

proftpd() { # directory, on or off for TLS
  echo "ftp:$(openssl passwd -6 crm):1:1::$1/root:/bin/sh" > "$1/users"
  chmod 600 "$1/users"
  # TLS sessions must be resumed unless TLSOptions says otherwise.
  cat > "$1/proftpd.conf" << END
ModulePath $1/package/usr/lib/proftpd
LoadModule mod_tls.c
ServerType standalone
DefaultAddress $address
SocketBindTight on
Port $port
UseIPv6 on
User daemon
Group daemon
AuthOrder mod_auth_file.c
AuthUserFile $1/users
RequireValidShell off
DefaultRoot $1/root
AllowOverwrite on
AllowRetrieveRestart on
PidFile $1/proftpd.pid
ScoreboardFile $1/scoreboard
SystemLog $1/system.log
TransferLog none
WtmpLog off
TLSEngine $2
TLSRequired $2
TLSProtocol TLSv1.2 TLSv1.3
TLSECCertificateFile $1/certificate.pem
TLSECCertificateKeyFile $1/key.pem
TLSLog $1/tls.log
END
  run "$1" "$1/package/usr/sbin/proftpd" --nodaemon --config "$1/proftpd.conf"
}

pure-ftpd() { # directory, on or off for TLS
  local tls=0
  [ "$2" = off ] || tls=3
  # A hash of the system's kind: those of pure-pw take a second for each login.
  echo "ftp:$(openssl passwd -6 crm):1:1::$1/root/./::::::::::::" > "$1/users"
  "$1/package/usr/bin/pure-pw" mkdb "$1/users.pdb" -f "$1/users"
  run "$1" "$1/package/usr/sbin/pure-ftpd" -S "$address,$port" -l "puredb:$1/users.pdb" -E -A -u 1 -H -c 100 -C 100 \
    -g "$1/pure-ftpd.pid" -2 "$1/both.pem" -Y "$tls"
}

start() { # server, directory, on or off for TLS
  prepare "$1" "$2"
  "$1" "$2" "$3"
  for _ in $(seq 50); do
    if (exec 3<> "/dev/tcp/$address/$port") 2> /dev/null; then echo "listens on $address port $port"; return 0; fi
    sleep 0.1
  done
  cat "$2/log" >&2
  return 1
}

case "${1:-}" in
  start) start "$2" "$(realpath -m "$3")" on ;;
  start-plain) start "$2" "$(realpath -m "$3")" off ;;
  stop)
    kill "$(cat "$2/pid")" 2> /dev/null || true
    rm -rf "$2"
    ;;
  *)
    sed -n '2,15p' "$0" >&2
    exit 2
    ;;
esac
