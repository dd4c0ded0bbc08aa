#!/usr/bin/env bash
# A first look at Rejoinder: installs what is missing, builds, and starts a whole server with a
# private Redis and SQLite in a data directory. Ctrl-C stops it cleanly; the next start is
# immediate.
#
# Environment: PORT (8080), DATA (data), CONFIG (config/development.json)
set -euo pipefail
cd "$(dirname "$0")/.."

port=${PORT:-8080}
data=${DATA:-data}
config=${CONFIG:-config/development.json}
server=build/release/rejoinder

deploy/install-packages.sh build run
if [ ! -x "$server" ] || [ -n "$(find CMakeLists.txt moderation server -newer "$server" -type f \
    -not -path '*/node_modules/*' -not -path '*/dist/*' -print -quit)" ]; then
    echo "Building (some minutes the first time) …"
    cmake --preset release >build-configure.log 2>&1 || { cat build-configure.log; exit 1; }
    rm -f build-configure.log
    cmake --build --preset release
    touch "$server"
fi

mkdir -p "$data"
if [ -z "$("$server" moderator list --config "$config" --data-dir "$data" --names)" ]; then
    # 16 random letters and digits, shown once and stored only as a hash.
    password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s' "$password" | "$server" moderator add editor --role admin --password-stdin \
        --config "$config" --data-dir "$data" >/dev/null
    sign_in="sign in as \"editor\" with the password $password (shown this once)"
else
    sign_in="sign in as before; for a lost password:
                 $server moderator reset-password NAME --config $config --data-dir $data"
fi

cat <<TEXT

  Demo article   http://127.0.0.1:$port/demo/
  Desk           http://127.0.0.1:$port/desk/
                 $sign_in
  Stop           Ctrl-C

TEXT
exec "$server" serve --config "$config" --data-dir "$data" --listen "127.0.0.1:$port" \
    --log-level warning
