#!/usr/bin/env bash
# Starts or stops an FTP server of Debian on this machine, with TLS that demands resumed sessions, to try crm-ftp on it.
#
#   docs/ftp-servers.sh start vsftpd DIRECTORY       the user is ftp, with any password; files go below upload/
#   docs/ftp-servers.sh start-plain vsftpd DIRECTORY without TLS
#   docs/ftp-servers.sh stop DIRECTORY               stops it and removes DIRECTORY
#
# The package is fetched and unpacked into DIRECTORY, not installed; files belong to the user daemon. Needs root and openssl. Listens on 127.0.0.1:26021;
# DIRECTORY/certificate.pem is the server's certificate, for localhost. Then:
#
#   java -Djdk.tls.client.enableSessionTicketExtension=false -jar crm-bench/target/crm-bench.jar ftp --port 26021 --certificate DIRECTORY/certificate.pem
set -euo pipefail

port=26021

prepare() { # package, directory
  mkdir -p "$2/root/upload" "$2/package" "$2/empty"
  chmod 755 "$2" "$2/root"
  chown daemon "$2/root/upload"
  (cd "$2/package" && apt-get download -q "$1" > /dev/null 2>&1 && dpkg-deb -x "$1"_*.deb .)
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext "subjectAltName=DNS:localhost" -keyout "$2/key.pem" -out "$2/certificate.pem" 2> /dev/null
}

vsftpd() { # directory, YES or NO for TLS
  cat > "$1/vsftpd.conf" << END
listen=YES
listen_address=127.0.0.1
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
ssl_enable=$2
allow_anon_ssl=$2
require_ssl_reuse=YES
force_anon_logins_ssl=$2
force_anon_data_ssl=$2
rsa_cert_file=$1/certificate.pem
rsa_private_key_file=$1/key.pem
ssl_ciphers=HIGH
END
  nohup "$1/package/usr/sbin/vsftpd" "$1/vsftpd.conf" > "$1/log" 2>&1 &
  echo $! > "$1/pid"
}

start() { # server, directory, YES or NO for TLS
  [ "$1" = vsftpd ] || { echo "only vsftpd is known" >&2; exit 2; }
  prepare "$1" "$2"
  vsftpd "$2" "$3"
  for _ in $(seq 50); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then echo "listens on 127.0.0.1:$port"; return 0; fi
    sleep 0.1
  done
  cat "$2/log" >&2
  return 1
}

case "${1:-}" in
  start) start "$2" "$(realpath -m "$3")" YES ;;
  start-plain) start "$2" "$(realpath -m "$3")" NO ;;
  stop)
    kill "$(cat "$2/pid")" 2> /dev/null || true
    rm -rf "$2"
    ;;
  *)
    sed -n '2,12p' "$0" >&2
    exit 2
    ;;
esac
