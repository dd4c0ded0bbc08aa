#!/usr/bin/env bash
# Installs the Debian packages that a task needs and that are missing. Debian 12 and 13.
# Usage: deploy/install-packages.sh build|run|test|fuzz|bench …
set -euo pipefail

# Debian 12 carries a second, newer Boost beside its default one; Debian 13's default is new enough.
if apt-cache show libboost1.83-dev >/dev/null 2>&1; then boost=1.83; else boost=1.81; fi

build=(
    ca-certificates cmake g++ ninja-build pkg-config nodejs npm
    "libboost$boost-dev" "libboost-url$boost-dev" catch2 libbrotli-dev libcld2-dev libcli11-dev
    libfmt-dev libhiredis-dev libicu-dev libidn2-dev libre2-dev libsoci-dev libsodium-dev
    libspdlog-dev libsqlite3-dev libssl-dev libvectorscan-dev nlohmann-json3-dev prometheus-cpp-dev
    zlib1g-dev
)
run=(redis-server)
fuzz=(clang libclang-rt-dev)
bench=(nginx-light redis-tools util-linux wrk)
test=(chromium clang-format curl git python3 procps)

wanted=()
for task in "$@"; do
    case $task in
    build) wanted+=("${build[@]}") ;;
    run) wanted+=("${run[@]}") ;;
    fuzz) wanted+=("${fuzz[@]}") ;;
    test) wanted+=("${test[@]}") ;;
    bench) wanted+=("${bench[@]}") ;;
    *) echo "install-packages.sh: unknown task: $task" >&2; exit 2 ;;
    esac
done

missing_packages() {
    # A newer Node.js from elsewhere brings its own npm.
    for package in "${wanted[@]}"; do
        [ "$package" = npm ] && command -v npm >/dev/null && continue
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' \
            || echo "$package"
    done
}

mapfile -t missing < <(missing_packages)
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "These packages are missing and need root to install: ${missing[*]}" >&2
        exit 1
    }
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} packages …"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
if apt-cache show libboost1.83-dev >/dev/null 2>&1 && [ "$boost" = 1.81 ]; then
    exec "$0" "$@"  # The package list was not there before; choose anew with it.
fi
# RUNLEVEL=1 keeps Debian from starting a system-wide Redis: Rejoinder starts a private one.
"${as_root[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends -o Dpkg::Progress-Fancy=0 -o Dpkg::Use-Pty=0 \
    "${missing[@]}" | awk '
    / newly installed/ { total = 3 * $3 }
    /^(Get:|Unpacking|Setting up)/ {
        if (++n % 50 == 0) { printf "  %d of %d steps\n", n, total; fflush() }
    }'
mapfile -t missing < <(missing_packages)
[ "${#missing[@]}" -eq 0 ] || { echo "Could not install: ${missing[*]}" >&2; exit 1; }
