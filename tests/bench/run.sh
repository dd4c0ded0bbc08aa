#!/usr/bin/env bash
# Figures of the optimised programs.
# Usage: tests/bench/run.sh [live [COMMENTS.tsv]]   from POST to another reader's screen; with a
#                                                   collection of real comments (columns spam,
#                                                   story, text) also their replay
#        tests/bench/run.sh moderation [OPTION…]    the moderation library alone: comments a second,
#                                                   shares, scaling; --json for programs
#        tests/bench/run.sh swap [OPTION…]          requests while the rules are exchanged
#        tests/bench/run.sh read [OPTION…]          a story's page beside nginx and a bare Beast
#                                                   program; --json FILE
#        tests/bench/run.sh post [OPTION…]          comments taken and stored, beside Redis alone
#        tests/bench/run.sh desk [OPTION…]          the desk's questions to a million comments
#        tests/bench/run.sh rates [OPTION…]         what the shipped rules find, and find wrongly
set -euo pipefail
cd "$(dirname "$0")/../.."

what=live
case "${1:-}" in
live | moderation | swap | read | post | desk | rates)
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

deploy/install-packages.sh build run test bench
cmake --preset release -DREJOINDER_BENCH=ON >/dev/null
cmake --build --preset release
export REJOINDER="$PWD/build/release/rejoinder"
case "$what" in
read) exec node tests/bench/read/main.mjs "$@" ;;
post) exec node tests/bench/post/main.mjs "$@" ;;
swap) exec node tests/bench/rules-swap.mjs "$@" ;;
desk) exec node tests/bench/desk-at-scale.mjs "$@" ;;
rates) exec node tests/bench/rates.mjs "$@" ;;
esac
node tests/bench/live-latency.mjs
[ $# -eq 0 ] || node tests/bench/replay/main.mjs "$1"
