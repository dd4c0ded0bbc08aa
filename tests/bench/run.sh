#!/usr/bin/env bash
# Figures of the optimised server: from POST to another reader's screen; with a collection of real
# comments (columns spam, story, text) also their replay.
# Usage: tests/bench/run.sh [COMMENTS.tsv]
set -euo pipefail
cd "$(dirname "$0")/../.."

deploy/install-packages.sh build run test
cmake --preset release >/dev/null
cmake --build --preset release
export REJOINDER="$PWD/build/release/rejoinder"
node tests/bench/live-latency.mjs
[ $# -eq 0 ] || node tests/bench/replay/main.mjs "$1"
