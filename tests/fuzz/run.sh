#!/usr/bin/env bash
# Fuzzes every target, or those named, for so many seconds each, and says what was found.
# Usage: tests/fuzz/run.sh [SECONDS [TARGET…]]
# A reproducing input is kept in build/fuzz/found/; mend what broke and move the input to
# tests/fuzz/corpus/TARGET/, where fuzz_replay runs it from then on.
#
# Environment: CXX (clang++)
set -uo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-300}
shift || true
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(normalize find_links judge word_list rule_set
    configuration key_file http_request websocket_messages html_form json_form cursor token
    redis_reply submission)

set -e
deploy/install-packages.sh build fuzz >&2
cmake --preset fuzz -DCMAKE_CXX_COMPILER="${CXX:-clang++}" >/dev/null
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"
set +e

crashed=0
for target in "${targets[@]}"; do
    grown=build/fuzz/corpus/$target
    found=build/fuzz/found/$target
    log=build/fuzz/$target.log
    mkdir -p "$grown" "$found"
    echo "$target: $seconds s …" >&2
    "build/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
        -max_len=4096 -print_final_stats=1 -artifact_prefix="$found/" \
        "$grown" "tests/fuzz/corpus/$target" >"$log" 2>&1
    status=$?
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    printf '%-18s %10s executions  ' "$target" "${executions:-?}"
    if [ "$status" -eq 0 ]; then
        echo "nothing found"
    else
        crashed=1
        echo "BROKEN, see $log and $found/"
        grep -m 3 -E '^Broken|ERROR: |runtime error' "$log"
    fi
done
exit $crashed
