#!/usr/bin/env bash
# Figures of the optimised programs.
# Usage: tests/bench/run.sh [live [COMMENTS.tsv]]   from POST to another reader's screen; with a
#                                                   collection of real comments (columns spam,
#                                                   story, text) also their replay
#        tests/bench/run.sh moderation [OPTION…]    the moderation library alone: comments a second,
#                                                   shares, scaling; --json for programs
set -euo pipefail
cd "$(dirname "$0")/../.."

what=live
case "${1:-}" in
live | moderation)
    what=$1
    shift
    ;;
esac

if [ "$what" = moderation ]; then
    deploy/install-packages.sh build >&2
    cmake --preset release -DREJOINDER_BENCH=ON >/dev/null
    cmake --build --preset release --target moderation_bench >&2
    exec build/release/moderation_bench "$@"
fi

deploy/install-packages.sh build run test
cmake --preset release >/dev/null
cmake --build --preset release
export REJOINDER="$PWD/build/release/rejoinder"
node tests/bench/live-latency.mjs
[ $# -eq 0 ] || node tests/bench/replay/main.mjs "$1"
