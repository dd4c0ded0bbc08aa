#!/usr/bin/env bash
# Readers, moderators and live pages go on while processes die, disks fill and clocks jump; then
# everything that was acknowledged is looked for.
#
# Usage: tests/faults/run.sh [--seconds 120] [--seed N] [--rate 40] [--only whole|parts]
#        [--without 'disk full' …]
# Environment: REJOINDER (the program, default build/dev/rejoinder)
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -d server/web/node_modules ] || (cd server/web && npm ci --silent)
exec node tests/faults/main.mjs "$@"
