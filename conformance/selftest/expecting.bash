# shellcheck shell=bash
# Functions that the tests of the command line share. Source this file at the top of the repository.
mkdir -p build
scratch=$(mktemp -d "$PWD/build/selftest.XXXXXX") # not in /tmp, because each isolated world has a /tmp of its own
sockspec=$PWD/build/sockspec
failures=0

tell() { # tell GOOD NAME DETAIL
    if [ "$1" = yes ]; then
        echo "ok - $2"
    else
        echo "not ok - $2: $3"
        failures=$((failures + 1))
    fi
}

# expect STATUS ERROR NAME ARGUMENT...: checks the status, and that standard error has one line that
# matches ERROR (or no line if ERROR is empty); further lines may follow if they are indented
expect() {
    local wanted=$1 error=$2 name=$3 status=0 lines
    shift 3
    "$sockspec" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
    lines=$(grep -vc '^  ' "$scratch/err")
    if [ "$status" -ne "$wanted" ]; then
        tell no "$name" "status $status, not $wanted: $(tail -n 3 "$scratch/err")"
    elif [ -z "$error" ] && [ "$lines" -ne 0 ]; then
        tell no "$name" "unexpected on standard error: $(cat "$scratch/err")"
    elif [ -n "$error" ] && { [ "$lines" -ne 1 ] || ! grep -qE -- "$error" "$scratch/err"; }; then
        tell no "$name" "not one line that says '$error': $(cat "$scratch/err")"
    else
        tell yes "$name"
    fi
}

# at_once COMMAND...: runs it in the background, because most of its time is spent waiting. `at_last`
# prints its output, which has a line for each test.
begun=100 # three digits, so that the names of files sort
at_once() {
    begun=$((begun + 1))
    "$@" >"$scratch/$begun.said" &
    [ "$(jobs -r | wc -l)" -lt 8 ] || wait -n
}
at_last() {
    wait
    cat "$scratch"/*.said
    failures=$((failures + $(cat "$scratch"/*.said | grep -c '^not ok')))
}
