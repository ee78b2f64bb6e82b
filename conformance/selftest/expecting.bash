# shellcheck shell=bash
# What the tests of the command line share: sourced, at the top of the repository.
mkdir -p build
scratch=$(mktemp -d "$PWD/build/selftest.XXXXXX") # not in /tmp: what happens there stays in the world
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

# expect STATUS ERROR NAME ARGUMENT...: the status, and one line on standard error that says ERROR
# (or, where that is empty, none)
expect() {
    local wanted=$1 error=$2 name=$3 status=0 lines
    shift 3
    "$sockspec" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
    lines=$(wc -l <"$scratch/err")
    if [ "$status" -ne "$wanted" ]; then
        tell no "$name" "status $status, not $wanted: $(tail -n 3 "$scratch/err")"
    elif [ -z "$error" ] && [ "$lines" -ne 0 ]; then
        tell no "$name" "unasked for: $(cat "$scratch/err")"
    elif [ -n "$error" ] && { [ "$lines" -ne 1 ] || ! grep -qE -- "$error" "$scratch/err"; }; then
        tell no "$name" "not one line that says '$error': $(cat "$scratch/err")"
    else
        tell yes "$name"
    fi
}

# at_once COMMAND...: beside others, because most of its time goes by waiting; `at_last` shows what it
# says, a line a test
begun=100 # so that the names of files sort
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
