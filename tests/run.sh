#!/usr/bin/env bash
# Runs every test: installs what is missing, builds with AddressSanitizer and
# UndefinedBehaviorSanitizer, then tidy, unit, integration, web unit and end-to-end in a browser.
#
# Environment: PRESET (dev, or tsan for ThreadSanitizer)
set -euo pipefail
cd "$(dirname "$0")/.."

preset=${PRESET:-dev}
step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

step "Packages"
deploy/install-packages.sh build run test

step "Tree"
python3 tests/tidy/check_tree.py

step "Build ($preset)"
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"

step "Unit and integration tests"
ctest --preset "$preset" --output-on-failure

step "Web: types and unit tests"
(cd server/web && npm run --silent check && npm test --silent)

step "End to end"
REJOINDER="$PWD/build/$preset/rejoinder" node --test --test-concurrency=1 tests/e2e/*.test.mjs

step "All passed"
