# shellcheck shell=bash
# Completion for sockspec. What there is to complete is asked of the program itself.

# _sockspec_words PROGRAM PREVIOUS FIRST BEGUN: what can follow that word, one a line; nothing for a file
_sockspec_words() {
    local program=$1 previous=$2 first=$3 begun=$4 takes
    takes=$("$program" --help |
        previous=$previous awk '/^  --/ && $1 == ENVIRON["previous"] { print $2 }')
    case $takes:$previous in
        LIST:*) printf '%s\n' all classic documented later source ;;
        *:init) "$program" init '?' 2>&1 | sed 's/.* are //' | tr -d , | xargs -n 1 ;;
        PATTERN:* | *:explain) "$program" list --authority all | cut -f 1,3 | tr '\t' '\n' ;;
        *:help) "$program" --help | sed -nE 's/^(usage:)? +sockspec \[?([a-z]+).*/\2/p' ;;
        NAME:*) "$program" list --authority all | cut -f 2 | sed -E 'p; s/.*[.#]//' ;;
        WHICH:*) printf '%s\n' auto off require ;;
        [A-Z]*) ;;
        *)
            if [[ $begun == -* ]]; then
                "$program" --help | grep -oE -- '(^  |, )--[a-z-]+' | grep -oE -- '--.*'
            elif [ "$first" = yes ]; then
                "$program" --help | sed -nE 's/^(usage:)? +sockspec \[?([a-z]+).*/\2/p'
            fi
            ;;
    esac
}

_sockspec() {
    local program=${1/#\~/$HOME} begun=$2 previous=$3 first=no
    COMPREPLY=() # then files are offered
    if [[ " ${COMP_WORDS[*]:0:COMP_CWORD} " == *" -- "* ]]; then
        return # the driver's own words
    fi
    if [ "$previous" = = ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [ "$COMP_CWORD" -eq 1 ]; then
        first=yes
    fi
    mapfile -t COMPREPLY < <(_sockspec_words "$program" "$previous" "$first" "$begun" |
        sort -u | begun=$begun awk 'index($0, ENVIRON["begun"]) == 1')
}

complete -o default -F _sockspec sockspec
