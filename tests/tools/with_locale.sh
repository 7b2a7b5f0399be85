#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs a command under nl_NL.UTF-8, where a comma divides decimals; the locale is made for the purpose when the system
# has none. Called: with_locale.sh COMMAND [ARG ...]
set -eu
if ! locale -a 2>/dev/null | grep -qi '^nl_NL.utf-\?8$'; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    if ! localedef -i nl_NL -f UTF-8 "$folder/nl_NL.UTF-8" >/dev/null 2>&1; then
        echo "skip: the locale nl_NL.UTF-8 cannot be made here (package locales)"
        exit 0
    fi
    LOCPATH=$folder
    # What the C library itself keeps of LOCPATH is no leak of ours.
    echo "leak:argz_add_sep" > "$folder/leaks"
    LSAN_OPTIONS="${LSAN_OPTIONS:+$LSAN_OPTIONS:}suppressions=$folder/leaks:print_suppressions=0"
    export LOCPATH LSAN_OPTIONS
fi
LC_ALL=nl_NL.UTF-8 "$@"
